import { type Day, makeDay } from '../../src/model/day.ts';
import { inBeijing } from '../reading/dates/time.ts';
import { wholeDay } from '../reading/dates/written.ts';

/** The moment of a post: its day, and `YYYY-MM-DDTHH:MM:SS+08:00` where a time is written, else the day again. */
export interface PostInstant {
  readonly publishedOn: Day;
  readonly publishedAt: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** RFC 822 as RSS writes it: `Mon, 03 Dec 2018 14:31:22 +0800`. */
const RFC_822 =
  /^(?:[a-z]{3,9},?\s{1,3})?(\d{1,2})\s{1,3}([a-z]{3})[a-z]{0,6}\s{1,3}(\d{4})\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?\s{0,3}(GMT|UTC?|Z|[+-]\d{2}:?\d{2})?$/i;
/** Seconds and milliseconds since 1970 between 2000 and 2099. */
const SECONDS = { from: 946_684_800, to: 4_102_444_800 };
/** Serial numbers of spreadsheets between 2000 and 2099: days since 1899-12-30. */
const SERIAL = { from: 36_526, to: 73_050 };
const EPOCH_OF_SHEETS = Date.UTC(1899, 11, 30);
const BEIJING_MS = 8 * 3_600_000;

/** Reads the moment of a post as feeds, files and platforms write it; null where it is none. Nothing is guessed. */
export function postInstant(written: unknown): PostInstant | null {
  if (written instanceof Date) return Number.isNaN(written.getTime()) ? null : onTheWall(written.getTime());
  if (typeof written === 'number') return ofNumber(written);
  if (typeof written !== 'string') return null;
  const text = written.trim();
  if (/^\d{10}$|^\d{13}$|^\d{5}(?:\.\d{1,12})?$/.test(text)) return ofNumber(Number(text));
  const mail = RFC_822.exec(text);
  if (mail) return ofMail(mail);
  const day = wholeDay(text);
  return day && { publishedOn: day.day, publishedAt: day.at };
}

function ofNumber(value: number): PostInstant | null {
  if (value >= SECONDS.from && value < SECONDS.to) return onTheWall(value * 1000 + BEIJING_MS);
  if (value >= SECONDS.from * 1000 && value < SECONDS.to * 1000) return onTheWall(value + BEIJING_MS);
  if (value >= SERIAL.from && value < SERIAL.to) return onTheWall(EPOCH_OF_SHEETS + Math.round(value * 86_400) * 1000);
  return null;
}

/** What the clock on the wall shows, given as if it were UTC: spreadsheets know no zone. */
function onTheWall(milliseconds: number): PostInstant {
  const wall = new Date(milliseconds).toISOString();
  const midnight = wall.slice(11, 19) === '00:00:00';
  const publishedOn = wall.slice(0, 10);
  return { publishedOn, publishedAt: midnight ? publishedOn : `${wall.slice(0, 19)}+08:00` };
}

function ofMail([, date, month, year, hour, minute, second = '0', zone = 'GMT']: RegExpExecArray): PostInstant | null {
  const day = makeDay(Number(year), MONTHS.indexOf(month!.toLowerCase()) + 1, Number(date));
  if (day === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const sign = zone.startsWith('-') ? -1 : 1;
  const minutes = /^[+-]/.test(zone) ? sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) : 0;
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second), zone: minutes, length: 0 };
  const at = inBeijing(day, clock);
  return { publishedOn: at.slice(0, 10), publishedAt: at };
}
