import { type Day, dayIn, makeDay } from '../../../src/model/day.ts';
import { dayInRow } from '../dates/rows.ts';

const ZONE = 'Asia/Shanghai';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Thu, 05 Mar 2020 18:00:00 GMT` of feeds (RFC 5322), the zone is Beijing's where none is written. */
const MAILED = /\b(\d{1,2})[ -]([A-Z][a-z]{2})[a-z]{0,6}[ -](\d{4})(?: (\d{2}):(\d{2})(?::\d{2})?(?: ?(GMT|UTC?|Z|[+-]\d{2}:?\d{2}))?)?/;
/** `/Date(1583424000000+0800)/` of .NET. */
const DOT_NET = /^\\?\/Date\((-?\d{9,13})(?:[+-]\d{4})?\)\\?\/$/;
const SECONDS = /^\d{10}(?:\.\d{1,6})?$/;
const MILLISECONDS = /^\d{13}$/;
/** Fields in which a nested date keeps its instant. */
const INSTANT = ['time', '$date', 'date', 'datetime', 'value', 'iso', 'timestamp', 'epochSecond', '$numberLong', 'seconds'];

/**
 * The day that a value of an answer means, in Beijing: text in any usual writing, seconds or milliseconds since 1970, .NET and Java dates, nested
 * objects (`{"time": …}`, `{"year": 2020, "monthValue": 3, "dayOfMonth": 6}`) and arrays of year, month and day. Null where it means none.
 */
export function dayOfValue(value: unknown): Day | null {
  if (typeof value === 'number' || typeof value === 'string') return dayOfText(String(value).trim());
  if (Array.isArray(value)) return value.length >= 3 && value.every((part) => typeof part === 'number') ? partsDay(value) : null;
  return typeof value === 'object' && value !== null ? dayOfFields(value as Readonly<Record<string, unknown>>) : null;
}

function dayOfText(text: string): Day | null {
  if (text.length < 6 || text.length > 60) return null;
  const dotNet = DOT_NET.exec(text);
  if (dotNet) return dayIn(ZONE, new Date(Number(dotNet[1])));
  if (MILLISECONDS.test(text)) return plausible(dayIn(ZONE, new Date(Number(text))));
  if (SECONDS.test(text)) return plausible(dayIn(ZONE, new Date(Number(text) * 1000)));
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]{5,18}Z$/.test(text)) return dayOfInstant(Date.parse(text));
  const mailed = MAILED.exec(text);
  if (mailed) return mailedDay(mailed);
  return dayInRow(/^\d{17}$/.test(text) ? text.slice(0, 14) : text);
}

function mailedDay([, date, name, year, hour, minute, zone = '+0800']: RegExpExecArray): Day | null {
  const month = MONTHS.indexOf(name!.toLowerCase()) + 1;
  const day = makeDay(Number(year), month, Number(date));
  if (day === null || hour === undefined) return day;
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(.\d\d):?(\d\d)$/, '$1:$2') : 'Z';
  return dayOfInstant(Date.parse(`${day}T${hour}:${minute}:00${offset}`));
}

function dayOfInstant(instant: number): Day | null {
  return Number.isNaN(instant) ? null : dayIn(ZONE, new Date(instant));
}

/** Numbers of records have as many digits as instants. */
function plausible(day: Day): Day | null {
  return day >= '1990' && day < '2100' ? day : null;
}

function dayOfFields(fields: Readonly<Record<string, unknown>>): Day | null {
  for (const name of INSTANT) {
    const inner = fields[name];
    const day = typeof inner === 'object' || String(inner).length >= 8 ? dayOfValue(inner) : null;
    if (day) return day;
  }
  const { year, month, monthValue, monthOfYear, day, dayOfMonth, date } = fields;
  if (typeof year !== 'number') return null;
  // java.util.Date counts years from 1900 and months from 0.
  if (year < 1000) return partsDay([year + 1900, Number(month) + 1, date]);
  return partsDay([year, monthValue ?? monthOfYear ?? month, dayOfMonth ?? date ?? day]);
}

function partsDay([year, month, date]: readonly unknown[]): Day | null {
  return makeDay(Number(year), Number(month), Number(date));
}
