import type { Column } from '../model/estate.ts';
import type { Classification, ItemKey } from '../model/records.ts';
import type { Store } from '../store/store.ts';
import type { Classifier } from './classifier.ts';
import { placeOf, readColumnItems } from './column-items.ts';

/** An item that would be classified otherwise today. */
export interface Reclassified {
  readonly key: ItemKey;
  readonly url: string;
  readonly title: string;
  readonly before: Classification;
  readonly after: Classification;
}

/**
 * The stored items that the classifier would put into another category now. What a person set right stays as it is, and so do
 * items of columns whose category is configured. In columns with enough titles their own items say what the column holds. `unitName` gives the name of a unit by its id.
 */
export async function findReclassified(options: {
  readonly store: Pick<Store, 'items' | 'columns' | 'corrections'>;
  readonly classifier: Classifier;
  readonly unitName: (id: string) => string | undefined;
}): Promise<Reclassified[]> {
  const { store, classifier, unitName } = options;
  const [columns, corrections] = await Promise.all([store.columns.list(), store.corrections.list()]);
  const byPlace = new Map(columns.map((column) => [placeOf(column.site, column.id), column]));
  const columnItems = await readColumnItems(store, classifier);
  const corrected = new Set(corrections.map(({ target }) => ('item' in target ? target.item : placeOf(target.site, target.column))));
  const changed: Reclassified[] = [];
  for await (const item of store.items.stream({})) {
    const places = item.columns.map(({ site, column }) => placeOf(site, column));
    if (corrected.has(item.key) || places.some((place) => corrected.has(place))) continue;
    const column: Column | undefined = places.map((place) => byPlace.get(place)).find((one) => one !== undefined);
    if (column?.category) continue;
    const { category, confidence, reasons } = classifier.classify({
      title: item.title,
      column: column?.name,
      columnPath: column?.path,
      columnItems: column && columnItems.get(placeOf(column.site, column.id))?.category,
      url: item.url,
      unit: unitName(item.unit),
      documentNumber: item.documentNumber,
      issuer: item.issuer,
    });
    if (category === item.category) continue;
    const before = { category: item.category, confidence: item.confidence, reasons: item.reasons };
    changed.push({ key: item.key, url: item.url, title: item.title, before, after: { category, confidence, reasons } });
  }
  return changed;
}
