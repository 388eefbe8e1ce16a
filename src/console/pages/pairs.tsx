import { stateText } from '../../duties/cell-text.ts';
import { DUTY_STATES, isPair, type PairResult } from '../../duties/duty.ts';
import { decidePair, PAIR_DECISION } from '../../duties/pairs/decide.ts';
import type { PairDecision } from '../../model/pair-decision.ts';
import { ToldError } from '../../model/told-error.ts';
import { dutyFields } from '../../rows/duties.ts';
import { readerOf } from '../../rows/field.ts';
import { type ConsoleContext, may, visitorOf } from '../context.ts';
import { ALL, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { described } from '../view/described.ts';
import { External } from '../view/external.tsx';
import { choice, choiceOf, Filters } from '../view/filters.tsx';
import { readForm } from '../view/form.ts';
import { FormToken, page } from '../view/layout.tsx';
import { unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { paged } from '../view/pager.tsx';
import { tellProblem } from '../view/problem.tsx';
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
    const mayDecide = may(c, 'POST', '/pairs');
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
          show: (row) => (
            <>
              <External url={row.counterpart}>{row.publishedOn}</External>
              {row.counterpart && row.linked && <span class="hint">{words.duties.linked}</span>}
            </>
          ),
        },
        {
          head: words.duties.proposal,
          value: (row) => row.proposal,
          show: (row) => (
            <>
              <External url={row.proposal} />
              {row.proposal && row.linked && <span class="hint">{words.duties.linked}</span>}
              {row.proposal && mayDecide && <Decide c={c} row={row} answer={row.proposal} />}
            </>
          ),
        },
        {
          head: words.duties.decidedBy,
          value: (row) => row.decidedBy,
          show: (row) => (
            <>
              {row.decidedBy}
              {row.counterpart && mayDecide && <Decide c={c} row={row} answer={row.counterpart} />}
            </>
          ),
        },
      ],
    };
    const decided: Table<PairDecision> = {
      name: 'decided',
      caption: words.duties.decisions,
      rows: judgement.unit === null ? await services.store.pairs.list() : [],
      columns: [
        { head: words.duties.call, value: (row) => row.call, show: (row) => <External url={row.call} /> },
        { head: words.duties.answer, value: (row) => row.answer, show: (row) => <External url={row.answer} /> },
        { head: words.head.outcome, value: (row) => (row.accepted ? words.duties.accepted : words.duties.refused) },
        { head: words.duties.decidedBy, value: (row) => row.by },
        { head: words.head.at, value: (row) => names.time(row.at) },
        ...(mayDecide ? [{ head: words.head.action, value: () => '', show: (row: PairDecision) => <TakeBack c={c} row={row} /> }] : []),
      ],
    };
    const file = await exported(c, table, decided);
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
        {decided.rows.length > 0 && <TableView c={c} table={decided} />}
      </>,
    );
  });

  app.write('/pairs', WORK, async (c) => {
    const { words, language } = c.var;
    const form = await readForm(c, PAIR_DECISION);
    if (form === null) return tellProblem(c, 400, words.error.invalid);
    try {
      const { duties } = (await services.judgementFor(c)).result;
      const { call, answer, accepted } = await decidePair(services, form, duties, visitorOf(c).email);
      await services.note(c, accepted ? 'accept-pair' : 'refuse-pair', call, answer);
    } catch (error) {
      if (error instanceof ToldError) return tellProblem(c, 400, error.sentence[language]);
      throw error;
    }
    return c.redirect('/pairs');
  });

  app.write('/pairs/withdraw', WORK, async (c) => {
    const form = await readForm(c, PAIR_DECISION.pick({ rule: true, call: true, answer: true }));
    const taken = form && (await services.store.pairs.withdraw(form));
    if (!taken) return tellProblem(c, 404, c.var.words.error.notFound);
    await services.note(c, 'withdraw-pair', taken.call, taken.answer);
    return c.redirect('/pairs');
  });
};

/** The two words that a person may say of a pair; of one that was found, only that it is none. */
function Decide({ c, row, answer }: { c: ConsoleContext; row: PairResult; answer: string }) {
  const { words } = c.var;
  return (
    <form method="post" action="/pairs">
      <FormToken c={c} />
      <input type="hidden" name="rule" value={row.rule} />
      <input type="hidden" name="call" value={row.url ?? ''} />
      <input type="hidden" name="answer" value={answer} />
      {row.counterpart === null && (
        <button type="submit" name="accepted" value="yes" class="plain">
          {words.duties.accept}
        </button>
      )}
      <button type="submit" name="accepted" value="no" class="plain">
        {words.duties.refuse}
      </button>
    </form>
  );
}

function TakeBack({ c, row }: { c: ConsoleContext; row: PairDecision }) {
  return (
    <form method="post" action="/pairs/withdraw">
      <FormToken c={c} />
      <input type="hidden" name="rule" value={row.rule} />
      <input type="hidden" name="call" value={row.call} />
      <input type="hidden" name="answer" value={row.answer} />
      <button type="submit" class="plain">
        {c.var.words.duties.withdraw}
      </button>
    </form>
  );
}
