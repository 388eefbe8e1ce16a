import { trendFor, twoYearsUpTo } from '../../../jobs/judging/trend.ts';
import { dayIn } from '../../model/day.ts';
import type { Field } from '../../rows/field.ts';
import { readerOf } from '../../rows/field.ts';
import { stretchFields, weekFields } from '../../rows/trend.ts';
import type { Stretch, TrendWeek } from '../../timeliness/trend.ts';
import { askedScope } from '../asked-scope.ts';
import { type ConsoleContext, may, ownUnit, visitorOf } from '../context.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { Chart } from '../view/chart.tsx';
import { Count } from '../view/count.tsx';
import { described } from '../view/described.ts';
import { choiceOf, Filters } from '../view/filters.tsx';
import { page } from '../view/layout.tsx';
import { itemsPath, paperPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

/** Two years week by week, of the city, a unit, a category or a column; this quarter beside the last; circulars marked. */
export const registerTrend: Register = (app, services) => {
  app.section('trend', '/trend', ALL, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const reader = readerOf(services.config, language);
    const of = askedScope(c);
    const { weeks, quarters } = await trendFor(services, judgement, twoYearsUpTo(judgement.today), of);
    const circulars = await circularsByWeek(c, services, weeks);
    const counted = <Row extends Stretch>(field: Field<Row>) =>
      described(reader, field, { show: (row) => <Count of={row.items} list={itemsPath({ ...of, from: row.from, to: row.to })} /> });
    const week: Table<TrendWeek> = {
      name: 'weeks',
      caption: words.trend.weeks,
      rows: weeks.toReversed(),
      columns: [
        ...Object.values(weekFields).map((field) => (field === weekFields.items ? counted(field) : described(reader, field))),
        {
          head: words.trend.circular,
          value: (row) => circulars.get(row.from)?.name ?? null,
          show: (row) => {
            const circular = circulars.get(row.from);
            return circular && <a href={paperPath(circular.id)}>{circular.name}</a>;
          },
        },
      ],
    };
    const quarter: Table<Stretch> = {
      name: 'quarters',
      caption: words.trend.quarters,
      rows: quarters,
      columns: Object.values(stretchFields).map((field) => (field === stretchFields.items ? counted(field) : described(reader, field))),
    };
    const file = await exported(c, week, quarter);
    if (file) return file;
    const labels = weeks.map(({ from }) => from);
    const line = (field: Field<TrendWeek>) => ({
      name: field.head[language],
      values: weeks.map((row) => field.value(row, reader) as number | null),
    });
    const marks = [...circulars].map(([at, { name }]) => ({ at, name }));
    return page(
      c,
      {
        title: words.trend.title,
        section: 'trend',
        lead: <Momentary judgement={judgement} names={reader.names} words={words} />,
        charts: true,
      },
      <>
        <p class="hint">{words.trend.lead}</p>
        {ownUnit(visitorOf(c)) === null && (
          <Filters
            c={c}
            keeps={['site', 'column']}
            filters={[
              choiceOf('unit', words.head.unit, judgement.result.units, reader.names.unit),
              choiceOf('category', words.head.category, services.config.taxonomy.categories, reader.names.category),
            ]}
          />
        )}
        <TableView c={c} table={quarter} />
        <Chart
          c={c}
          title={words.trend.shares}
          data={{
            kind: 'lines',
            labels,
            unit: '%',
            marks,
            series: [line(weekFields.score), line(weekFields.inTime), line(weekFields.passRate)],
          }}
          table={week}
        />
        <Chart
          c={c}
          title={words.trend.problems}
          data={{ kind: 'lines', labels, marks, series: [line(weekFields.overdue), line(weekFields.blank), line(weekFields.unknown)] }}
          table={{ ...week, name: 'problems' }}
        />
      </>,
    );
  });
};

/** The circular that was released in a week, by the week's Monday. */
async function circularsByWeek(c: ConsoleContext, { store, config }: ConsoleServices, weeks: readonly TrendWeek[]) {
  const found = new Map<string, { readonly id: string; readonly name: string }>();
  if (!may(c, 'GET', '/papers')) return found;
  for (const { id, releasedAt, number, drawn } of await store.papers.list({ states: ['released'], kind: 'circular' })) {
    const day = releasedAt && dayIn(config.estate.timezone, releasedAt);
    const week = weeks.find(({ from, to }) => day !== null && from <= day && day <= to);
    if (week !== undefined) found.set(week.from, { id, name: number ?? drawn.title });
  }
  return found;
}
