import {
  CHINESE_DAY,
  CHINESE_MONTH,
  CHINESE_YEAR,
  chineseNumber,
  chineseYear,
  writtenNumber,
} from '../../../src/model/chinese-numerals.ts';
import { type Day, makeDay } from '../../../src/model/day.ts';
import { clockAfter, inBeijing } from './time.ts';

/** A day as it stands in a text. */
export interface WrittenDay {
  readonly day: Day;
  /** The day, or `YYYY-MM-DDTHH:MM:SS+08:00` where a time other than bare midnight stands behind it. */
  readonly at: string;
  /** Where it begins in the text, and where it ends, its time included (UTF-16 units). */
  readonly start: number;
  readonly end: number;
}

/** Web publishing dates older than this are placeholders (1900-01-01, 1970-01-01), not days. */
const FIRST_YEAR = 1949;
const LAST_YEAR = 2099;

const GAP = '\\s{0,20}';
const YMD = new RegExp(
  `(?<![\\d〔])([12]\\d{3}|${CHINESE_YEAR})${GAP}年${GAP}(\\d{1,2}|${CHINESE_MONTH})${GAP}月${GAP}(\\d{1,2}|${CHINESE_DAY})${GAP}(?:[日号]|(?=[)\\]}】）〕>|]|$|\\s{1,20}(?:\\d{1,2}:|[^\\d\\u4e00-\\u9fff]|$)))`,
  'g',
);
/** Two-digit days may have the time glued to them (`2018-12-0314:31`), which is how collapsed markup reads. */
const NUMERIC = new RegExp(
  `(?<![A-Za-z\\d第])(?<!\\d[-./])([12]\\d{3})${GAP}([-./])${GAP}(\\d{1,2})${GAP}\\2${GAP}(?:(\\d{2})(?=\\d{2}:\\d{2})|(\\d{1,2})(?!\\d))(?![-./]\\d|[A-SU-Za-z_]|${GAP}[期号])`,
  'g',
);
/** What Java and JavaScript print when nobody formats: `Mon Dec 03 14:31:22 CST 2018`. */
const PRINTED =
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{2}) (\d{2}):(\d{2}):(\d{2}) (?:CST|GMT\+08:00) (\d{4})\b/g;
/** What .NET prints on a server set to American English; the half of the day shows which number is the month. */
const AMERICAN = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/([12]\d{3})(?= \d{1,2}:\d{2}(?::\d{2})? [AP]M\b)/g;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `January 5, 2024`, `Jan 05,2024` and `5 January 2024`, as English editions write. */
const NAMED = MONTHS.map((month) => `${month}[a-z]{0,6}`).join('|');
const ENGLISH = new RegExp(
  `\\b(?:(${NAMED})\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?\\s?,\\s{0,3}|(\\d{1,2})(?:st|nd|rd|th)?[\\s-](${NAMED})\\.?,?[\\s-])([12]\\d{3})(?!\\d)`,
  'gi',
);

const MAY_HOLD_YEAR = /[12１２][0-9０-９]{3}|年/;
/** Spares other texts the shapes that they cannot hold. */
const MAY_HOLD_MONTH_NAME = /[A-Za-z]{3}/;

/** Whether a text holds something like a year, without which no day stands in it: spares most lines the work. */
export function mayHoldDay(text: string): boolean {
  return MAY_HOLD_YEAR.test(text);
}

const RANGE_GOES_ON = /^\s{0,10}(?:至|到|~|--?)\s{0,10}[\d一二三四五六七八九十]/;
const RANGE_BEFORE = /[\d日号月]\s{0,10}(?:至|到|~|--?)\s{0,10}$/;

/**
 * All full days written in a text, in order: `2018-12-03`, `2018/12/3`, `2018.12.3`, `2018年12月3日`, `二〇一八年十二月三日`,
 * with full-width digits and spaces inside, and the time behind them.
 * Impossible days, placeholders, parts of longer numbers and both ends of a range (`3日至10日`) are left out.
 */
