import { dayIn } from '../model/day.ts';
import type { AlertTimes } from '../store/store.ts';
import { groupBy } from '../timeliness/group-by.ts';
import { type Spread, spread } from '../timeliness/spread.ts';
import type { WorkingDays } from '../timeliness/working-days.ts';

/** How long a unit takes, in working days after the day on which an alert was sent to it. */
export interface ResponseTimes {
  /** Until it answered (答复用时). */
  readonly answered: Spread;
  /** Until a crawl saw the matter mended (整改用时). */
  readonly rectified: Spread;
}

/** The response times of every unit that was sent an alert, by unit. What is not answered or mended yet is in neither number. */
export function responseTimes(alerts: readonly AlertTimes[], calendar: WorkingDays, zone: string): ReadonlyMap<string, ResponseTimes> {
  const took = (sentAt: Date, at: Date | null) => (at === null ? [] : [calendar.workingDaysBetween(dayIn(zone, sentAt), dayIn(zone, at))]);
  const units = groupBy(alerts, ({ unit }) => unit);
  return new Map(
    [...units].map(([unit, own]) => [
      unit,
      {
        answered: spread(own.flatMap(({ sentAt, answeredAt }) => took(sentAt, answeredAt))),
        rectified: spread(own.flatMap(({ sentAt, rectifiedAt }) => took(sentAt, rectifiedAt))),
      },
    ]),
  );
}
