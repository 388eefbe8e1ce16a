import type { Clock } from '../../model/clock.ts';
import type { Store } from '../../store/store.ts';
import { setBounded } from '../guard/bounded-map.ts';

/** Failures of one account before it must wait, and how long the wait lasts. */
const LIMITS = { allowed: 5, waitMs: 15 * 60_000 } as const;
const REMEMBERED = 10_000;

/** Login throttling: slows down guessing at one account, whatever addresses the guesses come from; who knows the password only waits. */
export interface Throttle {
  /**
   * Counts an attempt before its password is looked at, so that many at once are no more than many one after the other. Gives the
   * minutes to wait, 0 where it may go on, and whether the account is held up from now on if this attempt fails.
   */
  begin(account: string): Promise<{ readonly minutes: number; readonly last: boolean }>;
  /** Forgets the attempts of an account: somebody knew its password. */
  succeeded(account: string): Promise<void>;
  /** Takes one attempt back whose password nobody looked at. */
  dropped(account: string): Promise<void>;
}

/**
 * Accounts are counted in the store, for all processes and as long as the wait lasts. Names that nobody has are answered alike from
 * this process's memory, which new ones may push out of it: there is nothing behind them to guess.
 */
export function createThrottle(clock: Clock, people: Store['people']): Throttle {
  const strangers = countInMemory();
  const nameOf = (account: string) => account.trim().toLowerCase();
  const idOf = async (name: string) => (await people.list()).find(({ email }) => email.toLowerCase() === name)?.id ?? null;
  return {
    async begin(account) {
      const name = nameOf(account);
      const person = await idOf(name);
      const now = clock.now();
      const { count, heldSince } = person === null ? strangers.begin(name, now) : await people.beginSignIn(person, now, LIMITS);
      if (heldSince === null) return { minutes: 0, last: count === LIMITS.allowed };
      return { minutes: Math.max(1, Math.ceil((heldSince.getTime() + LIMITS.waitMs - now.getTime()) / 60_000)), last: false };
    },
    async succeeded(account) {
      const person = await idOf(nameOf(account));
      if (person !== null) await people.forgetSignIns(person);
    },
    async dropped(account) {
      const person = await idOf(nameOf(account));
      if (person !== null) await people.dropSignIn(person);
    },
  };
}

function countInMemory() {
  const attempts = new Map<string, { readonly count: number; readonly last: Date }>();
  return {
    begin(name: string, now: Date) {
      const known = attempts.get(name);
      const count = known === undefined || now.getTime() - known.last.getTime() >= LIMITS.waitMs ? 0 : known.count;
      if (known !== undefined && count >= LIMITS.allowed) return { count, heldSince: known.last };
      setBounded(attempts, name, { count: count + 1, last: now }, REMEMBERED);
      return { count: count + 1, heldSince: null };
    },
  };
}
