import type { ColumnRow } from '../../audit/audit-result.ts';
import { columnKey } from '../../counting/count.ts';
import { clickPath } from '../../model/click-path.ts';
import { COLUMN_STATUSES } from '../../model/records.ts';
import { columnFields } from '../../rows/columns.ts';
import { readerOf } from '../../rows/field.ts';
import { COLUMN_CHANGES } from '../../timeliness/changes.ts';
import { askedPeriod } from '../asked-period.ts';
import { filterColumns } from '../column-filters.ts';
import { may } from '../context.ts';
import { periodCounts } from '../period-counts.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { Chart } from '../view/chart.tsx';
import { Count } from '../view/count.tsx';
import { described } from '../view/described.ts';
import { choice, choiceOf, Filters } from '../view/filters.tsx';
import { KeptFilters } from '../view/kept-filters.tsx';
import { page } from '../view/layout.tsx';
import { columnPath, itemsPath, unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { paged } from '../view/pager.tsx';
import { PeriodPicker } from '../view/period-picker.tsx';
import { Status } from '../view/status.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { longestGap, Weeks } from '../view/weeks.tsx';
import { weekChanges } from '../week-changes.ts';
import { freshnessTable, silenceOf } from './columns/freshness.tsx';
import { unsureReadings } from './readings.tsx';

const PAGE = 60;

/** All columns with their verdict and a year of updates, those that need somebody first. */
export const registerColumns: Register = (app, services) => {
  app.section('columns', '/columns', ALL, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const reader = readerOf(services.config, language);
    const { names } = reader;
    const { silence, changed, ...asked } = c.req.query();
    const changeOf = weekChanges(judgement);
    const period = askedPeriod(c, judgement);
    const counted = await periodCounts(services, judgement, period.span);
    const columns = filterColumns(counted.columns, asked, names)
      .filter((column) => !silence || String(silenceOf(column)) === silence)
      .filter((column) => !changed || changeOf(column) === changed)
      .toSorted(mostUrgent);
    const unsure = unsureReadings(judgement.result.columns).length;
    const empty = judgement.weekly.steps.map(() => 0);
    const weeksOf = (column: ColumnRow) => judgement.weekly.groups.get(columnKey(column.site, column.id)) ?? empty;
    const { shown, pager } = paged(c, columns, PAGE);
    const table: Table<ColumnRow> = {
      name: 'columns',
      caption: words.columns.title,
      rows: columns,
      shown,
      columns: [
        {
          ...described(reader, columnFields.name, { show: (row) => <a href={columnPath(row.site, row.id)}>{clickPath(row)}</a> }),
          value: clickPath,
        },
        described(reader, columnFields.site, { minor: true }),
        described(reader, columnFields.unit, { show: (row) => <a href={unitPath(row.unit)}>{names.unit(row.unit)}</a> }),
        described(reader, columnFields.category, { minor: true }),
        described(reader, columnFields.status, {
          show: (row) => (
            <>
              <Status name={row.status} of={words.status} /> {row.reason && <small>{words.reason[row.reason]}</small>}
            </>
          ),
        }),
        described(reader, columnFields.lastPublished),
        described(reader, columnFields.dueOn, { minor: true }),
        described(reader, columnFields.overdueDays, { show: (row) => row.overdueDays || '' }),
        described(reader, columnFields.items, {
          show: (row) => <Count of={row.items} list={itemsPath({ site: row.site, column: row.id, ...period.span })} />,
        }),
        {
          head: words.head.weeks,
          value: (row) => weeksOf(row).join(' '),
          show: (row) => <Weeks numbers={weeksOf(row)} label={`${words.head.longestGap} ${longestGap(weeksOf(row))}`} />,
        },
        { head: words.head.longestGap, value: (row) => longestGap(weeksOf(row)), number: true, minor: true },
      ],
    };
    const freshness = freshnessTable(columns, c);
    const file = await exported(c, table, freshness.table);
    if (file) return file;
    return page(
      c,
      {
        title: words.columns.title,
        section: 'columns',
        lead: <Momentary judgement={judgement} names={names} words={words} />,
        charts: true,
      },
      <>
        <PeriodPicker c={c} asked={period} />
        <Filters
          c={c}
          keeps={['period', 'from', 'to']}
          filters={[
            { kind: 'text', name: 'search', label: words.filter.search },
            choice('status', words.head.status, COLUMN_STATUSES, (value) => words.status[value]),
            choiceOf('category', words.head.category, services.config.taxonomy.categories, names.category),
            {
              kind: 'choice',
              name: 'silence',
              label: words.columns.freshness,
              choices: words.columns.freshnessBands.map((label, band) => ({ value: String(band), label })),
            },
            choice('changed', words.columns.changed, COLUMN_CHANGES, (value) => words.columns.changes[value]),
            choiceOf('unit', words.head.unit, judgement.result.units, names.unit),
            choiceOf('site', words.head.site, judgement.result.sites, names.site),
          ]}
        />
        <KeptFilters c={c} services={services} />
        <p class="hint">
          {words.columns.lead}
          {unsure > 0 && may(c, 'GET', '/readings') && (
            <>
              {' '}
              <a href="/readings">{words.reading.queue}</a> {unsure}
            </>
          )}
        </p>
        <TableView c={c} table={table} />
        {pager}
        <Chart c={c} title={words.columns.freshness} data={freshness.data} table={freshness.table} />
      </>,
    );
  });
};

const URGENCY = ['overdue', 'blank', 'due', 'unknown', 'fresh', 'exempt'] as const;

function mostUrgent(one: ColumnRow, other: ColumnRow): number {
  return URGENCY.indexOf(one.status) - URGENCY.indexOf(other.status) || other.overdueDays - one.overdueDays;
}
