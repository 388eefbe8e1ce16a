import { type Day, daysBetween } from '../model/day.ts';

/** So many that are published on one day and were made so far apart, in days, were moved there, as an archive is. */
const MOVED = { least: 5, apart: 90 };

/** Days of publication that a move to another system wrote, by what was published on each and when it was made. */
export function movedDays(items: Iterable<{ readonly publishedOn: Day; readonly madeOn: Day }>): ReadonlySet<Day> {
  const byDay = new Map<Day, { first: Day; last: Day; count: number }>();
  for (const { publishedOn, madeOn } of items) {
    const known = byDay.get(publishedOn);
    if (known === undefined) byDay.set(publishedOn, { first: madeOn, last: madeOn, count: 1 });
    else {
      known.count += 1;
      if (madeOn < known.first) known.first = madeOn;
      if (madeOn > known.last) known.last = madeOn;
    }
  }
  const isMoved = ([, { first, last, count }]: [Day, { first: Day; last: Day; count: number }]) =>
    count >= MOVED.least && daysBetween(first, last) > MOVED.apart;
  return new Set([...byDay].filter(isMoved).map(([day]) => day));
}
