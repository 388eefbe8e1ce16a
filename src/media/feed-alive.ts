import { type Day, dayIn, daysBetween } from '../model/day.ts';
import type { PostDelivery } from '../model/media.ts';

/** What says that a feed was kept until a day. */
export interface FeedAlive {
  readonly until: Day;
  /** Address of the other feed that says so; null: the feed itself does. */
  readonly by: string | null;
}

/** Days of quiet on a server after which nobody can say that it is still at work: a weekend, and the night of the reading. */
const QUIET_DAYS = 3;

/**
 * Whether a reading of a feed proves that nothing was posted after a limit, as of a day. A server that answers with what it collected
 * long ago looks like an account that is silent, so that the reading alone proves nothing: the feed must say that it was made up after the
 * limit and of late, or feeds of other accounts on the same server must show posts since.
 *
 * @param others readings of other accounts' feeds on the same server
 */
export function feedAlive(
  reading: PostDelivery,
  others: readonly PostDelivery[],
  { after, today, zone }: { readonly after: Day; readonly today: Day; readonly zone: string },
): FeedAlive | null {
  const readOn = dayIn(zone, reading.at);
  if (readOn < today) return null;
  const witnesses: FeedAlive[] = [
    { until: reading.until, by: null },
    ...others.flatMap(({ fault, from, until, at, source }) =>
      fault === null && from !== null && dayIn(zone, at) <= readOn ? [{ until, by: source }] : [],
    ),
  ];
  const best = witnesses.reduce((one, other) => (other.until > one.until ? other : one));
  return best.until > after && daysBetween(best.until, today) <= QUIET_DAYS ? best : null;
}

/** Whether two accounts' feeds come from one server, and are not one feed. */
export function shareServer(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other && new URL(one).host === new URL(other).host;
}
