import type { Day } from '../../../src/model/day.ts';
import { dayRank, type Fields, UNNAMED } from './fields.ts';
import { dayOfValue } from './instants.ts';

/** Rows that are looked at to tell what a field holds. */
const SAMPLE = 40;
/** Share of the rows in which a field must hold what it is taken for. */
const MOST = 0.8;
const ADDRESS =
  /^(?:https?:)?\/\/[^\s]{3,}|^[.\w/%~-]{0,300}(?:\/|\.(?:s?html?|jhtml|jspx?|php|aspx?|do|pdf|docx?|xlsx?|wps|ofd))[^\s]{0,300}$|^[\w/.-]{0,200}\?[\w.-]{1,40}=[^\s]{1,300}$/i;
/** Addresses of other things than the row's page. */
const OTHER_ADDRESS = /img|pic|photo|thumb|icon|cover|logo|image|video|avatar/i;
const PICTURE = /\.(?:jpe?g|png|gif|webp|bmp|svg|ico|mp4)(?:\?|$)/i;

/** The field by which rows whose names say nothing are titled: the one of different texts of a title's length that are neither days nor addresses. */
export function titleKey(rows: readonly Fields[]): string | null {
  let best: { key: string; letters: number } | null = null;
  for (const [key, values] of columns(rows)) {
    const texts = values.filter((value): value is string => typeof value === 'string').map((text) => text.trim());
    if (texts.length < MOST * values.length || new Set(texts).size < MOST * texts.length) continue;
    const letters = texts.reduce((sum, text) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0) / texts.length;
    if (letters < 6 || letters > 100 || texts.some((text) => ADDRESS.test(text) || text.includes('<p'))) continue;
    if (texts.filter((text) => dayOfValue(text) !== null).length * 2 > texts.length) continue;
    if (best === null || letters > best.letters) best = { key, letters };
  }
  return best?.key ?? null;
}

/** The field that leads to the rows' pages where no name says so: different addresses, of no pictures. */
export function addressKey(rows: readonly Fields[]): string | null {
  for (const [key, values] of columns(rows)) {
    const addresses = values.filter((value): value is string => typeof value === 'string' && ADDRESS.test(value) && !PICTURE.test(value));
    if (OTHER_ADDRESS.test(key) || addresses.length < MOST * values.length) continue;
    if (new Set(addresses).size >= MOST * addresses.length) return key;
  }
  return null;
}

/** The fields that hold days in most rows, the surest name first; names that say something else than "published" are none. */
export function dayKeys(rows: readonly Fields[]): string[] {
  const ranked: { key: string; rank: number }[] = [];
  for (const [key, values] of columns(rows)) {
    const rank = dayRank(key);
    if (rank === null) continue;
    const days = values.map(dayOfValue).filter((day): day is Day => day !== null);
    if (days.length > 0 && (rank < UNNAMED || days.length >= MOST * values.length)) ranked.push({ key, rank });
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ key }) => key);
}

/** The values of each field over the rows that have it, fields that few rows have left out. */
function columns(rows: readonly Fields[]): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  const looked = rows.slice(0, SAMPLE);
  for (const row of looked) {
    for (const [key, value] of Object.entries(row)) {
      if (value === null || value === undefined || value === '') continue;
      const values = found.get(key);
      if (values) values.push(value);
      else found.set(key, [value]);
    }
  }
  return new Map([...found].filter(([, values]) => values.length * 2 >= looked.length));
}
