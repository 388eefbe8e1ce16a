import { automatic } from '../../src/alerts/automatic.ts';
import { withNotices } from '../../src/alerts/notices.ts';
import { observeOwnFault } from '../../src/alerts/open-alerts.ts';
import { keyOfFinding } from '../../src/checks/finding.ts';
import type { Finding } from '../../src/model/findings.ts';
import { nowAt, postalOf } from '../alerts/office.ts';
import type { JobQueue, Queues } from '../queue/queues.ts';
import { DELIVERIES, RUNS, SITES } from '../run/jobs.ts';
import { runsUnderWay } from '../run/under-way.ts';
import type { Workshop } from '../workshop.ts';
import { type LivenessFacts, livenessFaults, type OpenRun, type QueueFacts } from './liveness.ts';

/** How often we look at ourselves. */
const EVERY_MS = 5 * 60_000;

/** What this process can see of all the work there is, whoever does it. */
export async function livenessFacts({ store, clock }: Pick<Workshop, 'store' | 'clock'>, queues: Queues): Promise<LivenessFacts> {
  const runs = await runsUnderWay(store);
  const now = clock.now();
  return {
    now,
    outbox: await store.outbox.late(now),
    workers: await store.workers.list(),
    queues: await Promise.all([RUNS, SITES, DELIVERIES].map((name) => factsOf(queues.queue(name), name))),
    runs: await Promise.all(
      runs.map(async (run): Promise<OpenRun> => {
        const targets = await store.runs.targets(run.id);
        const times = targets.flatMap(({ recordedAt }) => recordedAt?.getTime() ?? []);
        const last = times.reduce((latest, time) => Math.max(latest, time), 0);
        return { run, planned: targets.length, recorded: times.length, lastRecordedAt: last === 0 ? null : new Date(last) };
      }),
    ),
  };
}

async function factsOf(queue: JobQueue, name: string): Promise<QueueFacts> {
  const { waiting = 0, active = 0 } = await queue.getJobCounts('waiting', 'active');
  const [oldest] = waiting > 0 ? await queue.getWaiting(0, 0) : [];
  return { name, waiting, active, waitingSince: oldest ? new Date(oldest.timestamp + (oldest.delay ?? 0)) : null };
}

/** Opens an alert for the operators on each fault that has none yet. It is closed when a run finds the fault gone. */
export async function raiseFaults(workshop: Workshop, faults: readonly Finding[]): Promise<void> {
  const { store, config, clock } = workshop;
  const postal = postalOf(workshop);
  const now = nowAt(clock, config.estate.timezone);
  const existing = await store.alerts.list({ audience: 'operators' });
  const alive = new Set(existing.flatMap(({ key, state }) => (state === 'closed' ? [] : [key])));
  const given = { now, language: config.alerts.language, announceDays: 0, ours: [], mint: postal.mint };
  const changes = faults
    .filter((fault) => !alive.has(keyOfFinding(fault) ?? ''))
    .flatMap((fault) => observeOwnFault(existing, fault, 'liveness', given) ?? [])
    .map((change) => withNotices(automatic(change, now, config.alerts, postal.calendar, postal.mint), now.at, postal));
  // What somebody else raised at the same moment is raised.
  await store.alerts.apply(changes);
}

/** Looks at ourselves until the signal is aborted. In a loop of its own: a queue that stands still could not tell so. */
export async function checkOurselves(
  workshop: Workshop,
  queues: Queues,
  signal: AbortSignal,
  told: (faults: readonly Finding[], error: Error | null) => void,
): Promise<void> {
  while (!signal.aborted) {
    await workshop.clock.sleep(EVERY_MS, signal).catch(() => undefined);
    if (signal.aborted) return;
    try {
      const faults = livenessFaults(await livenessFacts(workshop, queues));
      told(faults, null);
      await raiseFaults(workshop, faults);
    } catch (error) {
      told([], error instanceof Error ? error : new Error(String(error)));
    }
  }
}
