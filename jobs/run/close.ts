import type { AuditResult } from '../../src/audit/audit-result.ts';
import { dayIn } from '../../src/model/day.ts';
import type { RunRecord, TargetRecord } from '../../src/model/records.ts';
import { inLines, type Sentence } from '../../src/model/sentence.ts';
import { toldOf } from '../../src/model/told-error.ts';
import type { Narrowing } from '../../src/store/store.ts';
import { isNarrowed } from '../crawl/scope.ts';
import { markDuplicates } from '../judging/duplicates.ts';
import { type Judged, judgeStored, yearToDate } from '../judging/judge.ts';
import { judgeAndKeep } from '../judging/judgement.ts';
import { collectFeeds } from '../media/collect-feeds.ts';
import { probeFunctions } from '../media/probe-functions.ts';
import { lookAtLinks } from '../quality/links.ts';
import { lookAgain, maskKeptTexts } from '../quality/personal-data.ts';
import type { Workshop } from '../workshop.ts';
import { AFTER_AUDIT } from './after-audit.ts';
import { broughtAnything, endRun } from './end-run.ts';
import { workshopOf } from './run-revision.ts';
import { recordUnread } from './unread.ts';

/** How the reading of a run went. */
export interface Closing {
  /** Why sites could not be read through a fault of ours, by site. */
  readonly failures: ReadonlyMap<string, Sentence>;
  readonly narrowing: Narrowing;
  /** Somebody stopped it: what was not read is left to whoever goes on with the run. */
  readonly interrupted: boolean;
}

export interface Closed {
  readonly run: RunRecord;
  /** What an audit came to; null for a mere crawl and for a run that was over, cancelled or failed. */
  readonly judged: Judged | null;
}

const OVER: readonly RunRecord['state'][] = ['done', 'failed'];

/**
 * The close of a run, whoever drove it: every planned column that nobody came to gets its outcome, planned minus recorded is checked
 * to be empty, what is stored is judged, and what comes after an audit is done. Doing it twice does it once.
 */
export async function closeRun(here: Workshop, id: string, closing: Closing): Promise<Closed> {
  const { store } = here;
  const run = await store.runs.get(id);
  if (run === null) throw new Error(`no run ${id}`);
  if (OVER.includes(run.state) || (run.state === 'cancelled' && run.finishedAt !== null)) return { run, judged: null };
  const workshop = await workshopOf(here, run);
  if (closing.interrupted && run.state !== 'cancelled') return interrupt(workshop, run, closing);
  const judging = await store.runs.move(id, ['planned', 'running', 'judging'], { state: 'judging' });
  await recordNotReached(workshop, run, closing.failures);
  const targets = await store.runs.targets(id);
  const gap = targets.filter(({ outcome }) => outcome === null);
  if (gap.length > 0) return fail(workshop, run, describeGap(gap));
  if (!judging) return { run: await endRun(workshop, run, { state: 'cancelled', error: null }), judged: null };
  // What is judged knows what it cost; the run is done when all that follows from it is.
  const read = await endRun(workshop, run, { state: 'judging', error: null });
  if (isWholeAudit(read)) {
    await collectFeeds(workshop, { signal: new AbortController().signal });
    await probeFunctions(workshop, read, new AbortController().signal);
  }
  await maskKeptTexts(store);
  if (isWholeAudit(read)) await lookAgain(workshop, read, new AbortController().signal);
  if (isWholeAudit(read)) await lookAtLinks(workshop, read, new AbortController().signal);
  if (broughtAnything(read)) await markDuplicates(store);
  const judged = await judge(workshop, read, isNarrowed(closing.narrowing) ? closing.narrowing : namedIn(read, targets));
  const troubles = judged && (await isTonightsWhole(workshop, read, targets)) ? await doAfterwards(workshop, read, judged.result) : [];
  const notes = [describeQuarantine(workshop), ...troubles].filter((note) => note !== null);
  return { run: await endRun(workshop, run, { state: 'done', error: notes.length === 0 ? null : inLines(notes) }), judged };
}

