import { addPeriod, type Day, daysBetween, formatPeriod } from '../model/day.ts';
import type { Limit } from '../model/rules.ts';
import type { WorkingDays } from './working-days.ts';

/** The last day on which a limit that began with an event on `day` is kept. */
export function limitEnd(day: Day, limit: Limit, calendar: WorkingDays): Day {
  return 'period' in limit ? addPeriod(day, limit.period) : calendar.addWorkingDays(day, limit.workingDays);
}

/** How far `today` lies past a limit's last day, in the limit's own kind of days; 0 where it does not. */
export function daysPast(dueOn: Day, today: Day, limit: Limit, calendar: WorkingDays): number {
  if (today <= dueOn) return 0;
  return 'period' in limit ? daysBetween(dueOn, today) : calendar.workingDaysBetween(dueOn, today);
}

/** Whether a limit in working days runs through a year whose calendar is not known: then its end may be another than we think. */
export function isUncertain(from: Day, to: Day, limit: Limit, calendar: WorkingDays): boolean {
  return 'workingDays' in limit && calendar.uncertainYears(from, to).length > 0;
}

/** How results write a limit: the ISO 8601 period, or the number of working days, else null. */
export function limitFields(limit: Limit | null): { period: string | null; workingDays: number | null } {
  if (limit === null) return { period: null, workingDays: null };
  return 'period' in limit ? { period: formatPeriod(limit.period), workingDays: null } : { period: null, workingDays: limit.workingDays };
}
