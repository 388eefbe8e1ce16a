import type { CategoryId } from '../model/estate.ts';
import type { ItemKey } from '../model/records.ts';
import type { Store } from '../store/store.ts';

/** An item that a person should look at. */
export interface Unsure {
  readonly key: ItemKey;
  readonly url: string;
  readonly title: string;
  readonly category: CategoryId;
  readonly confidence: number;
  /** Unsure items of the same columns and category, itself included: as many may be settled by settling it. */
  readonly alike: number;
}

/** The items below a threshold, and that threshold. */
export interface UnsureItems {
  /** Confidence. */
  readonly below: number;
  readonly items: readonly Unsure[];
}

/**
 * The items to leave to a person so that of the others the wanted share is right: confidence being calibrated, the mean of what stays is
 * its share of right answers. The most useful first: one of each kind, the kinds with most items before others, then the rest by doubt.
 * What a person decided already, or configured for the column, is not asked again.
 */
export async function findUnsure(store: Pick<Store, 'items' | 'columns' | 'corrections'>, precision: number): Promise<UnsureItems> {
  const [columns, corrections] = await Promise.all([store.columns.list(), store.corrections.list()]);
  const decided = new Set([
    ...corrections.map(({ target }) => ('item' in target ? target.item : `${target.site}/${target.column}`)),
    ...columns.filter(({ category }) => category !== null).map(({ site, id }) => `${site}/${id}`),
  ]);
  const open: (Omit<Unsure, 'alike'> & { readonly kind: string })[] = [];
  for await (const { key, url, title, category, confidence, columns: listing } of store.items.stream({})) {
    const places = listing.map(({ site, column }) => `${site}/${column}`);
    if (decided.has(key) || places.some((place) => decided.has(place))) continue;
    open.push({ key, url, title, category, confidence, kind: `${places.sort().join(' ')} ${category}` });
  }
  const below = thresholdFor(
    open.map(({ confidence }) => confidence),
    precision,
  );
  const unsure = open
    .filter(({ confidence }) => confidence < below)
    .sort((a, b) => a.confidence - b.confidence || a.key.localeCompare(b.key));
  const sizes = new Map<string, number>();
  for (const { kind } of unsure) sizes.set(kind, (sizes.get(kind) ?? 0) + 1);
  const seen = new Set<string>();
  const ranked = unsure.map(({ kind, ...item }) => {
    const first = !seen.has(kind);
    seen.add(kind);
    return { first, item: { ...item, alike: sizes.get(kind) as number } };
  });
  ranked.sort((a, b) => Number(b.first) - Number(a.first) || (a.first ? b.item.alike - a.item.alike : 0));
  return { below, items: ranked.map(({ item }) => item) };
}

/** The lowest confidence from which on the mean is at least the wanted precision; 0 where that holds for all. */
function thresholdFor(confidences: readonly number[], precision: number): number {
  const sorted = [...confidences].sort((a, b) => b - a);
  let sum = 0;
  let threshold = 0;
  for (const [at, confidence] of sorted.entries()) {
    sum += confidence;
    if (sum / (at + 1) < precision) return threshold || 1;
    threshold = confidence;
  }
  return 0;
}
