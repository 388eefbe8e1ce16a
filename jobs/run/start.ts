import type { RunRecord } from '../../src/model/records.ts';
import { NO_TRAFFIC } from '../crawl/meter.ts';
import type { JobFlows } from '../queue/queues.ts';
import type { DueRun } from '../schedule/due.ts';
import { nextOpening } from '../schedule/window.ts';
import type { Workshop } from '../workshop.ts';
import { readingEnd } from './deadline.ts';
import { closeJobId, JOB, RUNS, SITES, type SiteJobData, siteJobId } from './jobs.ts';
import { planRun } from './plan.ts';
import { runsUnderWay } from './under-way.ts';

/** A fault of ours in a site's job (the store did not answer) is tried again; what a site does is an outcome, never a failure. */
const SITE_TRIES = { attempts: 4, backoff: { type: 'exponential', delay: 5_000 } } as const;
const CLOSE_TRIES = { attempts: 5, backoff: { type: 'exponential', delay: 5_000 } } as const;

/** Starts the run that a schedule asks for unless it is there already: its row decides, however many schedulers ask. */
export async function startDueRun(workshop: Workshop, flows: JobFlows, due: DueRun): Promise<RunRecord> {
  const now = workshop.clock.now();
  const { run } = await workshop.store.runs.open({
    ...newRun(workshop, now),
    schedule: due.schedule,
    dueAt: due.dueAt,
    deadline: due.deadline,
  });
  return run.state === 'planned' ? launchRun(workshop, flows, run) : run;
}

/** Starts a run because somebody asks for one now, or gives the one that is under way: two looks at once would prove no more than one. */
export async function startAskedRun(workshop: Workshop, flows: JobFlows): Promise<RunRecord> {
  const { store, clock } = workshop;
  const [underWay] = await runsUnderWay(store);
  if (underWay) return underWay;
  const { run } = await store.runs.open(newRun(workshop, clock.now()));
  return launchRun(workshop, flows, run);
}

/** How long a run that somebody asked for may take. */
const ASKED_MS = 12 * 3600_000;

/** A run of the queue that somebody asked for, not planned yet. */
export function newRun({ randomness }: Pick<Workshop, 'randomness'>, now: Date): RunRecord {
  return {
    id: randomness.id(),
    kind: 'audit',
    narrowed: false,
    schedule: null,
    dueAt: null,
    asOf: now,
    startedAt: now,
    finishedAt: null,
    deadline: new Date(now.getTime() + ASKED_MS),
    state: 'planned',
    traffic: NO_TRAFFIC,
    failed: 0,
    error: null,
  };
}

/**
 * Plans a run and puts its jobs into the queue. May be done again at any time, for a run whose planning was cut short or whose jobs
 * the queue lost: jobs that are there stay as they are, and columns that are recorded are passed over.
 */
export async function launchRun(workshop: Workshop, flows: JobFlows, run: RunRecord): Promise<RunRecord> {
  const jobs = await planRun(workshop, run);
  await flows.add({
    name: JOB.close,
    queueName: RUNS,
    data: { run: run.id },
    opts: { jobId: closeJobId(run.id), ...CLOSE_TRIES },
    children: jobs.map((data) => ({
      name: JOB.site,
      queueName: SITES,
      data,
      opts: {
        jobId: siteJobId(run.id, data.site.id),
        delay: delayOf(workshop, run, data),
        // A site that fails does not hold up the others; closing the run says what was not read.
        ignoreDependencyOnFailure: true,
        ...SITE_TRIES,
      },
    })),
  });
  await workshop.store.runs.move(run.id, ['planned'], { state: 'running' });
  return (await workshop.store.runs.get(run.id))!;
}

/** Until the site's window opens, in milliseconds; none where that is after the end of reading: its job only says so. */
function delayOf({ clock, config }: Workshop, run: RunRecord, { site }: SiteJobData): number {
  const now = clock.now();
  const opening = nextOpening(site.crawl.window, config.estate.timezone, now);
  const end = readingEnd(run);
  return end !== null && opening >= end ? 0 : opening.getTime() - now.getTime();
}
