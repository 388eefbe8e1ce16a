import { stateText } from '../../duties/cell-text.ts';
import { DUTY_STATES, isPair, type PairResult } from '../../duties/duty.ts';
import { dutyFields } from '../../rows/duties.ts';
import { readerOf } from '../../rows/field.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { described } from '../view/described.ts';
import { External } from '../view/external.tsx';
import { choice, choiceOf, Filters } from '../view/filters.tsx';
import { page } from '../view/layout.tsx';
import { unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { paged } from '../view/pager.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

const PAGE = 60;

/** What called for something else in the last year, and whether that was seen; what may answer is for a person to look at. */
export const registerPairs: Register = (app, services) => {
  app.read('/pairs', ALL, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const reader = readerOf(services.config, language);
    const { names } = reader;
    const all = judgement.result.duties.filter(isPair);
    const fits = (key: 'rule' | 'state' | 'unit', value: string) => [value, undefined, ''].includes(c.req.query(key));
    const rows = all.filter(({ rule, state, unit }) => fits('rule', rule) && fits('state', state) && fits('unit', unit));
    const { shown, pager } = paged(c, rows, PAGE);
    const table: Table<PairResult> = {
      name: 'pairs',
      caption: words.duties.pairs,
      rows,
      shown,
      columns: [
        described(reader, dutyFields.duty),
        {
          head: words.head.unit,
          value: (row) => names.unit(row.unit),
          show: (row) => <a href={unitPath(row.unit)}>{names.unit(row.unit)}</a>,
        },
        { head: words.duties.call, value: (row) => row.title, show: (row) => <External url={row.url}>{row.title}</External> },
        { head: words.head.url, value: (row) => row.url, filed: true },
        described(reader, dutyFields.dueOn),
        described(reader, dutyFields.state, {
          show: (row) => <span class={`status ${row.lacking ? 'unseen' : row.state}`}>{stateText(row, language)}</span>,
        }),
        {
          head: words.duties.answer,
          value: (row) => row.counterpart,
          show: (row) => <External url={row.counterpart}>{row.publishedOn}</External>,
        },
        { head: words.duties.proposal, value: (row) => row.proposal ?? null, show: (row) => <External url={row.proposal ?? null} /> },
      ],
    };
    const file = await exported(c, table);
    if (file) return file;
    const rules = [...new Map(all.map((one) => [one.rule, { value: one.rule, label: names.duty(one) }])).values()];
    return page(
      c,
      { title: words.duties.pairs, section: 'duties', lead: <Momentary judgement={judgement} names={names} words={words} /> },
      <>
        <p class="hint">{words.duties.pairsLead}</p>
        <Filters
          c={c}
          filters={[
            { kind: 'choice', name: 'rule', label: words.head.duty, choices: rules },
            choice('state', words.head.status, DUTY_STATES, (value) => words.duty[value]),
            choiceOf('unit', words.head.unit, judgement.result.units, names.unit),
          ]}
        />
        <TableView c={c} table={table} />
        {pager}
      </>,
    );
  });
};
