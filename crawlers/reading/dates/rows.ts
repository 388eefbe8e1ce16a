import { type Day, makeDay } from '../../../src/model/day.ts';
import { isEventLabel, isOtherDay, labelBefore, publishedRankAtEnd } from './labels.ts';
import { calendarDay, plainDigits, type WrittenDay, wholeDay, writtenDays } from './written.ts';

/** What may touch a day that stands for itself; a day inside running text belongs to the title. */
const EDGE_BEFORE = /(?:^|[\s[\](){}【】（）〔〕〈〉<>|:,;·•*]|-{1,9})$/;
const EDGE_AFTER = /^(?:$|[\s[\](){}【】（）〔〕〈〉<>|,;·•*-])/;

/** `20.03.05`, `(24-01-19)`: nothing else in the text and two digits each, so that no version or price is meant. */
const SHORT_YEAR = /^[\s[(【（〔]{0,5}([0-4]\d)([-/.])(\d{2})\2(\d{2})[\s\])】）〕]{0,5}$/;

/**
 * The day of a list row, from the row's text or from one element of it. Days inside running text (`关于2018年12月3日停水的通知`), days under another
 * label (`截止时间：`) and ranges do not count. Of several, a labelled one wins, else the last, which is where rows show it.
 */
export function dayInRow(text: string): Day | null {
  const whole = wholeDay(text);
  if (whole) return whole.day;
  const plain = plainDigits(text);
  const short = SHORT_YEAR.exec(plain);
  if (short) return calendarDay(2000 + Number(short[1]), Number(short[3]), Number(short[4]));
  let best: { written: WrittenDay; rank: number } | null = null;
  for (const written of writtenDays(text)) {
    if (
      !EDGE_BEFORE.test(plain.slice(Math.max(0, written.start - 10), written.start)) ||
      !EDGE_AFTER.test(plain.slice(written.end, written.end + 1))
    )
      continue;
    const label = labelBefore(text, written.start);
    const rank = label === null ? (isOtherDay(plain, written.start) ? null : 9) : publishedRankAtEnd(label);
    if (rank !== null && (best === null || rank <= best.rank)) best = { written, rank };
  }
  return best?.written.day ?? null;
}

/** The last day of a letter, an answer or a talk (`来信时间：… 答复时间：…`), for rows that show no day of publication; null where there is none. */
export function eventDayInRow(text: string): Day | null {
  const days = writtenDays(text).filter(({ start }) => isEventLabel(labelBefore(text, start) ?? ''));
  return days.at(-1)?.day ?? null;
}

const MONTH_DAY = /(?:^|[\s[(【（〔])(\d{1,2})(?:\s{0,3}([-/.])\s{0,3}(\d{1,2})|\s{0,3}月\s{0,3}(\d{1,2})\s{0,3}日)(?=$|[\s\])】）〕])/g;

/**
 * `MM-DD` where a row shows a day without its year (`[03-04]`, `3月4日`), at its begin or end or in brackets; null otherwise, also where a full day stands there.
 * Slashes and dots need two digits on both sides: `1/12` counts pages and `3.5` is a price.
 */
export function monthDayInRow(text: string): string | null {
  if (dayInRow(text)) return null;
  const plain = plainDigits(text)
    .trim()
    .replace(/[\])】）〕]$/, '');
  let found: string | null = null;
  for (const match of plain.matchAll(MONTH_DAY)) {
    const [shape, month, separator, date = match[4]!] = match;
    const bracketed = /^[[(【（〔]/.test(shape!);
    const atEdge = match.index === 0 || match.index + shape!.length === plain.length;
    if (!bracketed && !atEdge) continue;
    if ((separator === '/' || separator === '.') && (month!.length < 2 || date.length < 2)) continue;
    found = monthDay(Number(month), Number(date)) ?? found;
  }
  return found;
}

/**
 * The day of a card that shows it in parts: `['04', '2021-03']`, `['04', '03月', '2021']`, `['03-04', '2021']`, `['04日', '2021年3月']`, in any order.
 * Every part must be nothing but its piece of the date, and the pieces must make one day.
 */
export function dayInParts(parts: readonly string[]): Day | null {
  const { year, month, date } = pieces(parts);
  return year !== null && month !== null && date !== null ? calendarDay(year, month, date) : null;
}

/** `MM-DD` of a card that shows day and month in parts and no year: `['04', '3月']`. */
export function monthDayInParts(parts: readonly string[]): string | null {
  const { year, month, date } = pieces(parts);
  return year === null && month !== null && date !== null ? monthDay(month, date) : null;
}

const PARTS: readonly (readonly [RegExp, readonly ('year' | 'month' | 'date')[]])[] = [
  [/^((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?月?$/, ['year', 'month']],
  [/^(\d{1,2})\s?[-/.月]\s?((?:19|20)\d{2})$/, ['month', 'year']],
  [/^(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?$/, ['month', 'date']],
  [/^((?:19|20)\d{2})\s?年?$/, ['year']],
  [/^(\d{1,2})\s?月$/, ['month']],
  [/^(\d{1,2})\s?日?$/, ['date']],
];
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const MONTH = /^(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?月?$/;
const DATE = /^[[(（【]?\d{1,2}\s?日[\])）】]?$/;

/** `2024年3月` alone in its text: what heads the rows of a month. */
export const isMonthHeading = (text: string) => text.length <= 12 && MONTH.test(text);
/** `28日` alone in its text. */
export const isDateOfMonth = (text: string) => text.length <= 6 && DATE.test(text);

/** Contradicting or foreign parts leave everything null. */
function pieces(parts: readonly string[]): { year: number | null; month: number | null; date: number | null } {
  const nothing = { year: null, month: null, date: null };
  const found: { year: number | null; month: number | null; date: number | null } = { ...nothing };
  for (const part of parts) {
    const plain = plainDigits(part)
      .replace(/[[\]()【】（）|]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^[-/.]|[-/.]$/g, '')
      .trim();
    if (plain === '') continue;
    const named = MONTH_NAMES.indexOf(plain.slice(0, 3).toLowerCase()) + 1;
    if (named > 0 && /^[A-Za-z]{3,9}\.?$/.test(plain)) {
      if (found.month !== null) return nothing;
      found.month = named;
      continue;
    }
    const shape = PARTS.find(([pattern]) => pattern.test(plain));
    if (!shape) return nothing;
    const values = shape[0].exec(plain)!.slice(1).map(Number);
    for (const [index, piece] of shape[1].entries()) {
      if (found[piece] !== null) return nothing;
      found[piece] = values[index]!;
    }
  }
  return found;
}

/** A leap year is taken, so that 02-29 stands; the year decides later. */
function monthDay(month: number, date: number): string | null {
  return makeDay(2000, month, date)?.slice(5) ?? null;
}
