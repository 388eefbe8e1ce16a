import type { RunRecord } from '../../src/model/records.ts';
import { readFailedReason } from '../queue/failed-reason.ts';
import type { Queues } from '../queue/queues.ts';
import type { Workshop } from '../workshop.ts';
import { closeJobId, RUNS } from './jobs.ts';
import { launchRun } from './queue-driver.ts';
import { OPEN, runsUnderWay } from './under-way.ts';

/** Whoever opens a run puts its jobs into the queue at once; one that is planned for longer was left by its process. */
const PLANNING_MS = 120_000;

/** Open runs, by the database, whose jobs the queue does not have. */
export async function runsWithoutJobs({ store, clock }: Workshop, queues: Queues): Promise<RunRecord[]> {
  const lost: RunRecord[] = [];
  for (const run of await runsUnderWay(store)) {
    const isBeingPlanned = run.state === 'planned' && clock.now().getTime() - run.startedAt.getTime() < PLANNING_MS;
    if (!isBeingPlanned && GONE.includes(await queues.queue(RUNS).getJobState(closeJobId(run.id)))) lost.push(run);
  }
  return lost;
}

/** A queue that is older than the database may even take a run for closed. */
const GONE: readonly string[] = ['unknown', 'completed'];

/**
 * Puts an open run's jobs back where the queue lost them, which makes none twice and passes over what is recorded; ends the run
 * where closing it failed for good.
 */
export async function putRight(workshop: Workshop, queues: Queues, run: RunRecord): Promise<void> {
  const queue = queues.queue(RUNS);
  const state = await queue.getJobState(closeJobId(run.id));
  if (state === 'completed') await queue.remove(closeJobId(run.id));
  if (GONE.includes(state)) await launchRun(workshop, queues.flows(), run);
  if (state !== 'failed') return;
  const why = (await queue.getJob(closeJobId(run.id)))?.failedReason ?? '';
  await workshop.store.runs.move(run.id, OPEN, { state: 'failed', finishedAt: workshop.clock.now(), error: readFailedReason(why) });
}
