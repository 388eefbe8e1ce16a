import { outcomeFacts } from '../../model/outcome.ts';
import type { RunRecord, TargetRecord } from '../../model/records.ts';
import { askForAudit } from '../ask-for-audit.ts';
import { visitorOf } from '../context.ts';
import type { Register } from '../registrations.ts';
import { findingTable } from '../view/finding-table.tsx';
import { FormToken, page } from '../view/layout.tsx';
import { columnPath, runPath } from '../view/links.ts';
import { namesOf } from '../view/names.ts';
import { paged } from '../view/pager.tsx';
import { tellProblem } from '../view/problem.tsx';
import { Status } from '../view/status.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

const LISTED = 200;
const TARGETS = 100;

/** Audits: what each cost and came to, and that every planned column has its result. */
export const registerRuns: Register = (app, desk) => {
  app.get('/runs', async (c) => {
    const { words, language } = c.var;
    const names = namesOf(desk.config, language);
    const runs = await desk.store.runs.list(LISTED);
    const { shown, pager } = paged(c, runs, 50);
    const table: Table<RunRecord> = {
      name: 'runs',
      caption: words.runs.title,
      rows: runs,
      shown,
      columns: [
        {
          head: words.head.started,
          value: (row) => names.time(row.startedAt),
          show: (row) => <a href={runPath(row.id)}>{names.time(row.startedAt)}</a>,
        },
        { head: words.head.kind, value: (row) => words.run[row.kind], minor: true },
        { head: words.head.state, value: (row) => words.run[row.state], show: (row) => <Status name={row.state} of={words.run} /> },
        { head: words.head.asOf, value: (row) => names.time(row.asOf), minor: true },
        { head: words.head.finished, value: (row) => (row.finishedAt ? names.time(row.finishedAt) : null), minor: true },
        { head: words.head.requests, value: (row) => row.traffic.requests, number: true },
        { head: words.head.notModified, value: (row) => row.traffic.notModified, number: true, minor: true },
        {
          head: words.head.bytes,
          value: (row) => row.traffic.bytes,
          show: (row) => `${(row.traffic.bytes / 1e6).toFixed(1)} MB`,
          number: true,
          minor: true,
        },
        { head: words.head.failed, value: (row) => row.failed, number: true },
        { head: words.head.detail, value: (row) => row.error, minor: true },
      ],
    };
    const file = await exported(c, table);
    if (file) return file;
    const mayStart = visitorOf(c).role === 'supervisor' && desk.askForAudit !== undefined;
    return page(
      c,
      { title: words.runs.title, section: 'runs' },
      <>
        {c.req.query('asked') !== undefined && <p class="done">{words.runs.asked}</p>}
        {mayStart && (
          <form method="post" action="/runs">
            <FormToken c={c} />
            <button type="submit">{words.runs.start}</button>
          </form>
        )}
        <TableView c={c} table={table} />
        {pager}
      </>,
    );
  });

  app.post('/runs', async (c) => {
    if ((await askForAudit(c, desk)) === null) return tellProblem(c, 404, c.var.words.error.notFound);
    return c.redirect('/runs?asked');
  });

  app.get('/runs/:run', async (c) => {
    const { words, language } = c.var;
    const names = namesOf(desk.config, language);
    const run = await desk.store.runs.get(c.req.param('run'));
    if (run === null) return tellProblem(c, 404, words.error.notFound);
    const [targets, found] = await Promise.all([desk.store.runs.targets(run.id), desk.store.findings.list(run.id)]);
    const rows = targets.toSorted((a, b) => weight(b) - weight(a));
    const { shown, pager } = paged(c, rows, TARGETS);
    const results: Table<TargetRecord> = {
      name: 'targets',
      caption: words.runs.targets,
      rows,
      shown,
      columns: [
        { head: words.head.site, value: (row) => names.site(row.site) },
        { head: words.head.column, value: (row) => row.column, show: (row) => <a href={columnPath(row.site, row.column)}>{row.column}</a> },
        { head: words.head.outcome, value: (row) => row.outcome && outcomeFacts(row.outcome)[language] },
        { head: words.head.at, value: (row) => (row.recordedAt ? names.time(row.recordedAt) : null), minor: true },
      ],
    };
    const findings = { ...findingTable(found, names, words), caption: words.runs.findings };
    const file = await exported(c, results, findings);
    if (file) return file;
    const missing = targets.filter(({ outcome }) => outcome === null).length;
    return page(
      c,
      { title: `${words.run[run.kind]} ${names.time(run.startedAt)}`, section: 'runs' },
      <>
        <p class={missing === 0 ? 'done' : 'note'}>{missing === 0 ? words.runs.complete : words.runs.missing(missing)}</p>
        <TableView c={c} table={findings} />
        <TableView c={c} table={results} />
        {pager}
      </>,
    );
  });
};

/** What has no result stands first, then what could not be read. */
function weight({ outcome }: TargetRecord): number {
  if (outcome === null) return 2;
  return outcomeFacts(outcome).reason === null ? 0 : 1;
}
