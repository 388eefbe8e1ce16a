import type { JobQueue, Queues } from '../queue/queues.ts';
import { DELIVERIES, RUNS, SITES } from '../run/jobs.ts';
import { runsWithoutJobs } from '../run/put-right.ts';
import { runsUnderWay } from '../run/under-way.ts';
import { missingOf, REPEATING_JOBS, type RepeatingJob } from '../worker/repeating-jobs.ts';
import type { Workshop } from '../workshop.ts';
import { inTime } from './in-time.ts';
import { type LivenessFacts, type OpenRun, QUEUE_ANSWERS_MS, type QueueFacts } from './liveness.ts';

/** What this process can see of all the work there is, whoever does it. Rejects where the store does not answer. */
export async function livenessFacts(
  workshop: Workshop,
  queues: Queues,
  repeating: readonly RepeatingJob[] = REPEATING_JOBS,
): Promise<LivenessFacts> {
  const { store, clock } = workshop;
  const runs = await runsUnderWay(store);
  const now = clock.now();
  // A queue that is away leaves questions open for as long as that lasts.
  const asked = inTime(askQueue(workshop, queues, repeating), QUEUE_ANSWERS_MS, clock).catch(() => ({ queues: [], lost: null }));
  return {
    now,
    outbox: await store.outbox.late(now),
    workers: await store.workers.list(),
    runs: await Promise.all(
      runs.map(async (run): Promise<OpenRun> => {
        const targets = await store.runs.targets(run.id);
        const times = targets.flatMap(({ recordedAt }) => recordedAt?.getTime() ?? []);
        const last = times.reduce((latest, time) => Math.max(latest, time), 0);
        return { run, planned: targets.length, recorded: times.length, lastRecordedAt: last === 0 ? null : new Date(last) };
      }),
    ),
    ...(await asked),
  };
}

async function askQueue(
  workshop: Workshop,
  queues: Queues,
  repeating: readonly RepeatingJob[],
): Promise<Pick<LivenessFacts, 'queues' | 'lost'>> {
  return {
    queues: await Promise.all([RUNS, SITES, DELIVERIES].map((name) => factsOf(queues.queue(name), name))),
    lost: { repeating: await missingOf(queues, repeating), runs: await runsWithoutJobs(workshop, queues) },
  };
}

async function factsOf(queue: JobQueue, name: string): Promise<QueueFacts> {
  const { waiting = 0, active = 0 } = await queue.getJobCounts('waiting', 'active');
  const [oldest] = waiting > 0 ? await queue.getWaiting(0, 0) : [];
  return { name, waiting, active, waitingSince: oldest ? new Date(oldest.timestamp + (oldest.delay ?? 0)) : null };
}
