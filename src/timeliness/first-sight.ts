import type { SightedItem } from '../store/store.ts';

/** When the first of a column's items were seen; null where it lists none. What it listed then stood there before anybody watched. */
export function firstSight(listed: readonly Pick<SightedItem, 'firstSeen'>[]): Date | null {
  let first = Number.POSITIVE_INFINITY;
  // Compared as numbers: of dates each comparison makes two, and a million items pass here.
  for (const { firstSeen } of listed) first = Math.min(first, firstSeen.getTime());
  return listed.length === 0 ? null : new Date(first);
}

/**
 * Whether an item came while its column was watched. `watchedFrom`: {@link firstSight} of its column. Of what stood there on the first
 * reading nobody can say when it came, also where it bears that very day: a page that is moved, or that fills in today's date, does.
 */
export function wasSeenComing({ firstSeen }: Pick<SightedItem, 'firstSeen'>, watchedFrom: Date | null): boolean {
  return watchedFrom === null || firstSeen > watchedFrom;
}
