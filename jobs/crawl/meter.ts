import type { Door } from '../../crawlers/door/door.ts';
import type { Traffic } from '../../src/model/records.ts';

/** Nothing was asked for. */
export const NO_TRAFFIC: Traffic = { requests: 0, notModified: 0, bytes: 0 };

/** A door that counts what goes through it, so that each site's traffic is known though all share one door. */
export function metered(door: Pick<Door, 'fetch'>): { readonly door: Pick<Door, 'fetch'>; traffic(): Traffic } {
  let traffic = NO_TRAFFIC;
  return {
    door: {
      async fetch(request) {
        const fetched = await door.fetch(request);
        traffic = {
          requests: traffic.requests + fetched.requests,
          notModified: traffic.notModified + (fetched.outcome === 'not-modified' ? 1 : 0),
          bytes: traffic.bytes + fetched.transferred,
        };
        return fetched;
      },
    },
    traffic: () => traffic,
  };
}

/** Two counts of traffic together. */
export function addTraffic(one: Traffic, other: Traffic): Traffic {
  return { requests: one.requests + other.requests, notModified: one.notModified + other.notModified, bytes: one.bytes + other.bytes };
}
