import type { CategoryId } from '../model/estate.ts';
import type { ItemKey } from '../model/records.ts';
import type { Doubt, Store } from '../store/store.ts';

/** An item that a person should look at. */
export interface Unsure {
  readonly key: ItemKey;
  readonly url: string;
  readonly title: string;
  readonly category: CategoryId;
  readonly confidence: number;
  /** Items of the same columns and category among those that are asked about, itself included: as many may be settled by settling it. */
  readonly alike: number;
}

/** The items below a threshold, and that threshold. */
export interface UnsureItems {
  /** Confidence. */
  readonly below: number;
  /** How many items are below it. */
  readonly total: number;
  /** The least sure of them, {@link MOST} at most. */
  readonly items: readonly Unsure[];
}

/** Nobody settles more at a sitting: with these settled, the rest is asked for anew. */
const MOST = 1000;

/**
 * The items to leave to a person so that of the others the wanted share is right: confidence being calibrated, the mean of what stays is
 * its share of right answers. The most useful first: one of each kind, the kinds with most items before others, then the rest by doubt.
 * What a person decided already, or configured for the column, is not asked again. Its cost does not grow with what is stored.
 */
export async function findUnsure({ items }: Pick<Store, 'items'>, precision: number): Promise<UnsureItems> {
  const doubts = await items.doubts();
  const below = thresholdFor(doubts, precision);
  const unsure = (await items.leastSure(below, MOST)).map(({ columns, ...item }) => ({
    ...item,
    kind: `${columns
      .map(({ site, column }) => `${site}/${column}`)
      .sort()
      .join(' ')} ${item.category}`,
  }));
  const sizes = new Map<string, number>();
  for (const { kind } of unsure) sizes.set(kind, (sizes.get(kind) ?? 0) + 1);
  const seen = new Set<string>();
  const ranked = unsure.map(({ kind, ...item }) => {
    const first = !seen.has(kind);
    seen.add(kind);
    return { first, item: { ...item, alike: sizes.get(kind) as number } };
  });
  ranked.sort((a, b) => Number(b.first) - Number(a.first) || (a.first ? b.item.alike - a.item.alike : 0));
  const total = doubts.reduce((sum, doubt) => sum + (doubt.from < below ? doubt.items : 0), 0);
  return { below, total: unsure.length < MOST ? unsure.length : total, items: ranked.map(({ item }) => item) };
}

/** The lowest confidence from which on the mean is at least the wanted precision, in hundredths; 0 where that holds for all. */
function thresholdFor(doubts: readonly Doubt[], precision: number): number {
  let [sum, count, threshold] = [0, 0, 1];
  for (const { from, items, confidence } of doubts) {
    sum += confidence * items;
    count += items;
    if (sum / count < precision) return threshold;
    threshold = from;
  }
  return 0;
}
