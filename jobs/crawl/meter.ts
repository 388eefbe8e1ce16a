import type { Door } from '../../crawlers/door/door.ts';
import type { Traffic } from '../../src/model/records.ts';
import type { Workshop } from '../workshop.ts';

/** Nothing was asked for. */
export const NO_TRAFFIC: Traffic = { requests: 0, notModified: 0, bytes: 0 };

/** How often the store is told while a column is read. */
const TELL_MS = 3_000;

export interface Meter {
  readonly door: Pick<Door, 'fetch'>;
  /** Writes down what the try has cost so far. */
  keep(): Promise<void>;
}

/**
 * A door that counts what goes through it for one try at a site, and keeps the count in the store all along: what a worker asked for
 * before it was lost is not lost with it.
 */
export function metered({ door, store, clock, randomness }: Workshop, run: string, site: string): Meter {
  const attempt = randomness.id();
  let traffic = NO_TRAFFIC;
  let toldAt = clock.now().getTime();

  function keep(): Promise<void> {
    toldAt = clock.now().getTime();
    return store.runs.recordTraffic(run, site, attempt, traffic);
  }

  return {
    door: {
      async fetch(request) {
        const fetched = await door.fetch(request);
        traffic = {
          requests: traffic.requests + fetched.requests,
          notModified: traffic.notModified + (fetched.outcome === 'not-modified' ? 1 : 0),
          bytes: traffic.bytes + fetched.transferred,
        };
        // Nobody waits for it: a store that is away is told with the column.
        if (clock.now().getTime() - toldAt >= TELL_MS) keep().catch(() => undefined);
        return fetched;
      },
    },
    keep,
  };
}
