import type { ListReading } from '../../src/model/reading.ts';
import { columnKey } from './links.ts';

/** Fewer rows than this may be alike by chance. */
const TELLING = 2;

interface Listed {
  readonly column: { readonly url: string };
  readonly reading: Pick<ListReading, 'items'>;
}

/**
 * Leaves out lists that show another list's rows, all or the newest of them: section homes that print one of their columns, and
 * columns that hang under several menus. The address that the rows themselves lie under is kept, else the one found first.
 */
export function dropRepeatedLists<Found extends Listed>(found: readonly Found[]): Found[] {
  const kept = new Map<string, Found>();
  for (const candidate of found) {
    const rows = rowsOf(candidate);
    const key = rows.length < TELLING ? columnKey(candidate.column.url) : rows.join('\n');
    const before = kept.get(key);
    if (!before || nearness(candidate) > nearness(before)) kept.set(key, candidate);
  }
  const lists = [...kept.values()];
  return lists.filter((one) => !lists.some((other) => isPartOf(one, other)));
}

function rowsOf({ reading }: Listed): string[] {
  return reading.items.map((entry) => entry.url ?? entry.title);
}

/** Whether a list shows nothing but rows of another one, under whose address they lie. */
function isPartOf(one: Listed, other: Listed): boolean {
  const rows = rowsOf(one);
  if (one === other || rows.length < TELLING || nearness(other) <= nearness(one)) return false;
  const others = new Set(rowsOf(other));
  return rows.every((row) => others.has(row));
}

/** How much of the list's own address its rows share. */
function nearness({ column, reading }: Listed): number {
  const folder = columnKey(column.url);
  const below = reading.items.filter((entry) => entry.url !== null && columnKey(entry.url).startsWith(`${folder}/`)).length;
  return below > 0 ? folder.length : 0;
}
