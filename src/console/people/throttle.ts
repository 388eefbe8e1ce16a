import type { Clock } from '../../model/clock.ts';

/** Failures of one account before it must wait, and how long the wait lasts. */
const ALLOWED = 5;
const WAIT_MS = 15 * 60_000;
const REMEMBERED = 10_000;

/** Slows down guessing at one account, whatever addresses the guesses come from; who knows the password only waits. */
export interface Throttle {
  /** Minutes to wait before the next try, 0 for none. */
  wait(account: string): number;
  failed(account: string): void;
  succeeded(account: string): void;
}

export function createThrottle(clock: Clock): Throttle {
  const failures = new Map<string, { count: number; last: number }>();
  const nameOf = (account: string) => account.trim().toLowerCase();
  return {
    wait(account) {
      const known = failures.get(nameOf(account));
      if (known === undefined || known.count < ALLOWED) return 0;
      return Math.max(0, Math.ceil((known.last + WAIT_MS - clock.now().getTime()) / 60_000));
    },
    failed(account) {
      const now = clock.now().getTime();
      const known = failures.get(nameOf(account));
      const count = known === undefined || now - known.last > WAIT_MS ? 1 : known.count + 1;
      failures.delete(nameOf(account));
      failures.set(nameOf(account), { count, last: now });
      if (failures.size > REMEMBERED) failures.delete(failures.keys().next().value as string);
    },
    succeeded: (account) => void failures.delete(nameOf(account)),
  };
}
