import type { UnitRow } from '../../timeliness/audit-result.ts';
import type { DutyResult } from '../../timeliness/duties.ts';
import type { Register } from '../registrations.ts';
import { Chart } from '../view/chart.tsx';
import { External } from '../view/external.tsx';
import { findingTable } from '../view/finding-table.tsx';
import { page } from '../view/layout.tsx';
import { itemsPath, unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { namesOf } from '../view/names.ts';
import { tellProblem } from '../view/problem.tsx';
import { Status } from '../view/status.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { columnTable } from './units/column-table.tsx';
import { scoreOf } from './units/score.ts';

/** Units by how punctual they are, and one unit with its columns, duties and findings. */
export const registerUnits: Register = (app, desk) => {
  app.get('/units', async (c) => {
    const { words, language } = c.var;
    const judgement = await desk.judgementFor(c);
    const names = namesOf(desk.config, language);
    const number = (head: string, value: (row: UnitRow) => number, status?: string) => ({
      head,
      value,
      number: true,
      ...(status
        ? {
            show: (row: UnitRow) =>
              value(row) > 0 && <a href={`/columns?unit=${encodeURIComponent(row.id)}&status=${status}`}>{value(row)}</a>,
          }
        : {}),
    });
    const table: Table<UnitRow> = {
      name: 'units',
      caption: words.units.title,
      rows: judgement.result.units.toSorted((a, b) => (scoreOf(a) ?? 101) - (scoreOf(b) ?? 101)),
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
          show: (row) => <a href={itemsPath({ unit: row.id, ...judgement.span })}>{row.items.toLocaleString('en-US')}</a>,
          number: true,
        },
        { head: words.head.lastPublished, value: (row) => row.lastPublished, minor: true },
      ],
    };
    const file = await exported(c, table);
    if (file) return file;
    return page(
      c,
      { title: words.units.title, section: 'units', lead: <Momentary judgement={judgement} names={names} words={words} /> },
      <>
        <p class="hint">
          {words.units.lead} {words.units.scoreHelp}
        </p>
        <TableView c={c} table={table} />
      </>,
    );
  });

  app.get('/units/:unit', async (c) => {
    const { words, language } = c.var;
    const judgement = await desk.judgementFor(c);
    const unit = judgement.result.units.find(({ id }) => id === c.req.param('unit'));
    if (unit === undefined) return tellProblem(c, 404, words.error.notFound);
    const names = namesOf(desk.config, language);
    const columns = columnTable(
      judgement.result.columns.filter((column) => column.unit === unit.id),
      { names, words, span: judgement.span },
    );
    const findings = findingTable(
      judgement.findings.filter((finding) => finding.unit === unit.id),
      names,
      words,
    );
    const duties: Table<DutyResult> = {
      name: 'duties',
      caption: words.units.duties,
      rows: judgement.result.duties.filter((duty) => duty.unit === unit.id),
      columns: [
        { head: words.head.duty, value: (row) => row.name },
        { head: words.head.year, value: (row) => String(row.year) },
        { head: words.head.dueOn, value: (row) => row.dueOn },
        { head: words.head.status, value: (row) => words.duty[row.status], show: (row) => <Status name={row.status} of={words.duty} /> },
        {
          head: words.head.published,
          value: (row) => row.publishedOn,
          show: (row) => (row.url ? <External url={row.url}>{row.publishedOn ?? words.column.open}</External> : words.none),
        },
      ],
    };
    const months = monthsOf(judgement.daily.get(judgement.daily.has(unit.id) ? unit.id : '') ?? new Map());
    const monthly: Table<readonly [string, number]> = {
      name: 'months',
      caption: words.units.monthly,
      rows: months,
      columns: [
        { head: words.head.month, value: ([month]) => month },
        { head: words.head.items, value: ([, count]) => count, number: true },
      ],
    };
    const file = await exported(c, columns, findings, duties, monthly);
    if (file) return file;
    const score = scoreOf(unit);
    return page(
      c,
      { title: names.unit(unit.id), section: 'units', lead: <Momentary judgement={judgement} names={names} words={words} />, charts: true },
      <>
        <ul class="tiles">
          <li>
            <div class="tile" title={words.units.scoreHelp}>
              <strong>{score ?? words.none}</strong> {words.head.score}
            </div>
          </li>
          {(['overdue', 'blank', 'due', 'unknown', 'fresh'] as const).map((status) => (
            <li>
              <a href={`/columns?unit=${encodeURIComponent(unit.id)}&status=${status}`}>
                <strong>{unit[status]}</strong> {words.status[status]}
              </a>
            </li>
          ))}
          <li>
            <a href={itemsPath({ unit: unit.id, ...judgement.span })}>
              <strong>{unit.items.toLocaleString('en-US')}</strong> {words.today.items}
            </a>
          </li>
        </ul>
        <p class="hint">{words.units.scoreHelp}</p>
        <TableView c={c} table={columns} />
        <TableView c={c} table={findings} />
        {duties.rows.length > 0 && <TableView c={c} table={duties} />}
        <Chart
          c={c}
          title={words.units.monthly}
          data={{
            kind: 'bars',
            labels: months.map(([month]) => month),
            series: [{ name: words.head.items, values: months.map(([, count]) => count) }],
          }}
          table={monthly}
        />
      </>,
    );
  });
};

function monthsOf(days: ReadonlyMap<string, number>): (readonly [string, number])[] {
  const months = new Map<string, number>();
  for (const [day, count] of days) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + count);
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1));
}
