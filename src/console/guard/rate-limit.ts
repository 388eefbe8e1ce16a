import type { Clock } from '../../model/clock.ts';
import { setBounded } from './bounded-map.ts';

const WINDOW_MS = 60_000;
const REMEMBERED = 10_000;

/** Rate limiter with a fixed window: so many a minute for each key; who took all of it waits for the next minute. */
export interface RateLimit {
  /** Whether the key took something lately. */
  knows(key: string): boolean;
  /** Seconds to wait, 0 for none. */
  wait(key: string): number;
  take(key: string): void;
  forget(key: string): void;
}

export function createRateLimit(clock: Clock, perMinute: number): RateLimit {
  const taken = new Map<string, { readonly since: number; readonly count: number }>();
  const current = (key: string) => {
    const known = taken.get(key);
    return known !== undefined && clock.now().getTime() - known.since < WINDOW_MS ? known : null;
  };
  return {
    knows: (key) => taken.has(key),
    forget: (key) => void taken.delete(key),
    wait(key) {
      const known = current(key);
      if (known === null || known.count < perMinute) return 0;
      return Math.ceil((known.since + WINDOW_MS - clock.now().getTime()) / 1000);
    },
    take(key) {
      const { since, count } = current(key) ?? { since: clock.now().getTime(), count: 0 };
      setBounded(taken, key, { since, count: count + 1 }, REMEMBERED);
    },
  };
}
