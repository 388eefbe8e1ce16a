import type { Entry } from '../../src/model/reading.ts';
import type { KnownColumn } from '../../src/model/records.ts';
import { itemKey } from './item-key.ts';

/** Share of rows that the column is known to list, by address or by title: 0 is another list, or one that was wholly renewed. */
export function shareKnown(rows: readonly Entry[], { entries }: KnownColumn): number {
  if (rows.length === 0) return 0;
  const titles = new Set([...entries.values()].map((entry) => entry.title));
  return rows.filter((row) => entries.has(itemKey(row)) || titles.has(row.title)).length / rows.length;
}
