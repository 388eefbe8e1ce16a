import type { Clock } from '../../model/clock.ts';
import { setBounded } from '../guard/bounded-map.ts';

/** Failures of one account before it must wait, and how long the wait lasts. */
const ALLOWED = 5;
const WAIT_MS = 15 * 60_000;
const REMEMBERED = 10_000;

/** Login throttling: slows down guessing at one account, whatever addresses the guesses come from; who knows the password only waits. */
export interface Throttle {
  /**
   * Counts an attempt before its password is looked at, so that many at once are no more than many one after the other. Gives the
   * minutes to wait, 0 where it may go on, and whether the account is held up from now on if this attempt fails.
   */
  begin(account: string): { readonly minutes: number; readonly last: boolean };
  /** Forgets the attempts of an account: somebody knew its password. */
  succeeded(account: string): void;
  /** Takes one attempt back whose password nobody looked at. */
  dropped(account: string): void;
}

export function createThrottle(clock: Clock): Throttle {
  const attempts = new Map<string, { readonly count: number; readonly last: number }>();
  const nameOf = (account: string) => account.trim().toLowerCase();
  return {
    begin(account) {
      const name = nameOf(account);
      const now = clock.now().getTime();
      const known = attempts.get(name);
      const count = known === undefined || now - known.last >= WAIT_MS ? 0 : known.count;
      if (known !== undefined && count >= ALLOWED) return { minutes: Math.ceil((known.last + WAIT_MS - now) / 60_000), last: false };
      setBounded(attempts, name, { count: count + 1, last: now }, REMEMBERED);
      return { minutes: 0, last: count + 1 === ALLOWED };
    },
    succeeded: (account) => void attempts.delete(nameOf(account)),
    dropped(account) {
      const known = attempts.get(nameOf(account));
      if (known !== undefined) attempts.set(nameOf(account), { ...known, count: known.count - 1 });
    },
  };
}
