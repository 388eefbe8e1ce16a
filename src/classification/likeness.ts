import type { CategoryId } from '../model/estate.ts';
import type { ItemKey } from '../model/records.ts';
import { normaliseTitle } from './text.ts';

/** What is compared of an item. */
export interface Comparable {
  readonly key: ItemKey;
  readonly title: string;
  readonly category: CategoryId;
  /** Names of the columns that list it. */
  readonly columns: readonly string[];
}

/** From this share of common bigrams two titles look the same; in columns of one name less is enough. */
const ALIKE = 0.6;
const ALIKE_IN_COLUMN = 0.42;

/**
 * The items that look the same as one that was corrected, and are not in the category that it was given: what is right for it is likely
 * right for them. The likest come first.
 */
export function itemsLike<Item extends Comparable>(corrected: Comparable, category: CategoryId, items: readonly Item[]): Item[] {
  const bigrams = bigramsOf(corrected.title);
  return items
    .filter((item) => item.key !== corrected.key && item.category !== category)
    .map((item) => ({ item, share: shareOfCommon(bigrams, bigramsOf(item.title)) }))
    .filter(({ item, share }) => share >= (item.columns.some((name) => corrected.columns.includes(name)) ? ALIKE_IN_COLUMN : ALIKE))
    .sort((a, b) => b.share - a.share || a.item.key.localeCompare(b.item.key))
    .map(({ item }) => item);
}

function bigramsOf(title: string): ReadonlySet<string> {
  const text = normaliseTitle(title);
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** Common bigrams among those of both (Dice coefficient). */
function shareOfCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const bigram of one) if (other.has(bigram)) common += 1;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}
