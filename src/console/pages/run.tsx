import { outcomeFacts } from '../../model/outcome.ts';
import type { TargetRecord } from '../../model/records.ts';
import { namesOf } from '../../rows/names.ts';
import { filterFindings } from '../finding-filters.ts';
import { findColumn } from '../judgement.ts';
import { OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import { findingTable } from '../view/finding-table.tsx';
import { page } from '../view/layout.tsx';
import { columnPath, runPath, sitePath } from '../view/links.ts';
import { paged } from '../view/pager.tsx';
import { tellProblem } from '../view/problem.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { RunFacts } from './run/facts.tsx';
import { FindingChoice } from './run/finding-choice.tsx';

const TARGETS = 100;

/** One audit: that every planned column has its result, and what it found. */
export const registerRun: Register = (app, services) => {
  app.read('/runs/:run', OFFICE, async (c) => {
    const { words, language } = c.var;
    const names = namesOf(services.config, language);
    const run = await services.store.runs.get(c.req.param('run'));
    if (run === null) return tellProblem(c, 404, words.error.notFound);
    const [targets, found, judgement] = await Promise.all([
      services.store.runs.targets(run.id),
      services.store.findings.list(run.id),
      services.judgementFor(c),
    ]);
    const wanted = RESULTS[c.req.query('result') as keyof typeof RESULTS] ?? (() => true);
    const rows = targets.filter(wanted).toSorted((a, b) => weight(b) - weight(a));
    const { shown, pager } = paged(c, rows, TARGETS);
    const nameOf = ({ site, column }: TargetRecord) => findColumn(judgement, site, column)?.name ?? column;
    const results: Table<TargetRecord> = {
      name: 'targets',
      caption: words.runs.targets,
      rows,
      shown,
      columns: [
        {
          head: words.head.site,
          value: (row) => names.site(row.site),
          show: (row) => <a href={sitePath(row.site)}>{names.site(row.site)}</a>,
        },
        { head: words.head.column, value: nameOf, show: (row) => <a href={columnPath(row.site, row.column)}>{nameOf(row)}</a> },
        { head: words.head.outcome, value: (row) => row.outcome && outcomeFacts(row.outcome)[language] },
        { head: words.head.at, value: (row) => (row.recordedAt ? names.time(row.recordedAt) : null), minor: true },
      ],
    };
    const findings = findingTable(filterFindings(found, c.req.query(), language), words.runs.findings, {
      names,
      words,
      language,
      pack: services.config.pack,
    });
    const file = await exported(c, results, findings);
    if (file) return file;
    const missing = targets.filter(RESULTS.missing).length;
    const list = (result: keyof typeof RESULTS) => `${runPath(run.id)}?result=${result}#table-targets`;
    return page(
      c,
      { title: `${words.runs.kind(words.run[run.kind], run.narrowed)} ${names.time(run.startedAt)}`, section: 'runs' },
      <>
        <p class={missing === 0 ? 'done' : 'note'}>
          {missing === 0 ? words.runs.complete : <a href={list('missing')}>{words.runs.missing(missing)}</a>}
        </p>
        <RunFacts run={run} title={words.runs.facts} names={names} words={words} language={language} whole />
        <FindingChoice c={c} findings={found} names={names} />
        <TableView c={c} table={findings} />
        <TableView c={c} table={results} />
        {pager}
      </>,
    );
  });
};

/** Which results an address may ask for. */
const RESULTS = {
  missing: ({ outcome }: TargetRecord) => outcome === null,
  unread: ({ outcome }: TargetRecord) => outcome !== null && outcomeFacts(outcome).reason !== null,
} as const;

/** What has no result stands first, then what could not be read. */
function weight(target: TargetRecord): number {
  if (RESULTS.missing(target)) return 2;
  return RESULTS.unread(target) ? 1 : 0;
}
