import { z } from 'zod';
import { APPROVAL, enterApproval, type ProposedApproval, proposedApprovals } from '../../duties/enter-approval.ts';
import { APPROVED, type EnteredApproval } from '../../model/estate.ts';
import { ToldError } from '../../model/told-error.ts';
import { namesOf } from '../../rows/names.ts';
import { may, visitorOf } from '../context.ts';
import { OFFICE, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { External } from '../view/external.tsx';
import { readForm } from '../view/form.ts';
import { FormToken, page } from '../view/layout.tsx';
import { tellProblem } from '../view/problem.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

const NAMED = z.object({ id: z.string().max(100) });

/** Days of approval: those entered, those that the sites' own news may tell of, and the form for one more. */
export const registerApprovals: Register = (app, services) => {
  app.read('/duties/approvals', OFFICE, async (c) => {
    const { words, language } = c.var;
    const names = namesOf(services.config, language);
    const mayWrite = may(c, 'POST', '/duties/approvals');
    const [entered, proposed] = await Promise.all([services.store.approvals.list(), proposedApprovals(services.store)]);
    const whose = ({ units }: EnteredApproval) => units?.map((unit) => names.unit(unit)).join('、') ?? words.duties.wholeGovernment;
    const table: Table<EnteredApproval> = {
      name: 'approvals',
      caption: words.duties.entered,
      rows: entered,
      columns: [
        { head: words.duties.what, value: (row) => words.duties.approvals[row.what] },
        { head: words.head.year, value: (row) => String(row.year) },
        { head: words.duties.approval, value: (row) => row.on },
        { head: words.head.unit, value: whose },
        { head: words.duties.source, value: (row) => row.source, show: (row) => <External url={row.source} /> },
        { head: words.head.by, value: (row) => row.by },
        ...(mayWrite
          ? [
              {
                head: words.head.action,
                value: () => '',
                show: (row: EnteredApproval) => (
                  <form method="post" action="/duties/approvals/withdraw">
                    <FormToken c={c} />
                    <input type="hidden" name="id" value={row.id} />
                    <button type="submit" class="plain">
                      {words.duties.withdraw}
                    </button>
                  </form>
                ),
              },
            ]
          : []),
      ],
    };
    const proposals: Table<ProposedApproval> = {
      name: 'proposals',
      caption: words.duties.proposals,
      rows: proposed,
      columns: [
        { head: words.duties.what, value: (row) => words.duties.approvals[row.what] },
        { head: words.head.year, value: (row) => String(row.year) },
        { head: words.head.published, value: (row) => row.on },
        { head: words.head.title, value: (row) => row.title, show: (row) => <External url={row.url}>{row.title}</External> },
      ],
    };
    const file = await exported(c, table, proposals);
    if (file) return file;
    return page(
      c,
      { title: words.duties.approvalsTitle, section: 'duties' },
      <>
        <p class="hint">{words.duties.approvalsLead}</p>
        <TableView c={c} table={table} />
        {mayWrite && (
          <form class="card" method="post" action="/duties/approvals">
            <FormToken c={c} />
            <h2>{words.duties.enter}</h2>
            <label>
              <span>{words.duties.what}</span>
              <select name="what">
                {APPROVED.map((what) => (
                  <option value={what}>{words.duties.approvals[what]}</option>
                ))}
              </select>
            </label>
            <label>
              <span>{words.head.year}</span>
              <input type="number" name="year" min="2000" max="2200" required />
            </label>
            <label>
              <span>{words.duties.approval}</span>
              <input type="date" name="on" required />
            </label>
            <label>
              <span>{words.head.unit}</span>
              <select name="units">
                <option value="">{words.duties.wholeGovernment}</option>
                {services.config.estate.units.map(({ id }) => (
                  <option value={id}>{names.unit(id)}</option>
                ))}
              </select>
            </label>
            <label>
              <span>{words.duties.source}</span>
              <input type="text" name="source" maxlength={500} />
            </label>
            <button type="submit">{words.duties.enter}</button>
          </form>
        )}
        <p class="hint">{words.duties.proposalsLead}</p>
        <TableView c={c} table={proposals} />
      </>,
    );
  });

  app.write('/duties/approvals', WORK, async (c) => {
    const { words, language } = c.var;
    const form = await readForm(c, APPROVAL);
    if (form === null) return tellProblem(c, 400, words.error.invalid);
    try {
      const { id, what, year, on } = await enterApproval(services, form, visitorOf(c).email);
      await services.note(c, 'enter-approval', `approval/${id}`, `${what} ${year} ${on}`);
    } catch (error) {
      if (error instanceof ToldError) return tellProblem(c, 400, error.sentence[language]);
      throw error;
    }
    return c.redirect('/duties/approvals');
  });

  app.write('/duties/approvals/withdraw', WORK, async (c) => {
    const form = await readForm(c, NAMED);
    const taken = form && (await services.store.approvals.withdraw(form.id));
    if (!taken) return tellProblem(c, 404, c.var.words.error.notFound);
    await services.note(c, 'withdraw-approval', `approval/${taken.id}`, `${taken.what} ${taken.year} ${taken.on}`);
    return c.redirect('/duties/approvals');
  });
};
