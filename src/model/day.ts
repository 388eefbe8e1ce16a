/**
 * Calendar days and periods.
 *
 * A day is written `YYYY-MM-DD` and means a day in the estate's time zone; it has no time and no zone of its own.
 * Days written this way sort as text, so `<` and `>` compare them.
 */
export type Day = string;

/** A calendar duration (ISO 8601 without a time part), for example `P6M` or `P14D`. */
export interface Period {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

const MS_PER_DAY = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const PERIOD = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/** The day with these numbers, or null where the calendar has no such day. */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether the text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  const found = DAY.exec(text);
  return found !== null && makeDay(Number(found[1]), Number(found[2]), Number(found[3])) === text;
}

/** `day` moved by whole days; negative goes back. Throws RangeError beyond the years 1 to 9999. */
export function addDays(day: Day, days: number): Day {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY);
  const target = makeDay(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
  if (target === null) throw new RangeError(`${day} and ${days} days leave the calendar`);
  return target;
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

/** Day of the week: 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/**
 * `day` plus a period: years and months first (a day the target month lacks becomes that month's last, as 民法典 Art 202 has it),
 * then days. 2018-08-31 plus P6M is 2019-02-28. Throws RangeError beyond the years 1 to 9999.
 */
export function addPeriod(day: Day, period: Period, times: 1 | -1 = 1): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const months = year * 12 + (month - 1) + times * (period.years * 12 + period.months);
  const targetYear = Math.floor(months / 12);
  const targetMonth = (months % 12) + 1;
  const target = makeDay(targetYear, targetMonth, Math.min(date, daysInMonth(targetYear, targetMonth)));
  if (target === null) throw new RangeError(`${day} and ${formatPeriod(period)} leave the calendar`);
  return addDays(target, times * period.days);
}

/** Reads an ISO 8601 duration of years, months, weeks and days; null where it is none or is empty. */
export function parsePeriod(text: string): Period | null {
  const found = PERIOD.exec(text);
  if (!found) return null;
  const [years, months, weeks, days] = found.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
  const period = { years, months, days: weeks * 7 + days };
  return period.years + period.months + period.days > 0 ? period : null;
}

/** Writes a period as ISO 8601; weeks come out as days. */
export function formatPeriod(period: Period): string {
  const part = (count: number, letter: string) => (count > 0 ? `${count}${letter}` : '');
  return `P${part(period.years, 'Y')}${part(period.months, 'M')}${part(period.days, 'D')}`;
}

/** The calendar day of an instant in an IANA time zone. */
export function dayIn(zone: string, instant: Date): Day {
  return new Date(instant.getTime() + offsetAt(zone, instant)).toISOString().slice(0, 10);
}

/** The first instant of a day in an IANA time zone, also where summer time begins or ends at midnight. */
export function startOfDay(zone: string, day: Day): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const first = utc - offsetAt(zone, new Date(utc));
  const second = utc - offsetAt(zone, new Date(first));
  const earlier = new Date(Math.min(first, second));
  return dayIn(zone, earlier) === day ? earlier : new Date(Math.max(first, second));
}

/** When clocks in an IANA time zone show `HH:MM` on a day; where summer time leaves the hour out, as long after midnight as it says. */
export function atTime(zone: string, day: Day, time: string): Date {
  const utc = Date.parse(`${day}T${time}:00Z`);
  const first = utc - offsetAt(zone, new Date(utc));
  return new Date(utc - offsetAt(zone, new Date(first)));
}

/** What clocks in an IANA time zone show at an instant: `HH:MM`. */
export function timeIn(zone: string, instant: Date): string {
  return new Date(instant.getTime() + offsetAt(zone, instant)).toISOString().slice(11, 16);
}

/** An instant as ISO 8601 in the zone's own offset, to the second: `2018-12-31T23:59:59+08:00`. */
export function formatInstant(zone: string, instant: Date): string {
  const offset = offsetAt(zone, instant);
  const local = new Date(instant.getTime() + offset).toISOString().slice(0, 19);
  const minutes = Math.abs(Math.round(offset / 60_000));
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${local}${offset < 0 ? '-' : '+'}${clock}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function wallClock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}

const MINUTE = 60_000;
/** Since this instant every zone has changed its offset at full minutes only. */
const REGULAR = Date.UTC(1973, 0, 1);
const KEPT_OFFSETS = 10_000;
const offsets = new Map<string, number>();

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. Asking Intl is slow, so answers are kept. */
function offsetAt(zone: string, instant: Date): number {
  if (instant.getTime() < REGULAR) return askOffset(zone, instant);
  const minute = Math.floor(instant.getTime() / MINUTE) * MINUTE;
  const key = `${zone} ${minute}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= KEPT_OFFSETS) offsets.clear();
  const asked = askOffset(zone, new Date(minute));
  offsets.set(key, asked);
  return asked;
}

function askOffset(zone: string, instant: Date): number {
  const parts = wallClock(zone).formatToParts(instant);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'), value('second'));
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}
