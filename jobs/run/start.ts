import type { RunRecord } from '../../src/model/records.ts';
import type { JobFlows } from '../queue/queues.ts';
import type { DueRun } from '../schedule/due.ts';
import type { Workshop } from '../workshop.ts';
import { openRun, type RunOrder } from './order.ts';
import { launchRun } from './queue-driver.ts';
import { runsUnderWay } from './under-way.ts';

/** How long a run that somebody asked for may take. */
const ASKED_MS = 12 * 3600_000;

/** Starts the run that a schedule asks for unless it is there already: its row decides, however many schedulers ask. */
export async function startDueRun(workshop: Workshop, flows: JobFlows, due: DueRun): Promise<RunRecord> {
  const run = await openRun(workshop, { ...askedNow(workshop), due, deadline: due.deadline });
  return run.state === 'planned' ? launchRun(workshop, flows, run) : run;
}

/** Starts a run because somebody asks for one now, or gives the one that is under way: two looks at once would prove no more than one. */
export async function startAskedRun(workshop: Workshop, flows: JobFlows): Promise<RunRecord> {
  const [underWay] = await runsUnderWay(workshop.store);
  return underWay ?? launchRun(workshop, flows, await openRun(workshop, askedNow(workshop)));
}

/** The whole estate, as of now, by the workers on the queue. */
export function askedNow({ clock }: Pick<Workshop, 'clock'>): RunOrder {
/** How long a run that somebody asked for may take. */
const ASKED_MS = 12 * 3600_000;

/** A run of the queue that somebody asked for, not planned yet. */
export function newRun({ randomness, config }: Pick<Workshop, 'randomness' | 'config'>, now: Date): RunRecord {
  return {
    id: randomness.id(),
    kind: 'audit',
    narrowed: false,
    revision: config.revision,
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
  return { kind: 'audit', driver: 'queue', asOf: now, narrowing: {}, due: null, deadline: new Date(now.getTime() + ASKED_MS) };
}
