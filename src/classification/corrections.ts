import type { CorrectionRecord } from '../model/records.ts';
import type { Store } from '../store/store.ts';
import { cleanName } from './column-names.ts';
import { type Comparable, itemsLike } from './likeness.ts';

type Stores = Pick<Store, 'items' | 'columns' | 'corrections'>;

/** An item or column that looks the same as a corrected one. */
export interface Like {
  readonly target: CorrectionRecord['target'];
  /** Title of the item or name of the column. */
  readonly name: string;
}

/**
 * What looks the same as a corrected item or column in this estate, and has not the corrected category yet: items by their titles,
 * columns by their names. What a person decided already is left alone.
 */
export async function findLike(store: Stores, correction: CorrectionRecord): Promise<Like[]> {
  const [columns, made] = await Promise.all([store.columns.list(), store.corrections.list()]);
  const decided = new Set(made.map(({ target }) => nameOfTarget(target)));
  const { target, category } = correction;
  if ('column' in target) {
    const own = columns.find((column) => column.site === target.site && column.id === target.column);
    if (!own) return [];
    return columns
      .filter((column) => cleanName(column.name) === cleanName(own.name) && column.category !== category)
      .map((column) => ({ target: { site: column.site, column: column.id }, name: column.name }))
      .filter((like) => !decided.has(nameOfTarget(like.target)));
  }
  const columnNames = new Map(columns.map((column) => [`${column.site}/${column.id}`, cleanName(column.name)]));
  const items: Comparable[] = [];
  let corrected: Comparable | null = null;
  for await (const item of store.items.stream({})) {
    const places = item.columns.map(({ site, column }) => `${site}/${column}`);
    const names = places.flatMap((place) => columnNames.get(place) ?? []);
    const comparable = { key: item.key, title: item.title, category: item.category, columns: names };
    if (item.key === target.item) corrected = comparable;
    else if (!decided.has(item.key) && !places.some((place) => decided.has(place))) items.push(comparable);
  }
  if (!corrected) return [];
  return itemsLike(corrected, category, items).map(({ key, title }) => ({ target: { item: key }, name: title }));
}

/** The corrections that give to what looks the same what a person gave to one, all traceable to it. */
export function spread(correction: CorrectionRecord, likes: readonly Like[], by: string, at: Date): CorrectionRecord[] {
  return likes.map(({ target }, index) => ({
    id: `${correction.id}.${index + 1}`,
    target,
    category: correction.category,
    by,
    at,
    why: `与更正 ${correction.id} 同类：${correction.why}`,
  }));
}

const nameOfTarget = (target: CorrectionRecord['target']): string => ('item' in target ? target.item : `${target.site}/${target.column}`);
