import type { RunRecord } from '../../model/records.ts';
import { namesOf } from '../../rows/names.ts';
import { askForAudit } from '../ask-for-audit.ts';
import { may } from '../context.ts';
import { LEAD, OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import { Count } from '../view/count.tsx';
import { FormToken, page } from '../view/layout.tsx';
import { runPath, unreadPath } from '../view/links.ts';
import { tellProblem } from '../view/problem.tsx';
import { Status } from '../view/status.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { turned } from '../view/turned.tsx';

const PAGE = 50;

/** Audits: what each cost and came to. */
export const registerRuns: Register = (app, services) => {
  app.section('runs', '/runs', OFFICE, async (c) => {
    const { words, language } = c.var;
    const names = namesOf(services.config, language);
    const { runs } = services.store;
    const { pager, ...listed } = await turned(c, PAGE, runs.list, runs.count);
    const table: Table<RunRecord> = {
      name: 'runs',
      caption: words.runs.title,
      ...listed,
      columns: [
        {
          head: words.head.started,
          value: (row) => names.time(row.startedAt),
          show: (row) => <a href={runPath(row.id)}>{names.time(row.startedAt)}</a>,
        },
        { head: words.head.kind, value: (row) => words.runs.kind(words.run[row.kind], row.narrowed), minor: true },
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
        {
          head: words.head.failed,
          value: (row) => row.failed,
          show: (row) => <Count of={row.failed} list={unreadPath(row.id)} />,
          number: true,
        },
        { head: words.head.detail, value: (row) => row.error?.[language] ?? null, minor: true },
      ],
    };
    const file = await exported(c, table);
    if (file) return file;
    const mayStart = may(c, 'POST', '/runs') && services.askForAudit !== undefined;
    return page(
      c,
      { title: words.runs.title, section: 'runs' },
      <>
        {c.req.query('asked') !== undefined && <p class="done">{words.runs.asked}</p>}
        {mayStart && (
          <form class="before" method="post" action="/runs">
            <FormToken c={c} />
            <button type="submit">{words.runs.start}</button>
          </form>
        )}
        <TableView c={c} table={table} />
        {pager}
      </>,
    );
  });

  app.write('/runs', LEAD, async (c) => {
    if ((await askForAudit(c, services)) === null) return tellProblem(c, 404, c.var.words.error.notFound);
    return c.redirect('/runs?asked');
  });
};
