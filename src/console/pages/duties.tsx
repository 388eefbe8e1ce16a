import { heldTo } from '../../checks/parts/duty.ts';
import { type DutyResult, isPair, STANDINGS, type Standing, standingOf } from '../../duties/duty.ts';
import { countStandings } from '../../duties/matrix.ts';
import { type Names, namesOf } from '../../rows/names.ts';
import { may } from '../context.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { Count } from '../view/count.tsx';
import { choice, choiceOf, Filters } from '../view/filters.tsx';
import { page } from '../view/layout.tsx';
import { dutiesPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { paged } from '../view/pager.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import type { Words } from '../words/words.ts';
import { dutyTable } from './duties/duty-table.tsx';
import { matrixTable } from './duties/matrix-table.tsx';

const PAGE = 60;

/** Who must publish what by when: units by duties, how each duty stands, and the list behind every number. */
export const registerDuties: Register = (app, services) => {
  app.section('duties', '/duties', ALL, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const { pack, estate } = services.config;
    const names = namesOf(services.config, language);
    const duties = judgement.result.duties.filter((duty) => !isPair(duty));
    const held = duties.filter((duty) => heldTo(duty, pack) !== null);
    const by = { units: estate.units, names, words, language };
    const matrix = matrixTable(held, { ...by, name: 'matrix', caption: words.duties.held });
    const others = matrixTable(
      duties.filter((duty) => heldTo(duty, pack) === null),
      { ...by, name: 'matrix-listed', caption: words.duties.listed },
    );
    const counts = countTable(duties, names, words);
    const fits = (key: 'rule' | 'state' | 'unit' | 'year', value: string) => [value, undefined, ''].includes(c.req.query(key));
    const listed = duties.filter(
      (duty) => fits('rule', duty.rule) && fits('state', standingOf(duty)) && fits('unit', duty.unit) && fits('year', String(duty.year)),
    );
    const { shown, pager } = paged(c, listed, PAGE);
    const list = { ...dutyTable(listed, { name: 'list', caption: words.duties.list }, { names, words, language }), shown };
    const file = await exported(c, matrix, others, counts, list);
    if (file) return file;
    return page(
      c,
      { title: words.duties.title, section: 'duties', lead: <Momentary judgement={judgement} names={names} words={words} /> },
      <>
        <p class="hint">{words.duties.lead}</p>
        <p>
          <a href="/pairs">{words.duties.toPairs}</a> <a href="/clocks">{words.clocks.title}</a>{' '}
          <a href="/duties/budgets">{words.duties.toRoster}</a>{' '}
          {judgement.unit === null && <a href="/duties/approvals">{words.duties.toApprovals}</a>}{' '}
          {may(c, 'GET', '/estate/roster') && <a href="/estate/roster">{words.duties.toExceptions}</a>}{' '}
          <button type="button" class="plain" data-print data-script hidden>
            {words.duties.print}
          </button>
        </p>
        <TableView c={c} table={matrix} />
        <TableView c={c} table={others} />
        <TableView c={c} table={counts} />
        <Filters
          c={c}
          filters={[
            {
              kind: 'choice',
              name: 'rule',
              label: words.head.duty,
              choices: counts.rows.map(({ rule, name }) => ({ value: rule, label: name })),
            },
            choiceOf('unit', words.head.unit, judgement.result.units, names.unit),
            choice('state', words.head.status, STANDINGS, (value) => words.duty[value]),
          ]}
        />
        <TableView c={c} table={list} />
        {pager}
      </>,
    );
  });
};

interface Counted {
  readonly rule: string;
  readonly name: string;
  readonly states: Readonly<Record<Standing, number>>;
}

function countTable(results: readonly DutyResult[], names: Names, words: Words): Table<Counted> {
  const nameOf = new Map(results.map((result) => [result.rule, names.duty(result)]));
  return {
    name: 'counts',
    caption: words.duties.counts,
    rows: [...countStandings(results)].map(([rule, states]) => ({ rule, name: nameOf.get(rule) ?? rule, states })),
    columns: [
      { head: words.head.duty, value: (row) => row.name, show: (row) => <a href={dutiesPath({ rule: row.rule })}>{row.name}</a> },
      ...STANDINGS.map((state) => ({
        head: words.duty[state],
        value: (row: Counted) => row.states[state],
        show: (row: Counted) => <Count of={row.states[state]} list={dutiesPath({ rule: row.rule, state })} />,
        number: true,
      })),
    ],
  };
}
