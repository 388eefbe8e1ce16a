import type { Day } from '../../src/model/day.ts';
import type { ItemKey, KnownColumn } from '../../src/model/records.ts';
import type { CrawledRow } from './crawled.ts';

/** Known rows that a reading did not show. */
export interface MissingRows {
  /** Listed under another address now. */
  readonly readdressed: readonly ItemKey[];
  /** Gone from the middle of what was read: withdrawn from the list. */
  readonly withdrawn: readonly ItemKey[];
  /** Beyond the last row that was read: moved down, dropped from the end of a list that shows its newest rows only, or withdrawn. */
  readonly beyond: readonly ItemKey[];
}

/** Where fewer of the rows that should be there still are, it is another list or another make of it. */
const STILL_THERE = 0.5;

/**
 * Known rows that are no longer where they stood. A row no newer than the last one read has moved beyond it; a row that is newer, or
 * stood above one that still stands, has gone.
 */
export function missingRows(rows: readonly CrawledRow[], known: KnownColumn): MissingRows {
  const listed = new Set(rows.map((row) => row.item));
  const lastSeen = Math.max(0, ...rows.map((row) => known.entries.get(row.item)?.position ?? 0));
  const lastDay = rows.findLast((row) => row.listedOn !== null)?.listedOn ?? null;
  const within = (entry: { readonly listedOn: Day | null; readonly position: number }) =>
    entry.position < lastSeen && (entry.listedOn === null || lastDay === null || entry.listedOn > lastDay);
  const names = new Set(rows.map(nameOf));
  const absent = [...known.entries].filter(([key]) => !listed.has(key));
  const readdressed = keysOf(absent.filter(([, entry]) => names.has(nameOf(entry))));
  const missing = absent.filter(([key]) => !readdressed.includes(key));
  const withdrawn = missing.filter(([, entry]) => within(entry));
  const stayed = rows.filter((row) => known.entries.has(row.item)).length + readdressed.length;
  const isSameList = stayed >= STILL_THERE * (stayed + withdrawn.length);
  return isSameList
    ? { readdressed, withdrawn: keysOf(withdrawn), beyond: keysOf(missing.filter(([, entry]) => !within(entry))) }
    : { readdressed, withdrawn: [], beyond: keysOf(missing) };
}

function keysOf(entries: readonly (readonly [ItemKey, unknown])[]): ItemKey[] {
  return entries.map(([key]) => key);
}

function nameOf({ title, listedOn }: { readonly title: string; readonly listedOn: Day | null }): string {
  return `${listedOn ?? ''} ${title}`;
}
