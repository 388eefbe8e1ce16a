import type { Day } from '../../../src/model/day.ts';

/** A time of day behind a date, how long it is in the text, and its zone in minutes east of UTC where one is written. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly zone: number | null;
  readonly length: number;
}

const BEIJING = 8 * 60;
const AFTER =
  /^(?:T|[\s,，]{0,20}(?:\(?(?:星期|周)[一二三四五六日天]\)?)?[\s,，]{0,20})(上午|下午|AM|PM)?\s{0,3}(\d{1,2})(?::|时|点)\s{0,3}(\d{1,2})分?(?:(?::|(?=\d{1,2}秒))\s{0,3}(\d{1,2})(?:\.\d{1,9})?秒?)?(?:\s?(AM|PM))?(Z|[+-]\d{2}:?\d{2}(?!\d))?(?![\d:])/;

/** The time that stands right behind a date, or null. `rest` is the text after the date, its digits in ASCII. */
export function clockAfter(rest: string): Clock | null {
  const match = AFTER.exec(rest);
  if (!match) return null;
  const half = match[1] ?? match[5];
  const stated = Number(match[2]);
  const hour = (half === '下午' || half === 'PM') && stated < 12 ? stated + 12 : stated;
  const minute = Number(match[3]);
  const second = Number(match[4] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  return { hour, minute, second, zone: zoneMinutes(match[6]), length: match[0].length };
}

/**
 * Day and time as `YYYY-MM-DDTHH:MM:SS+08:00` (a time without a zone is Beijing's), or the day alone where the time is bare midnight:
 * systems print 00:00:00 where they know no time.
 */
export function inBeijing(day: Day, clock: Clock): string {
  const zone = clock.zone ?? BEIJING;
  if (clock.zone === null && clock.hour === 0 && clock.minute === 0 && clock.second === 0) return day;
  const wall = Date.parse(`${day}T00:00:00Z`) + ((clock.hour * 60 + clock.minute - zone + BEIJING) * 60 + clock.second) * 1000;
  return `${new Date(wall).toISOString().slice(0, 19)}+08:00`;
}

function zoneMinutes(written: string | undefined): number | null {
  if (!written) return null;
  if (written === 'Z') return 0;
  const [hours, minutes] = [written.slice(1, 3), written.slice(-2)].map(Number) as [number, number];
  return (written[0] === '-' ? -1 : 1) * (hours * 60 + minutes);
}
