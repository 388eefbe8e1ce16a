import type { AlertSettings } from '../config/alerts-file.ts';
import { addDays, type Day, dayIn, startOfDay } from '../model/day.ts';
import type { WorkingDays } from '../timeliness/working-days.ts';

const MINUTE = 60_000;

/** When a notice may leave: an urgent one at once, another with the next digest; neither in quiet hours or on a quiet day. */
export function sendingTime(
  now: Date,
  urgent: boolean,
  { digestAt, quietHours }: Pick<AlertSettings, 'digestAt' | 'quietHours'>,
  zone: string,
  calendar: Pick<WorkingDays, 'isWorkingDay'>,
): Date {
  const { to, workingDaysOnly } = quietHours;
  const wanted = urgent ? now : nextTime(now, digestAt, zone);
  const waits = isQuiet(minutesInto(dayIn(zone, wanted), wanted, zone), quietHours) ? nextTime(wanted, to, zone) : wanted;
  const day = dayIn(zone, waits);
  if (!workingDaysOnly || calendar.isWorkingDay(day)) return waits;
  let next = day;
  while (!calendar.isWorkingDay(next)) next = addDays(next, 1);
  return timeOn(next, urgent || isQuiet(minutesOf(digestAt), quietHours) ? to : digestAt, zone);
}

/** Quiet hours lie within a day or run through midnight; where both ends are the same there are none. */
function isQuiet(minutes: number, { from, to }: AlertSettings['quietHours']): boolean {
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  return begin <= end ? minutes >= begin && minutes < end : minutes >= begin || minutes < end;
}

/** The first instant not before `now` at which clocks in the zone show `time`. */
function nextTime(now: Date, time: string, zone: string): Date {
  const today = dayIn(zone, now);
  const at = timeOn(today, time, zone);
  return at >= now ? at : timeOn(addDays(today, 1), time, zone);
}

function timeOn(day: Day, time: string, zone: string): Date {
  return new Date(startOfDay(zone, day).getTime() + minutesOf(time) * MINUTE);
}

function minutesInto(day: Day, instant: Date, zone: string): number {
  return (instant.getTime() - startOfDay(zone, day).getTime()) / MINUTE;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
