import type { UnitRow } from '../../audit/audit-result.ts';
import { UNIT_KINDS } from '../../model/estate.ts';
import { COLUMN_STATUSES } from '../../model/records.ts';
import { type Field, readerOf } from '../../rows/field.ts';
import { unitFields } from '../../rows/units.ts';
import { scoreOfUnit } from '../../timeliness/score.ts';
import { askedPeriod } from '../asked-period.ts';
import { periodCounts } from '../period-counts.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { filterUnits } from '../unit-filters.ts';
import { Count } from '../view/count.tsx';
import { described } from '../view/described.ts';
import { choice, Filters } from '../view/filters.tsx';
import { KeptFilters } from '../view/kept-filters.tsx';
import { page } from '../view/layout.tsx';
import { columnsPath, itemsPath, unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { PeriodPicker } from '../view/period-picker.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { responseColumns } from './units/response-columns.tsx';
import { ScoreShown } from './units/score-shown.tsx';

/** Units by how punctual they are, and how long they take with what they are sent. */
export const registerUnits: Register = (app, services) => {
  app.section('units', '/units', ALL, async (c) => {
    const { words, language } = c.var;
    const [judgement, responses] = await Promise.all([services.judgementFor(c), services.responses()]);
    const reader = readerOf(services.config, language);
    const { names } = reader;
    const asked = askedPeriod(c, judgement);
    const { result } = await periodCounts(services, judgement, asked.span);
    const scores = new Map(result.units.map(({ id }) => [id, scoreOfUnit(id, judgement.result.columns, judgement.courses, asked.span)]));
    const scored = ({ id }: UnitRow) => scores.get(id) ?? null;
    const units = filterUnits(result.units, c.req.query(), names);
    const counted = (field: Field<UnitRow>, status?: string) =>
      described(reader, field, {
        show: (row) => (
          <Count of={field.value(row, reader) as number} list={columnsPath({ unit: row.id, ...(status ? { status } : {}) })} />
        ),
      });
    const table: Table<UnitRow> = {
      name: 'units',
      caption: words.units.title,
      // Departments and towns stand apart: their columns are not alike.
      rows: units.toSorted((a, b) => groupOf(a) - groupOf(b) || (scored(a)?.score ?? 101) - (scored(b)?.score ?? 101)),
      columns: [
        described(reader, unitFields.unit, { show: (row) => <a href={unitPath(row.id)}>{names.unit(row.id)}</a> }),
        { head: words.head.kind, value: (row) => words.kind[row.kind as keyof typeof words.kind] ?? row.kind, minor: true },
        {
          head: words.head.score,
          value: (row) => scored(row)?.score ?? null,
          show: (row) => <ScoreShown score={scored(row)} words={words} />,
          number: true,
        },
        { head: words.units.scoreLow, value: (row) => scored(row)?.low ?? null, number: true, filed: true },
        { head: words.units.scoreHigh, value: (row) => scored(row)?.high ?? null, number: true, filed: true },
        counted(unitFields.columns),
        counted(unitFields.overdue, 'overdue'),
        counted(unitFields.blank, 'blank'),
        counted(unitFields.due, 'due'),
        counted(unitFields.unknown, 'unknown'),
        described(reader, unitFields.items, { show: (row) => <Count of={row.items} list={itemsPath({ unit: row.id, ...asked.span })} /> }),
        described(reader, unitFields.lastPublished, { minor: true }),
        ...responseColumns(responses, words),
      ],
    };
    const file = await exported(c, table);
    if (file) return file;
    return page(
      c,
      { title: words.units.title, section: 'units', lead: <Momentary judgement={judgement} names={names} words={words} /> },
      <>
        <p class="hint">
          {words.units.lead} {words.units.scoreHelp} {words.units.timesHelp}
        </p>
        <PeriodPicker c={c} asked={asked} />
        <Filters
          c={c}
          keeps={['period', 'from', 'to']}
          filters={[
            { kind: 'text', name: 'search', label: words.filter.search },
            choice('kind', words.head.kind, UNIT_KINDS, (value) => words.kind[value]),
            choice('status', words.head.status, COLUMN_STATUSES, (value) => words.status[value]),
          ]}
        />
        <KeptFilters c={c} services={services} />
        <TableView c={c} table={table} />
      </>,
    );
  });
};

/** Offices and departments first, then towns and streets. */
function groupOf({ kind }: UnitRow): number {
  return kind === 'township' || kind === 'street' ? 1 : 0;
}
