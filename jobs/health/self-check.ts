import { automatic } from '../../src/alerts/automatic.ts';
import { withNotices } from '../../src/alerts/notices.ts';
import { observeOwnFault } from '../../src/alerts/open-alerts.ts';
import { keyOfFinding } from '../../src/checks/finding.ts';
import type { Finding } from '../../src/model/findings.ts';
import { deliverDue } from '../alerts/deliver.ts';
import { nowAt, postalOf } from '../alerts/office.ts';
import type { Queues } from '../queue/queues.ts';
import { putRight } from '../run/put-right.ts';
import { putBack, type RepeatingJob } from '../worker/repeating-jobs.ts';
import type { Workshop } from '../workshop.ts';
import { livenessFaults } from './liveness.ts';
import { livenessFacts } from './liveness-facts.ts';

/** How often we look at ourselves, and how soon again where something seems to be missing. */
const TIMING = { everyMs: 60_000, againMs: 5_000 };

export interface SelfCheck {
  readonly workshop: Workshop;
  readonly queues: Queues;
  readonly repeating: readonly RepeatingJob[];
  readonly signal: AbortSignal;
  readonly timing?: typeof TIMING;
  /** Hears what is wrong, or that we could not look. */
  told(faults: readonly Finding[], error: Error | null): void;
}

/** Opens an alert for the operators on each fault that has none yet. It is closed when a run finds the fault gone. */
export async function raiseFaults(workshop: Workshop, faults: readonly Finding[]): Promise<void> {
  const { store, config, clock } = workshop;
  const postal = postalOf(workshop);
  const now = nowAt(clock, config.estate.timezone);
  const existing = await store.alerts.list({ audience: 'operators' });
  const alive = new Set(existing.flatMap(({ key, state }) => (state === 'closed' ? [] : [key])));
  const given = { now, mint: postal.mint };
  const changes = faults
    .filter((fault) => !alive.has(keyOfFinding(fault) ?? ''))
    .flatMap((fault) => observeOwnFault(existing, fault, 'liveness', given) ?? [])
    .map((change) => withNotices(automatic(change, now, { settings: config.alerts, pack: config.pack }, postal.mint), now.at, postal));
  // What somebody else raised at the same moment is raised.
  await store.alerts.apply(changes);
}

/**
 * Looks at ourselves until the signal is aborted, by the database and in a loop of its own: a queue that stands still or was emptied
 * could not tell so. What the queue lost is put back, and the operators' messages leave without it.
 */
export async function checkOurselves({ timing = TIMING, ...check }: SelfCheck): Promise<void> {
  const { signal, workshop, told } = check;
  while (!signal.aborted) {
    await workshop.clock.sleep(timing.everyMs, signal).catch(() => undefined);
    if (signal.aborted) return;
    try {
      const faults = await checkOnce(check, timing.againMs);
      told(faults, null);
      if (faults.length === 0) continue;
      await raiseFaults(workshop, faults);
      await deliverDue(workshop, workshop.clock);
    } catch (error) {
      if (signal.aborted) return;
      told([], error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/** A queue that is being restarted, or from which a job was just taken, is looked at once more before it counts. */
async function checkOnce({ workshop, queues, repeating, signal }: SelfCheck, againMs: number): Promise<Finding[]> {
  const look = () => livenessFacts(workshop, queues, repeating);
  let facts = await look();
  if (facts.lost === null || facts.lost.repeating.length + facts.lost.runs.length > 0) {
    await workshop.clock.sleep(againMs, signal);
    facts = await look();
  }
  const { lost } = facts;
  await putBack(queues, lost?.repeating ?? []);
  for (const run of lost?.runs ?? []) await putRight(workshop, queues, run);
  return livenessFaults(facts);
}
