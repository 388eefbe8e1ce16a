import { setMaxListeners } from 'node:events';
import { DelayedError, type Job, WaitingError } from 'bullmq';
import type { CrawlPorts } from '../../crawlers/site/ports.ts';
import type { RunRecord, RunState } from '../../src/model/records.ts';
import { isOpen, nextClosing, nextOpening } from '../schedule/window.ts';
import type { Workshop } from '../workshop.ts';
import { lastCall, readingEnd } from './deadline.ts';
import { keepJobLock } from './job-lock.ts';
import { workshopOf } from './run-revision.ts';
import { readSite, type SiteTask } from './site-task.ts';

/*
 * A site's job: waiting → (delayed until the site's window opens) → active → over.
 * While it is active it stops reading, with what was read kept, when
 *   the worker is to stop      → it goes back into the queue for another one
 *   the window closes          → it waits for the next opening, if that comes before the run's end of reading
 *   the run ends or was cancelled → it is over; closing the run says what was not reached
 *   another worker has the job → it is over here; nothing more is asked
 */

export interface SiteCrew {
  readonly workshop: Workshop;
  readonly render: CrawlPorts['render'];
  /** Aborted when this worker is to stop. */
  readonly stopping: AbortSignal;
  /** How long a job's lock lasts without being renewed. */
  readonly lockMs: number;
  progress: CrawlPorts['progress'];
}

const OPEN: readonly RunState[] = ['planned', 'running'];
/** How often a job looks whether its run was cancelled. */
const LOOK_MS = 3_000;

type Stop = 'run-over' | 'window-closed';

export async function doSiteJob(crew: SiteCrew, job: Job<SiteTask>, token: string): Promise<void> {
  const { store, clock } = crew.workshop;
  const run = await store.runs.get(job.data.run);
  if (run === null || !OPEN.includes(run.state)) return;
  const workshop = await workshopOf(crew.workshop, run);
  const { window } = job.data.site.crawl;
  const zone = workshop.config.estate.timezone;
  const now = clock.now();
  const end = readingEnd(run);
  if (end !== null && now >= end) return;
  if (!isOpen(window, zone, now)) return waitForWindow();

  const over = new AbortController();
  const lock = keepJobLock(job, token, crew.lockMs, clock);
  const closing = nextClosing(window, zone, now);
  const stopped = watch(crew, run, end, closing, over);
  const signal = AbortSignal.any([crew.stopping, lock.lost, over.signal]);
  // Every request of the site listens.
  setMaxListeners(0, signal);
  try {
    const { render, progress } = crew;
    const guarded = { ...workshop, door: lock.guard(workshop.door) };
    const reading = { narrowing: {}, full: false, signal, render, progress, found: () => undefined };
    await withLastCall(readSite(guarded, run, job.data, reading), crew.workshop, run, over.signal);
  } finally {
    over.abort('run-over' satisfies Stop);
    await stopped;
  }
  if (lock.lost.aborted) return;
  if (crew.stopping.aborted && signal.reason === crew.stopping.reason) {
    await job.moveToWait(token);
    throw new WaitingError();
  }
  if (over.signal.reason === ('window-closed' satisfies Stop)) await waitForWindow();

  /** Comes back at the next opening, or not at all where reading is over by then. */
  async function waitForWindow(): Promise<void> {
    const opening = nextOpening(window, zone, clock.now());
    if (end !== null && opening >= end) return;
    await job.moveToDelayed(opening.getTime(), token);
    throw new DelayedError();
  }
}

/** Aborts `over` when reading is to stop; ends once it is aborted. */
async function watch(crew: SiteCrew, run: RunRecord, end: Date | null, closing: Date | null, over: AbortController): Promise<void> {
  const { store, clock } = crew.workshop;
  while (!over.signal.aborted) {
    const now = clock.now();
    if (end !== null && now >= end) return over.abort('run-over' satisfies Stop);
    if (closing !== null && now >= closing) return over.abort('window-closed' satisfies Stop);
    const next = Math.min(LOOK_MS, ...[end, closing].flatMap((at) => (at === null ? [] : [at.getTime() - now.getTime()])));
    await clock.sleep(Math.max(1, next), over.signal).catch(() => undefined);
    if (over.signal.aborted) return;
    // A store that does not answer now is no reason to stop: what is read will be stored when it does.
    const current = await store.runs.get(run.id).catch(() => run);
    if (current === null || !OPEN.includes(current.state)) return over.abort('run-over' satisfies Stop);
  }
}

/** Leaves behind a crawl that does not heed the end of reading, so that the run ends in time. */
async function withLastCall(reading: Promise<unknown>, { clock }: Workshop, run: RunRecord, over: AbortSignal): Promise<void> {
  const at = lastCall(run);
  if (at === null) return void (await reading);
  const through = new AbortController();
  const called = clock.sleep(Math.max(0, at.getTime() - clock.now().getTime()), through.signal).then(() => over.aborted);
  called.catch(() => undefined);
  try {
    await Promise.race([reading, called]);
  } finally {
    through.abort();
    reading.catch(() => undefined);
  }
}
