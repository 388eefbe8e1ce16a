import type { RunRecord } from '../../src/model/records.ts';
import type { Workshop } from '../workshop.ts';

/** How often the process that drives a run says so in the store. */
const BEAT_MS = 10_000;
/** A process that did not say so for this long is gone, and another may go on with its run. */
export const RUN_GONE_MS = 60_000;

export interface RunHold {
  /** Aborted once the run is not this process's any more: it was cancelled, or another process took it for dead. */
  readonly lost: AbortSignal;
  /** Asks the store: what this process took for its own may be another's since it stood still. */
  isOurs(): Promise<boolean>;
  letGo(): Promise<void>;
}

/** How often and how long; handed in shorter by tests. */
export interface HoldTiming {
  readonly beatMs: number;
  readonly goneMs: number;
}

/**
 * Takes a run for this process and keeps it by a heartbeat in the store, as a lock. Null: it is over, or another process drives it
 * and was seen lately.
 */
export async function holdRun(
  { store, clock, randomness }: Pick<Workshop, 'store' | 'clock' | 'randomness'>,
  run: RunRecord,
  { beatMs, goneMs }: HoldTiming = { beatMs: BEAT_MS, goneMs: RUN_GONE_MS },
): Promise<RunHold | null> {
  const holder = randomness.id();
  if (!(await store.runs.hold(run.id, holder, goneMs))) return null;
  const [lost, through] = [new AbortController(), new AbortController()];

  async function goOn(): Promise<void> {
    while (!through.signal.aborted && !lost.signal.aborted) {
      await clock.sleep(beatMs, through.signal).catch(() => undefined);
      if (through.signal.aborted) return;
      // A store that is away tells nobody that we are gone either.
      const held = await store.runs.hold(run.id, holder, goneMs).catch(() => true);
      if (!held) lost.abort(new Error('the run is not ours any more'));
    }
  }

  const going = goOn();
  return {
    lost: lost.signal,
    isOurs: () => store.runs.hold(run.id, holder, goneMs),
    async letGo() {
      through.abort();
      await going;
      await store.runs.letGo(run.id, holder).catch(() => undefined);
    },
  };
}
