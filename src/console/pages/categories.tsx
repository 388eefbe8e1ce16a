import type { AuditResult } from '../../audit/audit-result.ts';
import { lineOf } from '../../counting/reconcile.ts';
import { closingsInWords } from '../../rows/closings.ts';
import { namesOf } from '../../rows/names.ts';
import { askedPeriod } from '../asked-period.ts';
import { periodCounts } from '../period-counts.ts';
import { OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import { Chart } from '../view/chart.tsx';
import { Count } from '../view/count.tsx';
import { page } from '../view/layout.tsx';
import { itemsPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { PeriodPicker } from '../view/period-picker.tsx';
import { monthOf } from '../view/steps.ts';
import { exported, type Table, TableView } from '../view/table.tsx';

/** Categories drawn by name; the others are one. */
const DRAWN = 8;

/** Counts by class, category and key area, how they agree, and a year by month. */
export const registerCategories: Register = (app, services) => {
  app.section('categories', '/categories', OFFICE, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const asked = askedPeriod(c, judgement);
    const { span } = asked;
    const { result, monthly } = await periodCounts(services, judgement, span);
    const names = namesOf(services.config, language);
    const closings = await services.store.closings.of(span);
    const share = (count: number) => (result.totals.items === 0 ? null : `${((100 * count) / result.totals.items).toFixed(1)} %`);
    const classes: Table<AuditResult['classes'][number]> = {
      name: 'classes',
      caption: words.categories.classes,
      rows: result.classes,
      columns: [
        { head: words.head.class, value: (row) => names.class(row.id) },
        {
          head: words.head.items,
          value: (row) => row.items,
          show: (row) => <Count of={row.items} list={itemsPath({ class: row.id, ...span })} />,
          number: true,
        },
        { head: words.head.share, value: (row) => share(row.items), number: true },
      ],
    };
    const categories: Table<AuditResult['categories'][number]> = {
      name: 'categories',
      caption: words.categories.categories,
      rows: result.categories,
      columns: [
        { head: words.head.category, value: (row) => names.category(row.id) },
        { head: words.head.class, value: (row) => names.class(row.class), minor: true },
        { head: words.head.keyArea, value: (row) => (row.keyArea === null ? null : names.area(row.keyArea)), minor: true },
        {
          head: words.head.items,
          value: (row) => row.items,
          show: (row) => <Count of={row.items} list={itemsPath({ category: row.id, ...span })} />,
          number: true,
        },
        { head: words.head.share, value: (row) => share(row.items), number: true },
      ],
    };
    const areas: Table<AuditResult['keyAreas'][number]> = {
      name: 'key-areas',
      caption: words.categories.areas,
      rows: result.keyAreas,
      columns: [
        { head: words.head.keyArea, value: (row) => names.area(row.number) },
        {
          head: words.head.items,
          value: (row) => row.items,
          show: (row) => <Count of={row.items} list={itemsPath({ area: String(row.number), ...span })} />,
          number: true,
        },
        { head: words.head.share, value: (row) => share(row.items), number: true },
      ],
    };
    const labels = monthly.steps.map((step) => step.slice(0, 7));
    const ranked = [...monthly.groups].sort(([, a], [, b]) => total(b) - total(a));
    const months: Table<string> = {
      name: 'months',
      caption: words.categories.monthly,
      rows: labels,
      columns: [
        { head: words.head.month, value: (label) => label },
        {
          head: words.head.items,
          value: (label: string) => total(ranked.map(([, values]) => values[labels.indexOf(label)] ?? 0)),
          show: (label: string) => (
            <Count
              of={total(ranked.map(([, values]) => values[labels.indexOf(label)] ?? 0))}
              list={itemsPath({ ...monthOf(label, span) })}
            />
          ),
          number: true,
        },
        ...ranked.map(([id, values]) => ({
          head: names.category(id),
          value: (label: string) => values[labels.indexOf(label)] ?? 0,
          show: (label: string) => (
            <Count of={values[labels.indexOf(label)] ?? 0} list={itemsPath({ category: id, ...monthOf(label, span) })} />
          ),
          number: true,
        })),
      ],
    };
    const file = await exported(c, categories, classes, areas, months);
    if (file) return file;
    const others = ranked.slice(DRAWN).map(([, values]) => values);
    const series = [
      ...ranked.slice(0, DRAWN).map(([id, values]) => ({ name: names.category(id), values })),
      ...(others.length > 0
        ? [{ name: words.categories.other, values: labels.map((_, month) => total(others.map((one) => one[month] ?? 0))) }]
        : []),
    ];
    return page(
      c,
      {
        title: words.categories.title,
        section: 'categories',
        lead: <Momentary judgement={judgement} names={names} words={words} />,
        charts: true,
      },
      <>
        <PeriodPicker c={c} asked={asked} />
        {closings.length > 0 && (
          <details>
            <summary>{words.span.closed(closings.length)}</summary>
            <ul class="plain">
              {closingsInWords(closings, { names, language }).map((revision) => (
                <li>{revision}</li>
              ))}
            </ul>
          </details>
        )}
        <ul class="tiles">
          <li>
            <a href={itemsPath({ ...span })}>
              <strong>{result.totals.items.toLocaleString('en-US')}</strong> {words.today.items}
            </a>
          </li>
          <li>
            <a href={itemsPath({ dated: 'none' })}>
              <strong>{result.totals.undated.toLocaleString('en-US')}</strong> {words.items.undated}
            </a>
          </li>
        </ul>
        <section>
          <h2>{words.categories.reconcile}</h2>
          {judgement.run === null ? (
            <p class="empty">{words.categories.unaudited}</p>
          ) : (
            <p class={result.reconciliation.agrees ? 'done' : 'problem'}>
              {result.reconciliation.agrees ? words.categories.agrees : words.categories.differs}
              {words.colon}
              {lineOf(
                result.reconciliation,
                result.classes.map(({ id, items }) => ({ name: names.class(id), items })),
                language,
              )}
            </p>
          )}
          {result.reconciliation.differences.map((difference) => (
            <p>{difference}</p>
          ))}
        </section>
        <div class="two">
          <TableView c={c} table={classes} />
          <TableView c={c} table={areas} />
        </div>
        <TableView c={c} table={categories} />
        <p>
          <a href="/unsure">{words.unsure.title}</a>
        </p>
        <Chart c={c} title={words.categories.monthly} data={{ kind: 'stacked', labels, series }} table={months} />
      </>,
    );
  });
};

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
