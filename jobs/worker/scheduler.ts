import type { Queues } from '../queue/queues.ts';
import { DELIVERIES, JOB, RUNS } from '../run/jobs.ts';

/** How often it is looked what is due and what has to be put right. */
const EVERY_MS = 60_000;

/** What is done again and again, by its fixed id. Due times of audits are no entries here: the upkeep looks at the calendar. */
const SCHEDULERS = [
  { id: JOB.upkeep, queue: RUNS, every: EVERY_MS },
  { id: JOB.deliver, queue: DELIVERIES, every: EVERY_MS },
] as const;

/** Puts the schedulers into the queue and takes out those that nobody knows any more. Any number of processes may do so. */
export async function keepSchedulers(queues: Queues): Promise<void> {
  for (const { id, queue, every } of SCHEDULERS) {
    await queues.queue(queue).upsertJobScheduler(id, { every }, { name: id, data: {}, opts: { removeOnComplete: 10, removeOnFail: 100 } });
  }
  for (const name of new Set(SCHEDULERS.map(({ queue }) => queue))) {
    const known = SCHEDULERS.filter(({ queue }) => queue === name).map(({ id }) => id);
    for (const { key } of await queues.queue(name).getJobSchedulers()) {
      if (!known.includes(key as (typeof known)[number])) await queues.queue(name).removeJobScheduler(key);
    }
  }
}
