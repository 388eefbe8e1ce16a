import type { Job } from 'bullmq';
import type { Door } from '../../crawlers/door/door.ts';
import type { Clock } from '../../src/model/clock.ts';

/** Whether a job is still ours. */
export interface JobLock {
  /** Aborted once the job was given to somebody else. */
  readonly lost: AbortSignal;
  /** A door that first makes sure of the job where its lock may have run out unnoticed. */
  guard(door: Door): Door;
}

/**
 * Holds a job's lock. BullMQ renews it while our event loop runs; where that stood still for longer than the lock lasts, somebody
 * else may have the job by now, and before one more request goes out we ask. So a site is never crawled by two at once.
 * `lockMs` is how long the lock lasts.
 */
export function keepJobLock(job: Pick<Job, 'extendLock'>, token: string, lockMs: number, clock: Clock): JobLock {
  const lost = new AbortController();
  let surely = clock.now().getTime();
  let asking: Promise<void> | null = null;

  async function makeSure(): Promise<void> {
    // A queue that does not answer is asked again before the next request.
    const renewed = await job.extendLock(token, lockMs).catch(() => null);
    if (renewed === 0) lost.abort(new Error('another worker has the job'));
    else if (renewed !== null) surely = clock.now().getTime();
  }

  return {
    lost: lost.signal,
    guard: (door) => ({
      async fetch(request) {
        if (clock.now().getTime() - surely > lockMs / 2) {
          asking ??= makeSure().finally(() => {
            asking = null;
          });
          await asking;
        }
        return door.fetch(request);
      },
      addressFamilies: (hostname) => door.addressFamilies(hostname),
      traffic: door.traffic,
      close: () => door.close(),
    }),
  };
}
