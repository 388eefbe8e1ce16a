import type { Clock } from '../../src/model/clock.ts';
import type { WorkerRecord } from '../../src/model/liveness.ts';
import type { Store } from '../../src/store/store.ts';

/** How often a worker writes what it did last. */
export const BEAT_MS = 15_000;
/** A worker that was not seen for so long is remembered no more. */
const FORGOTTEN_MS = 7 * 86_400_000;

export interface Heartbeat {
  /** Notes that a job was taken. */
  took(job: string): void;
  /** When it was last tried to write; an older one than a few beats means that this process hangs. */
  lastBeat(): Date;
  /** What was written last, and why nothing could be, or null. */
  state(): { readonly worker: WorkerRecord; readonly fault: string | null };
  /** Writes that the worker left by itself. */
  stop(): Promise<void>;
}

/** The heartbeat: writes into the store, again and again, that this worker is there and which job it took last. */
export async function startHeartbeat(
  store: Pick<Store, 'workers'>,
  clock: Clock,
  who: Pick<WorkerRecord, 'id' | 'host'>,
): Promise<Heartbeat> {
  const stopping = new AbortController();
  let worker: WorkerRecord = { ...who, startedAt: clock.now(), seenAt: clock.now(), lastJob: null, lastJobAt: null, jobs: 0, leftAt: null };
  let lastBeat = clock.now();
  let fault: string | null = null;

  async function beat(): Promise<void> {
    lastBeat = clock.now();
    worker = { ...worker, seenAt: lastBeat };
    try {
      await store.workers.report(worker);
      fault = null;
    } catch (error) {
      // The store may be away for a while; the worker's jobs tell of that themselves.
      fault = error instanceof Error ? error.message : String(error);
    }
  }

  async function goOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      await clock.sleep(BEAT_MS, stopping.signal).catch(() => undefined);
      if (!stopping.signal.aborted) await beat();
    }
  }

  await beat();
  await store.workers.prune(new Date(clock.now().getTime() - FORGOTTEN_MS)).catch(() => undefined);
  const going = goOn();
  return {
    took(job) {
      worker = { ...worker, lastJob: job, lastJobAt: clock.now(), jobs: worker.jobs + 1 };
    },
    lastBeat: () => lastBeat,
    state: () => ({ worker, fault }),
    async stop() {
      stopping.abort();
      await going;
      worker = { ...worker, leftAt: clock.now() };
      await beat();
    },
  };
}
