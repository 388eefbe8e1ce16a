import { type Day, dayIn, daysBetween } from '../model/day.ts';
import type { PostDelivery } from '../model/media.ts';

/** Days of quiet on a server after which nobody can say that it is still at work: a weekend, and the night of the reading. */
const QUIET_DAYS = 3;

/**
 * The address of another feed that shows that a server still collects, so that a reading of a silent feed of it proves the silence after a
 * limit, as of a day; null: none does. A server that answers with what it collected long ago looks like an account that is silent, and what
 * a feed says of when it was made tells nothing: it is made anew each hour though nothing is collected any more.
 *
 * @param others readings of other accounts' feeds on the same server
 */
export function feedAlive(
  reading: PostDelivery,
  others: readonly PostDelivery[],
  { after, today, zone }: { readonly after: Day; readonly today: Day; readonly zone: string },
): string | null {
  const readOn = dayIn(zone, reading.at);
  if (readOn < today) return null;
  const moving = others.filter(({ fault, from, until, at }) => {
    return fault === null && from !== null && dayIn(zone, at) <= readOn && until > after && daysBetween(until, today) <= QUIET_DAYS;
  });
  return moving.toSorted((one, other) => (one.until < other.until ? 1 : -1))[0]?.source ?? null;
}

/** Whether two accounts' feeds come from one server, and are not one feed. */
export function shareServer(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other && new URL(one).host === new URL(other).host;
}
