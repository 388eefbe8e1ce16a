import type { JobsOptions } from 'bullmq';
import type { Queues } from '../queue/queues.ts';
import { DELIVERIES, JOB, RUNS } from '../run/jobs.ts';

/** How often it is looked what is due and what has to be put right. */
const EVERY_MS = 60_000;

/** Something that is done again and again by whoever takes it. */
export interface RepeatingJob {
  /** Its fixed id, and the name of its jobs. */
  readonly id: string;
  readonly queue: string;
  /** Milliseconds from one to the next. */
  readonly every: number;
  readonly opts: JobsOptions;
}

const KEPT = { removeOnComplete: 10, removeOnFail: 100 };

/** What any worker does again and again. Due times of audits are no entries here: `every-minute` looks at the calendar. */
export const REPEATING_JOBS: readonly RepeatingJob[] = [
  { id: JOB.everyMinute, queue: RUNS, every: EVERY_MS, opts: KEPT },
  { id: JOB.deliver, queue: DELIVERIES, every: EVERY_MS, opts: KEPT },
];

/** Job schedulers of the queue: puts in those that are not there, and takes out those that nobody knows any more. Any number of processes may do so. */
export async function keepRepeatingJobs(queues: Queues): Promise<void> {
  await putBack(queues, await missingOf(queues, REPEATING_JOBS));
  for (const name of new Set(REPEATING_JOBS.map(({ queue }) => queue))) {
    const known = REPEATING_JOBS.filter(({ queue }) => queue === name).map(({ id }) => id);
    for (const { key } of await queues.queue(name).getJobSchedulers()) {
      if (!known.includes(key)) await queues.queue(name).removeJobScheduler(key);
    }
  }
}

/** Those whose scheduler the queue does not know, or knows without the job that comes next. */
export async function missingOf(queues: Queues, jobs: readonly RepeatingJob[]): Promise<RepeatingJob[]> {
  const missing: RepeatingJob[] = [];
  for (const job of jobs) if (!(await isThere(queues, job))) missing.push(job);
  return missing;
}

async function isThere(queues: Queues, { id, queue: name }: RepeatingJob): Promise<boolean> {
  const queue = queues.queue(name);
  const scheduler = await queue.getJobScheduler(id);
  if (!scheduler?.next) return false;
  return (await queue.getJobState(`repeat:${id}:${scheduler.next}`)) !== 'unknown';
}

export async function putBack(queues: Queues, jobs: readonly RepeatingJob[]): Promise<void> {
  for (const { id, queue, every, opts } of jobs) {
    await queues.queue(queue).upsertJobScheduler(id, { every }, { name: id, data: {}, opts });
  }
}