export function writtenDays(text: string): WrittenDay[] {
  if (!mayHoldDay(text)) return [];
  const plain = plainDigits(text);
  const found: WrittenDay[] = [];
  if (plain.includes('年')) {
    for (const match of matches(plain, YMD)) {
      take(match, writtenNumber(match[1]!, chineseYear), writtenNumber(match[2]!, chineseNumber), writtenNumber(match[3]!, chineseNumber));
    }
  }
  for (const match of matches(plain, NUMERIC)) take(match, Number(match[1]), Number(match[3]), Number(match[4] ?? match[5]));
  if (plain.includes('/')) for (const match of matches(plain, AMERICAN)) take(match, Number(match[3]), Number(match[1]), Number(match[2]));
  if (!MAY_HOLD_MONTH_NAME.test(plain)) return inOrder(found);
  for (const match of matches(plain, ENGLISH)) {
    const month = (match[1] ?? match[4]!).slice(0, 3).toLowerCase();
    take(match, Number(match[5]), MONTHS.findIndex((name) => name.toLowerCase() === month) + 1, Number(match[2] ?? match[3]));
  }
  for (const match of matches(plain, PRINTED)) {
    const day = calendarDay(Number(match[6]), MONTHS.indexOf(match[1]!) + 1, Number(match[2]));
    if (day)
      found.push({ day, at: `${day}T${match[3]}:${match[4]}:${match[5]}+08:00`, start: match.index, end: match.index + match[0].length });
  }
  return inOrder(found);

  function take(match: RegExpExecArray, year: number, month: number, date: number) {
    const day = calendarDay(year, month, date);
    if (!day) return;
    const written = match.index + match[0].length;
    const clock = clockAfter(plain.slice(written, written + 60));
    const end = written + (clock?.length ?? 0);
    if (RANGE_GOES_ON.test(plain.slice(end, end + 30)) || RANGE_BEFORE.test(plain.slice(Math.max(0, match.index - 30), match.index)))
      return;
    const at = clock ? inBeijing(day, clock) : day;
    found.push({ day: at.slice(0, 10), at, start: match.index, end });
  }
}

/** All matches of a global pattern; `matchAll` would compile it anew for every text. */
function matches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}

function inOrder(days: WrittenDay[]): WrittenDay[] {
  return days.length > 1 ? days.sort((a, b) => a.start - b.start) : days;
}

/** The one day that a whole text is (a table cell, a meta tag), its time included; also compact `20181203` and `20181203143122`. */
export function wholeDay(text: string): WrittenDay | null {
  if (!mayHoldDay(text)) return null;
  const trimmed = plainDigits(text).trim();
  const compact = /^([12]\d{3})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(trimmed);
  if (compact) {
    const day = calendarDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
    if (!day) return null;
    const clock = compact[4] ? clockAfter(` ${compact[4]}:${compact[5]}:${compact[6] ?? '00'}`) : null;
    return { day, at: clock ? inBeijing(day, clock) : day, start: 0, end: text.length };
  }
  const days = writtenDays(trimmed);
  const only = days.length === 1 ? days[0]! : null;
  if (!only) return null;
  const rest = trimmed.slice(0, only.start) + trimmed.slice(only.end);
  return /^[\s[\](){}【】（）〔〕〈〉「」<>|:,;."'“”‘’-]*$/.test(rest) ? only : null;
}

/** The day, or null where the calendar has none or its year is a placeholder. */
export function calendarDay(year: number, month: number, date: number): Day | null {
  return year >= FIRST_YEAR && year <= LAST_YEAR && !(year === 1970 && month === 1 && date === 1) ? makeDay(year, month, date) : null;
}

const LOOKALIKES: Readonly<Record<string, string>> = { '/': '／∕', '-': '－—–‐‑−﹣', '.': '．', ':': '：∶︰', '~': '～〜' };
const PLAIN = new Map(Object.entries(LOOKALIKES).flatMap(([plain, signs]) => [...signs].map((sign) => [sign, plain] as const)));
const NOT_PLAIN = /[０-９－—–‐‑−﹣／∕．：∶︰～〜\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u3000\u00a0\0]/g;

/** Full-width digits and the many dashes, slashes and colons as ASCII; unseen characters as spaces. Length and places stay as they are. */
export function plainDigits(text: string): string {
  return text.replace(NOT_PLAIN, (sign) => {
    const digit = sign.charCodeAt(0) - 0xff10;
    return digit >= 0 && digit <= 9 ? String(digit) : (PLAIN.get(sign) ?? ' ');
  });
}