/** What somebody asked for where workers read it: nothing but its plan says so. */
function namedIn({ narrowed }: RunRecord, targets: readonly TargetRecord[]): Narrowing {
  if (!narrowed) return {};
  return { sites: [...new Set(targets.map(({ site }) => site))], columns: [...new Set(targets.map(({ column }) => column))] };
}

/** What was read so far is judged for whoever looks at it; nothing follows from it. */
async function interrupt(workshop: Workshop, run: RunRecord, { narrowing }: Closing): Promise<Closed> {
  const interrupted = await endRun(workshop, run, { state: 'interrupted', error: null });
  if (broughtAnything(interrupted)) await markDuplicates(workshop.store);
  return { run: interrupted, judged: await judge(workshop, interrupted, narrowing) };
}

async function fail(workshop: Workshop, run: RunRecord, error: Sentence): Promise<Closed> {
  const failed = await endRun(workshop, run, { state: 'failed', error });
  await doAfterwards(workshop, failed, null);
  return { run: failed, judged: null };
}

const isWholeAudit = ({ kind, narrowed }: RunRecord) => kind === 'audit' && !narrowed;

/**
 * Whether something follows from a run: it is an audit of every column there is, and its "now" was now. Of one that tried a few again
 * nothing follows for the others, and of one of a past moment nothing at all.
 */
async function isTonightsWhole({ store, config, clock }: Workshop, run: RunRecord, targets: readonly TargetRecord[]): Promise<boolean> {
  const [from, asOf, to] = [run.startedAt, run.asOf, clock.now()].map((instant) => dayIn(config.estate.timezone, instant));
  if (!isWholeAudit(run) || asOf! < from! || asOf! > to!) return false;
  const planned = new Set(targets.map(({ site, column }) => `${site} ${column}`));
  return (await store.columns.list()).every(({ site, id }) => planned.has(`${site} ${id}`));
}

/** What comes after an audit may fail without making the audit one that failed; it is told with the run. */
async function doAfterwards(workshop: Workshop, run: RunRecord, result: AuditResult | null): Promise<Sentence[]> {
  const troubles: Sentence[] = [];
  for (const follow of AFTER_AUDIT) {
    await follow(workshop, run, result).catch((error) => troubles.push(toldOf(error)));
  }
  return troubles;
}

async function recordNotReached(workshop: Workshop, run: RunRecord, failures: ReadonlyMap<string, Sentence>): Promise<void> {
  for (const target of await workshop.store.runs.targets(run.id)) {
    if (target.outcome === null) await recordUnread(workshop, run, target, 'not-reached', failures.get(target.site) ?? null);
  }
}

async function judge(workshop: Workshop, run: RunRecord, narrowing: Narrowing): Promise<Judged | null> {
  if (run.kind === 'crawl') return null;
  const { store, config } = workshop;
  const span = yearToDate(config.estate.timezone, run.asOf);
  const judged = run.narrowed
    ? await judgeStored(workshop, { asOf: run.asOf, span, narrowing, pack: config.pack })
    : await judgeAndKeep(workshop, run);
  await store.findings.save(run.id, judged.result.findings);
  return judged;
}

/** Planned minus recorded is not empty: the run must not pass for whole. */
function describeGap(gap: readonly TargetRecord[]): Sentence {
  const some = gap
    .slice(0, 5)
    .map(({ site, column }) => `${site}/${column}`)
    .join('、');
  return {
    zh: `内部错误：计划的 ${gap.length} 个栏目没有结果（${some}），本次审计不完整`,
    en: `a fault of ours: ${gap.length} planned columns have no outcome, so this run is not whole`,
  };
}

function describeQuarantine({ config: { quarantined } }: Workshop): Sentence | null {
  if (quarantined.length === 0) return null;
  const places = quarantined.flatMap(({ problems: [first] }) => (first ? [first.key ?? first.file] : []));
  return {
    zh: `配置有 ${quarantined.length} 处有误，已搁置：${places.join('、')}。运行 gongkai config check 查看`,
    en: `${quarantined.length} faulty entries of the configuration were set aside; see gongkai config check`,
  };
}
