import type { FoundList } from './discover.ts';
import { columnKey } from './links.ts';

/** Fewer rows than this may be alike by chance. */
const TELLING = 2;

/**
 * Leaves out lists that show the same rows under another address: section homes that print one of their columns, and
 * columns that hang under several menus. The address that the rows themselves lie under is kept, else the one found first.
 */
export function dropRepeatedLists<Found extends Pick<FoundList, 'column' | 'reading'>>(found: readonly Found[]): Found[] {
  const kept = new Map<string, Found>();
  for (const candidate of found) {
    const rows = candidate.reading.items.map((entry) => entry.url ?? entry.title);
    const key = rows.length < TELLING ? columnKey(candidate.column.url) : rows.join('\n');
    const before = kept.get(key);
    if (!before || nearness(candidate) > nearness(before)) kept.set(key, candidate);
  }
  return [...kept.values()];
}

/** How much of the list's own address its rows share. */
function nearness({ column, reading }: Pick<FoundList, 'column' | 'reading'>): number {
  const folder = columnKey(column.url);
  const below = reading.items.filter((entry) => entry.url !== null && columnKey(entry.url).startsWith(`${folder}/`)).length;
  return below > 0 ? folder.length : 0;
}
