import { type DepartmentBudgets, departmentBudgets } from '../../duties/budgets/departments.ts';
import type { BudgetDocument } from '../../duties/budgets/documents.ts';
import { budgetRoster, type RosterCount, type RosterRow } from '../../duties/budgets/roster.ts';
import { STANDINGS, standingOf } from '../../duties/duty.ts';
import { isDay } from '../../model/day.ts';
import type { RulePack } from '../../model/rules.ts';
import { budgetFields } from '../../rows/budgets.ts';
import { readerOf } from '../../rows/field.ts';
import type { Names } from '../../rows/names.ts';
import type { ConsoleContext } from '../context.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { Count } from '../view/count.tsx';
import { described } from '../view/described.ts';
import { External } from '../view/external.tsx';
import { choiceOf, Filters } from '../view/filters.tsx';
import { page } from '../view/layout.tsx';
import { dutiesPath, dutyPath, unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import type { Words } from '../words/words.ts';

/** The roster of budgets and accounts: who must publish, who did, how many days after the approval, and the sums that were read. */
export const registerBudgets: Register = (app, services) => {
  app.read('/duties/budgets', ALL, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const reader = readerOf(services.config, language);
    const { names } = reader;
    const roster = budgetRoster(judgement.result.duties, judgement.result.budgets, services.config.pack);
    const asked = c.req.query('unit') ?? '';
    const counts: Table<RosterCount> = {
      name: 'counts',
      caption: words.duties.rosterCounts,
      rows: roster.counts,
      columns: [
        {
          head: words.head.duty,
          value: (row) => names.duty(row),
          show: (row) => <a href={dutiesPath({ rule: row.rule })}>{names.duty(row)}</a>,
        },
        { head: words.head.year, value: (row) => String(row.year) },
        { head: words.duties.owed, value: (row) => row.owed, number: true },
        ...STANDINGS.map((state) => ({
          head: words.duty[state],
          value: (row: RosterCount) => row.states[state] ?? 0,
          show: (row: RosterCount) => (
            <Count of={row.states[state] ?? 0} list={dutiesPath({ rule: row.rule, state, year: String(row.year) })} />
          ),
          number: true,
        })),
        { head: words.duties.sumsRead, value: (row) => row.read, number: true },
        { head: words.duties.sum, value: (row) => (row.read === 0 ? null : row.sum), number: true },
      ],
    };
    const rows: Table<RosterRow> = {
      name: 'roster',
      caption: words.duties.rosterRows,
      rows: roster.rows.filter(({ unit }) => asked === '' || unit === asked),
      columns: [
        described(reader, budgetFields.unit, { show: (row) => <a href={unitPath(row.unit)}>{names.unit(row.unit)}</a> }),
        described(reader, budgetFields.duty, { show: (row) => <a href={dutyPath(row)}>{names.duty(row)}</a> }),
        described(reader, budgetFields.year),
        described(reader, budgetFields.approvedOn),
        described(reader, budgetFields.dueOn),
        described(reader, budgetFields.published, { show: (row) => <External url={row.url}>{row.publishedOn}</External> }),
        described(reader, budgetFields.daysAfter),
        described(reader, budgetFields.state, {
          show: (row) => <span class={`status ${standingOf(row)}`}>{budgetFields.state.value(row, reader)}</span>,
        }),
        described(reader, budgetFields.total),
        described(reader, budgetFields.threePublic),
        described(reader, budgetFields.lacking, { minor: true }),
        described(reader, budgetFields.counterpart, { show: (row) => <External url={row.counterpart} />, minor: true }),
        described(reader, budgetFields.url, { filed: true }),
      ],
    };
    const departments: Table<DepartmentBudgets> = {
      name: 'departments',
      caption: words.duties.departments,
      rows: roster.departments,
      columns: [
        { head: words.duties.what, value: (row) => words.duties.departmental[row.what] },
        { head: words.head.year, value: (row) => String(row.year) },
        {
          head: words.duties.publishers,
          value: (row) => row.documents.length,
          show: (row) => <Count of={row.documents.length} list={publishedPath(row)} />,
          number: true,
        },
        { head: words.duties.sumsRead, value: (row) => row.read, number: true },
        { head: words.duties.sum, value: (row) => (row.read === 0 ? null : row.sum), number: true },
      ],
    };
    const published: Table<BudgetDocument> = {
      name: 'published',
      caption: words.duties.publishedOfDepartments,
      rows: askedDocuments(c, judgement.result.budgets, services.config.pack),
      columns: documentColumns(names, words),
    };
    const others: Table<BudgetDocument> = {
      name: 'others',
      caption: words.duties.strangers,
      rows: roster.others,
      columns: documentColumns(names, words),
    };
    const file = await exported(c, rows, counts, departments, published, others);
    if (file) return file;
    return page(
      c,
      { title: words.duties.roster, section: 'duties', lead: <Momentary judgement={judgement} names={names} words={words} /> },
      <>
        <p class="hint">{words.duties.rosterLead}</p>
        <p>{judgement.unit === null && <a href="/duties/approvals">{words.duties.toApprovals}</a>}</p>
        <TableView c={c} table={counts} />
        <TableView c={c} table={departments} />
        <Filters c={c} filters={[choiceOf('unit', words.head.unit, judgement.result.units, names.unit)]} />
        <TableView c={c} table={rows} />
        <TableView c={c} table={published} />
        <p class="hint">{words.duties.lastYearsOnly}</p>
        <TableView c={c} table={others} />
      </>,
    );
  });
};

/** The documents behind the number of departments that published a budget or accounts of a year. */
function publishedPath({ what, year }: Pick<DepartmentBudgets, 'what' | 'year'>): string {
  return `/duties/budgets?${new URLSearchParams({ what, of: String(year) })}#table-published`;
}

/** `?what=budget&of=2018`, and where days are given only what was published from the one to the other: what a number of a paper counted. */
function askedDocuments(c: ConsoleContext, budgets: readonly BudgetDocument[], pack: RulePack): BudgetDocument[] {
  c.set('periodTaken', true);
  const [what, year, from = '', to = ''] = ['what', 'of', 'from', 'to'].map((name) => c.req.query(name));
  const within = isDay(from) && isDay(to) ? { from, to } : null;
  return departmentBudgets(budgets, pack, within)
    .filter((count) => (!what || count.what === what) && (!year || String(count.year) === year))
    .flatMap(({ documents }) => documents);
}

function documentColumns(names: Names, words: Words): Table<BudgetDocument>['columns'] {
  return [
    { head: words.duties.stranger, value: (row) => row.stranger ?? (row.units.map(names.unit).join('、') || words.duties.bundle) },
    { head: words.duties.above, value: (row) => row.above && names.unit(row.above) },
    { head: words.duties.what, value: (row) => words.duties.approvals[row.what] },
    { head: words.head.year, value: (row) => String(row.year) },
    { head: words.head.published, value: (row) => row.publishedOn },
    { head: words.head.title, value: (row) => row.title, show: (row) => <External url={row.url}>{row.title}</External> },
    { head: words.head.url, value: (row) => row.url, filed: true },
    { head: words.duties.total, value: (row) => row.total, number: true },
  ];
}
