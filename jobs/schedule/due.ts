import { type ScheduleSettings, WEEKDAYS } from '../../src/config/schedule.ts';
import { addDays, atTime, type Day, dayIn, weekdayOf } from '../../src/model/day.ts';
import type { Span } from '../../src/model/estate.ts';
import type { CalendarYear } from '../../src/model/rules.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';

/** Fixed id of the schedule of nightly audits: with its due time a run exists once. */
export const NIGHTLY_AUDIT = 'nightly-audit';
/** Fixed id of the schedule of weekly reports. */
export const WEEKLY_REPORT = 'weekly-report';
/** What people call the schedules. */
const NAMES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  [NIGHTLY_AUDIT]: { zh: '每晚监测', en: 'nightly audit' },
  [WEEKLY_REPORT]: { zh: '工作周报', en: 'weekly report' },
};
export const scheduleName = (schedule: string) => NAMES[schedule] ?? { zh: schedule, en: schedule };

/** One time at which a schedule asks for something. */
export interface Due {
  readonly schedule: string;
  readonly dueAt: Date;
  /** When it must have ended; null for what takes a moment. */
  readonly deadline: Date | null;
}

/** A due time of a run. */
export interface DueRun extends Due {
  readonly deadline: Date;
}

/** A due time of a report. */
export interface DueReport extends Due {
  readonly deadline: null;
  /** The seven days that it tells of. */
  readonly week: Span;
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

type DueOn<Which extends Due> = (timetable: Timetable, day: Day) => Which | null;

/** The latest due time of an audit at or before `now`; null where none is scheduled. */
export const lastDue = (timetable: Timetable, now: Date) => lastOf(auditOn, timetable, now);
/** The latest due time of a weekly report at or before `now`; null where none is scheduled. */
export const lastReport = (timetable: Timetable, now: Date) => lastOf(reportOn, timetable, now);
/** The next due time of an audit after `now`. */
export const nextAudit = (timetable: Timetable, now: Date) => nextOf([auditOn], timetable, now, 1)[0] ?? null;
/** The next `count` due times after `now` of all that is scheduled, in order. */
export const nextDues = (timetable: Timetable, now: Date, count: number) => nextOf<Due>([auditOn, reportOn], timetable, now, count);

function lastOf<Which extends Due>(dueOn: DueOn<Which>, timetable: Timetable, now: Date): Which | null {
  const today = dayIn(timetable.zone, now);
  for (let back = 0; back <= LONGEST_BREAK_DAYS; back++) {
    const due = dueOn(timetable, addDays(today, -back));
    if (due !== null && due.dueAt <= now) return due;
  }
  return null;
}

function nextOf<Which extends Due>(duesOn: readonly DueOn<Which>[], timetable: Timetable, now: Date, count: number): Which[] {
  const dues: Which[] = [];
  let day = dayIn(timetable.zone, now);
  for (let quiet = 0; dues.length < count && quiet <= LONGEST_BREAK_DAYS; day = addDays(day, 1), quiet++) {
    const found = duesOn.map((dueOn) => dueOn(timetable, day)).filter((due) => due !== null && due.dueAt > now) as Which[];
    if (found.length === 0) continue;
    dues.push(...found.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime()));
    quiet = 0;
  }
  return dues.slice(0, count);
}

const auditOn: DueOn<DueRun> = ({ schedule: { audit }, zone, calendar }, day) => {
  if (audit === null || (audit.on === 'working-days' && !createWorkingDays(calendar).isWorkingDay(day))) return null;
  const endDay = audit.until > audit.at ? day : addDays(day, 1);
  return { schedule: NIGHTLY_AUDIT, dueAt: atTime(zone, day, audit.at), deadline: atTime(zone, endDay, audit.until) };
};

/** On its weekday, or on the first working day after it; a week without any has no report. */
const reportOn: DueOn<DueReport> = ({ schedule: { report }, zone, calendar }, day) => {
  if (report === null) return null;
  const { isWorkingDay } = createWorkingDays(calendar);
  const late = (weekdayOf(day) - WEEKDAYS.indexOf(report.on) + 7) % 7;
  const from = addDays(day, -late);
  const isFirst = isWorkingDay(day) && !Array.from({ length: late }, (_, after) => addDays(from, after)).some(isWorkingDay);
  if (!isFirst) return null;
  return {
    schedule: WEEKLY_REPORT,
    dueAt: atTime(zone, day, report.at),
    deadline: null,
    week: { from: addDays(from, -7), to: addDays(from, -1) },
  };
};
