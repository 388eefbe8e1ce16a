import type { SightedItem } from '../store/store.ts';

/** When the first of a column's items were seen; null where it lists none. What it listed then stood there before anybody watched. */
export function firstSight(listed: readonly Pick<SightedItem, 'firstSeen'>[]): Date | null {
  return listed.reduce<Date | null>((first, { firstSeen }) => (first !== null && first <= firstSeen ? first : firstSeen), null);
}

/**
 * Whether an item came while its column was watched. `watchedFrom`: {@link firstSight} of its column. Of what stood there on the first
 * reading nobody can say when it came, also where it bears that very day: a page that is moved, or that fills in today's date, does.
 */
export function wasSeenComing({ firstSeen }: Pick<SightedItem, 'firstSeen'>, watchedFrom: Date | null): boolean {
  return watchedFrom === null || firstSeen > watchedFrom;
}
