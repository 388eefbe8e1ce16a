import type { ListReading } from '../../src/model/reading.ts';
import type { KnownColumn } from '../../src/model/records.ts';
import { itemKey } from './item-key.ts';

/** A list of which most rows had days and now hardly one has, is another list or another template. */
const DATED_BEFORE = 0.8;
const DATED_NOW = 0.2;

/**
 * Whether what was read is no longer the column as it was known: a redesign, or the reader fell for another block.
 * Returns the reason in words for people, or null where the column goes on. A list with new addresses but known titles
 * is the same column, read anew.
 */
export function driftOf(reading: ListReading, known: KnownColumn): string | null {
  const { lastGood, entries } = known;
  if (lastGood === null || entries.size === 0) return null;
  if (reading.items.length === 0) {
    return `上次读到 ${entries.size} 条信息，现在一条也没有，可能是网站改版 · ${entries.size} rows were known and none is there now: probably a redesign`;
  }
  const titles = new Set([...entries.values()].map((entry) => entry.title));
  if (reading.items.some((row) => entries.has(itemKey(row)) || titles.has(row.title))) return null;
  const dated = reading.items.filter((row) => row.publishedOn !== null).length / reading.items.length;
  if ((lastGood.fingerprint?.dated ?? 0) >= DATED_BEFORE && dated <= DATED_NOW) {
    return '列表改版后读不到日期，等待重新识别 · the rows no longer show days: probably a redesign';
  }
  const newestKnown = newest([...entries.values()].map((entry) => entry.listedOn));
  const newestNow = newest(reading.items.map((row) => row.publishedOn));
  if (newestKnown !== null && (newestNow === null || newestNow < newestKnown)) {
    return '读到的列表与上次完全不同，且更旧，可能是网站改版 · another, older list than last time: probably a redesign';
  }
  return null;
}

function newest(days: readonly (string | null)[]): string | null {
  return days.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null);
}
