import type { UnitRow } from '../../audit/audit-result.ts';
import { askedPeriod } from '../asked-period.ts';
import { periodCounts } from '../period-counts.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { Count } from '../view/count.tsx';
import { page } from '../view/layout.tsx';
import { columnsPath, itemsPath, unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { namesOf } from '../view/names.ts';
import { PeriodPicker } from '../view/period-picker.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { responseColumns } from './units/response-columns.tsx';
import { scoreOf } from './units/score.ts';

/** Units by how punctual they are, and how long they take with what they are sent. */
export const registerUnits: Register = (app, services) => {
  app.section('units', '/units', ALL, async (c) => {
    const { words, language } = c.var;
    const [judgement, responses] = await Promise.all([services.judgementFor(c), services.responses()]);
    const names = namesOf(services.config, language);
    const asked = askedPeriod(c, judgement);
    const { units } = (await periodCounts(services, judgement, asked.span)).result;
    const number = (head: string, value: (row: UnitRow) => number, status?: string) => ({
      head,
      value,
      show: (row: UnitRow) => <Count of={value(row)} list={columnsPath({ unit: row.id, ...(status ? { status } : {}) })} />,
      number: true,
    });
    const table: Table<UnitRow> = {
      name: 'units',
      caption: words.units.title,
      rows: units.toSorted((a, b) => (scoreOf(a) ?? 101) - (scoreOf(b) ?? 101)),
      columns: [
        { head: words.head.unit, value: (row) => names.unit(row.id), show: (row) => <a href={unitPath(row.id)}>{names.unit(row.id)}</a> },
        { head: words.head.kind, value: (row) => words.kind[row.kind as keyof typeof words.kind] ?? row.kind, minor: true },
        { head: words.head.score, value: scoreOf, number: true },
        number(words.head.columns, (row) => row.columns),
        number(words.status.overdue, (row) => row.overdue, 'overdue'),
        number(words.status.blank, (row) => row.blank, 'blank'),
        number(words.status.due, (row) => row.due, 'due'),
        number(words.status.unknown, (row) => row.unknown, 'unknown'),
        {
          head: words.head.items,
          value: (row) => row.items,
          show: (row) => <Count of={row.items} list={itemsPath({ unit: row.id, ...asked.span })} />,
          number: true,
        },
        { head: words.head.lastPublished, value: (row) => row.lastPublished, minor: true },
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
        <TableView c={c} table={table} />
      </>,
    );
  });
};
