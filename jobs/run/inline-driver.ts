import { setMaxListeners } from 'node:events';
import { forEachOf } from '../../crawlers/site/pool.ts';
import type { CrawlEvent, CrawlPorts } from '../../crawlers/site/ports.ts';
import type { RunRecord, SiteRecord } from '../../src/model/records.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import { ToldError, toldOf } from '../../src/model/told-error.ts';
import { StoreError } from '../../src/store/errors.ts';
import type { Workshop } from '../workshop.ts';
import { type Closed, closeRun } from './close.ts';
import { endRun } from './end-run.ts';
import { openRun, type RunOrder } from './order.ts';
import { planRun, scopesOf, targetsOf } from './plan.ts';
import { type HoldTiming, holdRun, type RunHold } from './run-hold.ts';
import { readSite, type SiteTask } from './site-task.ts';

/** What a person wants read by this very process. */
export interface InlineOrder extends Pick<RunOrder, 'kind' | 'asOf' | 'narrowing'> {
  /** Read everything again, whatever is known. */
  readonly full: boolean;
  readonly render: CrawlPorts['render'];
  readonly signal: AbortSignal;
  readonly hold?: HoldTiming;
  progress(event: RunEvent): void;
}

export type RunEvent =
  | CrawlEvent
  /** How many columns the run is to read; told again when more were found. */
  | { readonly kind: 'planned'; readonly columns: number }
  | { readonly kind: 'site'; readonly record: SiteRecord };

/** Sites under way at once in one process; each keeps to its own host's pace. */
const SITES_AT_ONCE = 8;
/** Where discovery finds the columns. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;
/** The smallest sites begin alone, so that whoever waits sees a first one soon: until one of them is read, no longer than this. */
const [AHEAD, AHEAD_MS] = [3, 3000];
/** An interrupted run older than this is not taken up again: what it saw is no longer one picture. */
const RESUMABLE_MS = 12 * 3600_000;

/**
 * Drives a run in this process, from its start to all that follows. A run of the same order that was cut off a short time ago goes on
 * where it was, if its process is proven to be gone. When the signal aborts, what was read is kept and the run says that it was interrupted.
 */
export async function runInline(workshop: Workshop, order: InlineOrder): Promise<Closed> {
  const { run, hold } = await takeRun(workshop, order);
  const { runs } = workshop.store;
  const signal = AbortSignal.any([order.signal, hold.lost]);
  // Every request of every site listens.
  setMaxListeners(0, signal);
  try {
    const tasks = await planRun(workshop, run, order.narrowing);
    await runs.update(run.id, { state: 'running', asOf: order.asOf, revision: workshop.config.revision, finishedAt: null, error: null });
    const failures = await readSites(workshop, { ...run, asOf: order.asOf }, tasks, { ...order, signal });
    if (!(await hold.isOurs()) && (await runs.get(run.id))?.state !== 'cancelled') throw takenOver();
    return await closeRun(workshop, run.id, { failures, narrowing: order.narrowing, interrupted: order.signal.aborted });
  } catch (error) {
    // Where the store is away it cannot be told; the run is found without its process then.
    const ours = await hold.isOurs().catch(() => null);
    if (ours) await endRun(workshop, run, { state: 'failed', error: toldOf(error) }).catch(() => undefined);
    throw ours === false ? takenOver(error) : error;
  } finally {
    await hold.letGo();
  }
}

/** Another process took the run over while this one stood still. */
function takenOver(cause?: unknown): ToldError {
  return new ToldError(
    {
      zh: '本进程停顿太久，这次运行已由另一个进程接手，没有丢失任何内容。',
      en: 'This process stood still for too long, and another has taken its run over; nothing is lost.',
    },
    { code: 'run-taken-over', side: 'us', cause },
  );
}

/** The run that goes on, else a new one; either way it is this process's. */
async function takeRun(workshop: Workshop, order: InlineOrder): Promise<{ readonly run: RunRecord; readonly hold: RunHold }> {
  const earlier = await interruptedRun(workshop, order);
  const hold = earlier && (await holdRun(workshop, earlier, order.hold));
  if (earlier && hold) return { run: earlier, hold };
  const run = await openRun(workshop, { ...order, driver: 'inline', due: null, deadline: null });
  return { run, hold: (await holdRun(workshop, run, order.hold))! };
}

/** The latest run, where it was cut off, is recent, and was to read exactly these columns. */
async function interruptedRun(workshop: Workshop, order: InlineOrder): Promise<RunRecord | null> {
  if (order.full) return null;
  const [latest] = await workshop.store.runs.list(1);
  const wasCutOff = latest?.state === 'interrupted' || latest?.state === 'running';
  if (!latest || latest.kind !== order.kind || latest.driver !== 'inline' || !wasCutOff) return null;
  if (workshop.clock.now().getTime() - latest.startedAt.getTime() > RESUMABLE_MS) return null;
  const targets = targetsOf(await scopesOf(workshop, order.narrowing));
  const planned = new Set((await workshop.store.runs.targets(latest.id)).map(({ site, column }) => `${site} ${column}`));
  const isSame = planned.size === targets.length && targets.every(({ site, column }) => planned.has(`${site} ${column}`));
  return isSame ? latest : null;
}

/** Reads the sites. One at which we fail does not stop the others; a store that fails stops all. Gives why sites failed, by site. */
async function readSites(
  workshop: Workshop,
  run: RunRecord,
  tasks: readonly SiteTask[],
  order: InlineOrder,
): Promise<ReadonlyMap<string, Sentence>> {
  const failures = new Map<string, Sentence>();
  let columns = tasks.reduce((sum, task) => sum + (task.columns?.length ?? 0), 0);
  const tellPlanned = (more: number) => {
    columns += more;
    order.progress({ kind: 'planned', columns });
  };
  tellPlanned(0);
  const smallestFirst = tasks.toSorted((one, other) => (one.columns?.length ?? UNKNOWN) - (other.columns?.length ?? UNKNOWN));
  const oneIsRead = new AbortController();
  const aheadIsOver = workshop.clock.sleep(AHEAD_MS, AbortSignal.any([oneIsRead.signal, order.signal])).catch(() => undefined);
  await forEachOf(smallestFirst, SITES_AT_ONCE, order.signal, async (task) => {
    if (smallestFirst.indexOf(task) >= AHEAD) await aheadIsOver;
    try {
      const record = await readSite(workshop, run, task, { ...order, progress: (event) => order.progress(event), found: tellPlanned });
      if (record !== null) order.progress({ kind: 'site', record });
      if (record?.status === 'ok') oneIsRead.abort();
    } catch (error) {
      if (error instanceof StoreError) throw error;
      failures.set(task.site.id, toldOf(error));
    }
  });
  oneIsRead.abort();
  return failures;
}
