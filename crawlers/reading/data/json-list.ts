import type { Entry } from '../../../src/model/reading.ts';
import { monthDayInRow } from '../dates/rows.ts';
import { dayWithYearOf } from '../dates/url.ts';
import { parseMarkup } from '../markup.ts';
import { visibleText } from '../page.ts';
import { cleanText } from '../text.ts';
import { canonicalUrl } from '../urls.ts';
import { addressOfRow, type DrawnAddress } from './drawn-address.ts';
import { ADDRESS, type Fields, field, namesPublication, TITLE } from './fields.ts';
import { dayOfValue } from './instants.ts';
import { addressKey, dayKeys } from './judged.ts';
import { type Records, recordsOf } from './records.ts';

/** What the answer of a list API holds: its rows, or the markup that it wraps. */
export interface JsonFindings extends Pick<Records, 'total' | 'markup' | 'failed'> {
  readonly items: readonly Entry[];
}

/** Finds the rows of a list in a value. `drawn` tells how a script puts together the address of a row that holds none. */
export function findRows(value: unknown, base: string, drawn: DrawnAddress | null = null): JsonFindings {
  const { rows, titledBy, total, markup, failed } = recordsOf(value);
  const days = dayKeys(rows);
  const address = rows.some((row) => field(row, ADDRESS) !== undefined) ? null : addressKey(rows);
  const items = rows.map((row) => entryOf(row, { titledBy, address, days, drawn }, base)).filter((entry) => entry.title !== '');
  return { items, total, markup, failed };
}

interface Keys {
  readonly titledBy: string | null;
  readonly address: string | null;
  readonly days: readonly string[];
  readonly drawn: DrawnAddress | null;
}

function entryOf(row: Fields, { titledBy, address, days, drawn }: Keys, base: string): Entry {
  const title = titledBy === null ? field(row, TITLE) : row[titledBy];
  const reference = (address === null ? field(row, ADDRESS) : row[address]) ?? (drawn && addressOfRow(row, drawn));
  const url = typeof reference === 'string' ? canonicalUrl(reference, base) : null;
  const whole = firstOf(days, (key) => dayOfValue(row[key]));
  const monthDay = whole === null ? firstOf(Object.keys(row).filter(namesPublication), (key) => monthDayOf(row[key])) : null;
  const publishedOn = whole ?? (url === null || monthDay === null ? null : dayWithYearOf(url, monthDay));
  const shown = publishedOn === null ? monthDay : null;
  const entry = { title: plainTitle(String(title)), url, publishedOn };
  return shown === null ? entry : { ...entry, shown };
}

function firstOf<T>(keys: readonly string[], read: (key: string) => T | null): T | null {
  for (const key of keys) {
    const found = read(key);
    if (found !== null) return found;
  }
  return null;
}

function monthDayOf(value: unknown): string | null {
  return typeof value === 'string' && value.length <= 12 ? monthDayInRow(value) : null;
}

/** Without the markup that search engines put into titles. */
export function plainTitle(title: string): string {
  const text = /[<&]/.test(title) ? visibleText(parseMarkup(title.slice(0, 4000)), 2000) : cleanText(title);
  return text.slice(0, 1000);
}
