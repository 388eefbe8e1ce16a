import type { Day } from '../model/day.ts';
import type { SightedItem } from '../store/store.ts';

/** The moment that is judged: an instant, its day in the estate's time zone, and the zone. */
export interface Moment {
  readonly asOf: Date;
  readonly today: Day;
  readonly zone: string;
}

/** The day a sighted item counts by: its own, else the one in its row. */
export function dayOf(sighting: SightedItem): Day | null {
  return sighting.publishedOn ?? sighting.listedOn;
}

/**
 * Whether a sighting is in its column's list at a moment.
 *
 * `readAt` is when the list was last read by a run that belongs to that moment (null: never): what that reading found gone is gone,
 * although a run may be told to take an earlier time than the clock's for "now". An item dated after the moment which a later run
 * saw first did not exist yet; one which a run of that time saw is there, with a date that lies in the future.
 */
export function isListed(sighting: SightedItem, moment: Moment, readAt: Date | null): boolean {
  const known = readAt !== null && readAt > moment.asOf ? readAt : moment.asOf;
  const leftList = sighting.goneSince !== null && sighting.goneSince <= known;
  const removed = sighting.removedAt !== null && sighting.removedAt <= known;
  return !leftList && !removed && exists(sighting, moment);
}

/** Whether a sighting's item existed at a moment, be it in the list or not any more. */
export function exists(sighting: SightedItem, moment: Moment): boolean {
  const day = dayOf(sighting);
  return day === null || day <= moment.today || sighting.firstAsOf <= moment.asOf;
}
