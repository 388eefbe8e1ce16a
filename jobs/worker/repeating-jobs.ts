import type { Queues } from '../queue/queues.ts';
import { DELIVERIES, JOB, RUNS } from '../run/jobs.ts';

/** How often it is looked what is due and what has to be put right. */
const EVERY_MS = 60_000;

/** What is done again and again, by its fixed id. Due times of audits are no entries here: `every-minute` looks at the calendar. */
const REPEATING_JOBS = [
  { id: JOB.everyMinute, queue: RUNS, every: EVERY_MS },
  { id: JOB.deliver, queue: DELIVERIES, every: EVERY_MS },
] as const;

/** Job schedulers of the queue: puts the repeating jobs there and takes out those that nobody knows any more. Any number of processes may do so. */
export async function keepRepeatingJobs(queues: Queues): Promise<void> {
  for (const { id, queue, every } of REPEATING_JOBS) {
    await queues.queue(queue).upsertJobScheduler(id, { every }, { name: id, data: {}, opts: { removeOnComplete: 10, removeOnFail: 100 } });
  }
  for (const name of new Set(REPEATING_JOBS.map(({ queue }) => queue))) {
    const known = REPEATING_JOBS.filter(({ queue }) => queue === name).map(({ id }) => id);
    for (const { key } of await queues.queue(name).getJobSchedulers()) {
      if (!known.includes(key as (typeof known)[number])) await queues.queue(name).removeJobScheduler(key);
    }
  }
}
