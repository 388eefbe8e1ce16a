import type { CategoryId, Column } from '../model/estate.ts';
import type { Store } from '../store/store.ts';
import type { Classifier } from './classifier.ts';

/** From so many titles on a column's own items count. */
const ENOUGH = 20;

/** Share of a column's items that must be of one category by their titles, for the column to be called one of it. */
const MOST = 0.6;

/** As many of a column's titles are looked at while it is crawled. */
const LOOKED_AT = 200;

/** What the items of a column are by their titles alone. */
export interface ColumnItems extends Most {
  readonly column: Column;
}

/** The category that most of some titles are of. */
export interface Most {
  readonly titles: number;
  readonly category: CategoryId;
  /** Share of the titles that are of the category. */
  readonly share: number;
}

/** The category that most of a column's titles are of, or null where they are too few or mix. */
export function mostOf(titles: Iterable<string>, classifier: Classifier): Most | null {
  const counts = new Map<CategoryId, number>();
  let seen = 0;
  for (const title of titles) {
    if (seen === LOOKED_AT) break;
    seen += 1;
    const { category } = classifier.classify({ title });
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return decide(counts);
}

/** Of each column with enough titles the category that most of its items are of by their titles; columns that mix are left out. */
export async function readColumnItems(store: Pick<Store, 'items' | 'columns'>, classifier: Classifier): Promise<Map<string, ColumnItems>> {
  const columns = new Map((await store.columns.list()).map((column) => [placeOf(column.site, column.id), column]));
  const counts = new Map<string, Map<CategoryId, number>>();
  for await (const item of store.items.stream({})) {
    const { category } = classifier.classify({ title: item.title });
    for (const { site, column } of item.columns) {
      const own = counts.get(placeOf(site, column)) ?? new Map<CategoryId, number>();
      counts.set(placeOf(site, column), own.set(category, (own.get(category) ?? 0) + 1));
    }
  }
  const found = new Map<string, ColumnItems>();
  for (const [place, own] of counts) {
    const column = columns.get(place);
    const most = decide(own);
    if (column && most) found.set(place, { column, ...most });
  }
  return found;
}

function decide(counts: ReadonlyMap<CategoryId, number>): Most | null {
  const titles = [...counts.values()].reduce((sum, one) => sum + one, 0);
  if (titles < ENOUGH) return null;
  const [category, most] = [...counts].sort((a, b) => b[1] - a[1])[0] as [CategoryId, number];
  return most / titles >= MOST ? { titles, category, share: most / titles } : null;
}

/** The columns whose configured category their own items speak against, those with most items first. */
export function spokenAgainst(columns: ReadonlyMap<string, ColumnItems>): ColumnItems[] {
  return [...columns.values()]
    .filter(({ column, category }) => column.category !== null && column.category !== category)
    .sort((a, b) => b.titles - a.titles || a.column.id.localeCompare(b.column.id));
}

/** The key of a column among {@link readColumnItems}. */
export const placeOf = (site: string, column: string): string => `${site}\n${column}`;
