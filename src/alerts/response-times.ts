import type { Day } from '../model/day.ts';
import type { AlertTimes } from '../store/store.ts';
import { groupBy } from '../timeliness/group-by.ts';
import { type Spread, spread } from '../timeliness/spread.ts';
import type { WorkingDays } from '../timeliness/working-days.ts';

/** How long a unit takes, in working days after the day on which an alert reached it. */
export interface ResponseTimes {
  /** Until it answered (答复用时). */
  readonly answered: Spread;
  /** Until a crawl saw the matter mended (整改用时). */
  readonly rectified: Spread;
}

/** The response times of every unit that an alert reached, by unit. What is not answered or mended yet is in neither number. */
export function responseTimes(times: readonly AlertTimes[], calendar: WorkingDays): ReadonlyMap<string, ResponseTimes> {
  const took = tookBy(calendar);
  const until = (own: readonly AlertTimes[], end: (one: AlertTimes) => Day | null) =>
    spread(
      own.flatMap((one) => {
        const day = end(one);
        return day === null ? [] : Array<number>(one.alerts).fill(took(one.reachedOn, day));
      }),
    );
  const units = groupBy(times, ({ unit }) => unit);
  return new Map(
    [...units].map(([unit, own]) => [
      unit,
      { answered: until(own, ({ answeredOn }) => answeredOn), rectified: until(own, ({ rectifiedOn }) => rectifiedOn) },
    ]),
  );
}

/** Counts the working days between two days; many alerts are sent and answered on the same ones. */
function tookBy(calendar: WorkingDays): (from: Day, to: Day) => number {
  const counted = new Map<string, number>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const days = counted.get(key) ?? calendar.workingDaysBetween(from, to);
    counted.set(key, days);
    return days;
  };
}
