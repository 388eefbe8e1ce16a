import type { ScheduleSettings } from '../../src/config/schedule.ts';
import { addDays, atTime, type Day, dayIn } from '../../src/model/day.ts';
import type { CalendarYear } from '../../src/model/rules.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';

/** Fixed id of the schedule of nightly audits: with its due time a run exists once. */
export const NIGHTLY_AUDIT = 'nightly-audit';

/** One time at which a schedule asks for a run, and when that run must have ended. */
export interface Due {
  readonly schedule: string;
  readonly dueAt: Date;
  readonly deadline: Date;
}

/** What due times follow from. */
export interface Timetable {
  readonly schedule: ScheduleSettings;
  /** The estate's IANA time zone. */
  readonly zone: string;
  readonly calendar: readonly CalendarYear[];
}

/** No block of days off is longer: a schedule of working days is due at least this often. */
const LONGEST_BREAK_DAYS = 20;

/** The latest due time at or before `now`; null where nothing is scheduled. */
export function lastDue(timetable: Timetable, now: Date): Due | null {
  const today = dayIn(timetable.zone, now);
  for (let back = 0; back <= LONGEST_BREAK_DAYS; back++) {
    const due = dueOn(timetable, addDays(today, -back));
    if (due !== null && due.dueAt <= now) return due;
  }
  return null;
}

/** The next `count` due times after `now`, in order. */
export function nextDues(timetable: Timetable, now: Date, count: number): Due[] {
  const dues: Due[] = [];
  let day = dayIn(timetable.zone, now);
  for (let quiet = 0; dues.length < count && quiet <= LONGEST_BREAK_DAYS; day = addDays(day, 1), quiet++) {
    const due = dueOn(timetable, day);
    if (due === null || due.dueAt <= now) continue;
    dues.push(due);
    quiet = 0;
  }
  return dues;
}

function dueOn({ schedule: { audit }, zone, calendar }: Timetable, day: Day): Due | null {
  if (audit === null || (audit.on === 'working-days' && !createWorkingDays(calendar).isWorkingDay(day))) return null;
  const endDay = audit.until > audit.at ? day : addDays(day, 1);
  return { schedule: NIGHTLY_AUDIT, dueAt: atTime(zone, day, audit.at), deadline: atTime(zone, endDay, audit.until) };
}
