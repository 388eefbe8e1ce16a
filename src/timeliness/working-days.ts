import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { CalendarYear } from '../model/rules.ts';
import { statutoryHolidays } from './statutory-holidays.ts';

/**
 * Counts working days (工作日): Monday to Friday, minus the State Council's holidays, plus make-up days (调休).
 *
 * Terms follow 民法典 (the Civil Code): Art 201, the day of the event does not count, the term begins the day after; Art 203, a term
 * that ends on a day off ends on the next working day. Terms of 政府信息公开条例 Art 26 and 33 are counted in working days.
 */
export interface WorkingDays {
  isWorkingDay(day: Day): boolean;
  /** The `count`th working day after `day`; `count` 0 is `day` itself. */
  addWorkingDays(day: Day, count: number): Day;
  /** Working days after `from`, up to and including `to`; negative where `to` is earlier. */
  workingDaysBetween(from: Day, to: Day): number;
  /** `day`, or the next working day where `day` is off (Art 203). */
  endOfTerm(day: Day): Day;
  /**
   * Years from `from` to `to` whose calendar nobody published: there weekends and what the law gives are off, and 调休 is not known. The last days
   * of December are the next year's, too: its notice says which of them are off or worked for 元旦.
   */
  uncertainYears(from: Day, to: Day): number[];
}

/** A calendar of working days from the years that are known, in any order. */
export function createWorkingDays(years: readonly CalendarYear[]): WorkingDays {
  const known = new Set(years.filter(({ certain }) => certain !== false).map((year) => year.year));
  const off = new Map(years.map((year) => [year.year, new Set(year.holidays)]));
  const worked = new Set(years.flatMap((year) => year.workdays));

  const isOff = (day: Day) => {
    const year = yearOf(day);
    let days = off.get(year);
    if (days === undefined) {
      days = new Set(statutoryHolidays(year));
      off.set(year, days);
    }
    return days.has(day);
  };
  const isWorkingDay = (day: Day) => worked.has(day) || (!isWeekend(day) && !isOff(day));

  const endOfTerm = (day: Day) => {
    let end = day;
    while (!isWorkingDay(end)) end = addDays(end, 1);
    return end;
  };

  const addWorkingDays = (day: Day, count: number) => {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`a term has a whole number of working days, not ${count}`);
    let end = day;
    for (let left = count; left > 0; ) {
      end = addDays(end, 1);
      if (isWorkingDay(end)) left -= 1;
    }
    return end;
  };

  const workingDaysBetween = (from: Day, to: Day): number => {
    if (to < from) return -workingDaysBetween(to, from);
    let count = 0;
    for (let day = from; day < to; ) {
      day = addDays(day, 1);
      if (isWorkingDay(day)) count += 1;
    }
    return count;
  };

  const uncertainYears = (from: Day, to: Day) => {
    const missing: number[] = [];
    for (let year = yearOf(from); year <= yearOf(addDays(to, REACH_BACK)); year += 1) if (!known.has(year)) missing.push(year);
    return missing;
  };

  return { isWorkingDay, addWorkingDays, workingDaysBetween, endOfTerm, uncertainYears };
}

/** Days before 1 January that a notice may speak of: that of 2019 had 29 December worked and the 30th off. */
const REACH_BACK = 5;

const A_SATURDAY: Day = '2000-01-01';

function isWeekend(day: Day): boolean {
  const sinceSaturday = ((daysBetween(A_SATURDAY, day) % 7) + 7) % 7;
  return sinceSaturday < 2;
}

const yearOf = (day: Day) => Number(day.slice(0, 4));
