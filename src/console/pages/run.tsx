import { outcomeFacts } from '../../model/outcome.ts';
import type { RunRecord, TargetRecord } from '../../model/records.ts';
import { namesOf } from '../../rows/names.ts';
import { type ConsoleContext, may } from '../context.ts';
import { filterFindings } from '../finding-filters.ts';
import { findColumn } from '../judgement.ts';
import { OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { findingTable } from '../view/finding-table.tsx';
import { page } from '../view/layout.tsx';
import { columnPath, entryPath, runPath, sitePath } from '../view/links.ts';
import { Live, tellProgress } from '../view/live.tsx';
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
        {isUnderWay(run) && (
          <Live from={`${runPath(run.id)}/events`} says={progressOf(c, services, run, targets)} again={words.newSite.again} />
        )}
        {run.state === 'done' && <WhatNext c={c} services={services} />}
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

/** While it goes on: what is read and how long still. */
export const registerRunProgress: Register = (app, services) => {
  app.read('/runs/:run/events', OFFICE, async (c) => {
    const id = c.req.param('run');
    if ((await services.store.runs.get(id)) === null) return tellProblem(c, 404, c.var.words.error.notFound);
    return tellProgress(c, services.clock, async () => {
      const [run, targets] = await Promise.all([services.store.runs.get(id), services.store.runs.targets(id)]);
      return run && isUnderWay(run) ? { says: progressOf(c, services, run, targets), over: false } : { says: '', over: true };
    });
  });
};

const isUnderWay = ({ state }: RunRecord): boolean => state === 'planned' || state === 'running' || state === 'judging';

/** How many columns are read of how many, which site is read now, and about how long it takes still. */
function progressOf(c: ConsoleContext, services: ConsoleServices, run: RunRecord, targets: readonly TargetRecord[]): string {
  const { words, language } = c.var;
  if (run.state !== 'running' || targets.length === 0) return words.run[run.state];
  const open = targets.filter(RESULTS.missing);
  const read = targets.length - open.length;
  const spent = services.clock.now().getTime() - run.startedAt.getTime();
  const minutes = read === 0 ? null : Math.ceil((spent / read) * (open.length / 60_000));
  const now = open[0] ? namesOf(services.config, language).site(open[0].site) : '';
  return words.runs.progress(read, targets.length, now, minutes);
}

/** What somebody does after the first audit of all: tells who hears of what it found. */
function WhatNext({ c, services }: { c: ConsoleContext; services: ConsoleServices }) {
  const { words } = c.var;
  if (services.config.alerts.contacts.length > 0 || !may(c, 'POST', '/estate/contacts/entry')) return null;
  return (
    <p class="note">
      <a href="/">{words.newSite.firstResult}</a>{' '}
      <a href={entryPath(services.config.alerts.channels.length === 0 ? 'channels' : 'contacts', null)}>{words.newSite.firstContact}</a>
    </p>
  );
}

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
