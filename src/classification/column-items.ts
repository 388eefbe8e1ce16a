import { setImmediate } from 'node:timers/promises';
import type { CategoryId, Column } from '../model/estate.ts';
import type { Store } from '../store/store.ts';
import type { Classifier } from './classifier.ts';

/** From so many titles on a column's own items count. */
const ENOUGH = 20;

/** Share of a column's items that must be of one category by their titles, for the column to be called one of it. */
const MOST = 0.6;

/** As many of a column's titles are looked at. */
const LOOKED_AT = 200;

/** As many where a page waits for it: from what two in three of these are, more would not differ. */
const GLANCED_AT = 40;

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
  return decide(counts, seen);
}

/** Of each column without a set category, by its place: what most of the titles on its list are by themselves; columns that mix are left out. */
export async function readColumnItems(store: Pick<Store, 'columns'>, classifier: Classifier): Promise<Map<string, ColumnItems>> {
  const read = await readMost(store, classifier, { set: false, limit: LOOKED_AT });
  return new Map(read.map((one) => [placeOf(one.column.site, one.column.id), one]));
}

/** The columns whose set category the titles on their own lists speak against, those with most titles first. */
export async function spokenAgainst(store: Pick<Store, 'columns'>, classifier: Classifier): Promise<ColumnItems[]> {
  const read = await readMost(store, classifier, { set: true, limit: GLANCED_AT });
  return read
    .filter(({ column, category }) => column.category !== category)
    .sort((a, b) => b.titles - a.titles || b.share - a.share || a.column.id.localeCompare(b.column.id));
}

async function readMost(
  store: Pick<Store, 'columns'>,
  classifier: Classifier,
  asked: { readonly set: boolean; readonly limit: number },
): Promise<ColumnItems[]> {
  const columns = new Map((await store.columns.list()).map((column) => [placeOf(column.site, column.id), column]));
  const found: ColumnItems[] = [];
  for (const { site, column: id, titles } of await store.columns.titles(asked)) {
    const column = columns.get(placeOf(site, id));
    const most = mostOf(titles, classifier);
    if (column && most) found.push({ column, ...most });
    // Whoever asks a console for something else need not wait for all columns.
    await setImmediate();
  }
  return found;
}

function decide(counts: ReadonlyMap<CategoryId, number>, titles: number): Most | null {
  if (titles < ENOUGH) return null;
  const [category, most] = [...counts].sort((a, b) => b[1] - a[1])[0] as [CategoryId, number];
  return most / titles >= MOST ? { titles, category, share: most / titles } : null;
}

/** The key of a column among {@link readColumnItems}. */
export const placeOf = (site: string, column: string): string => `${site}\n${column}`;
