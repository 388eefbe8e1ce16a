import type { Day } from '../model/day.ts';
import type { Category, CategoryId, Span, Taxonomy } from '../model/estate.ts';
import type { ItemKey } from '../model/records.ts';
import type { SightedItem } from '../store/store.ts';
import { dayOf } from './listed.ts';

/** What counting must know of a column. */
export interface CountedColumn {
  readonly site: string;
  readonly id: string;
  readonly unit: string;
  readonly name: string;
}

/** Numbers of published items of a span. What is not in a map is zero. */
export interface Counts {
  /** Distinct items whose published day lies in the span. */
  readonly items: number;
  /** Distinct items without any visible date; they are in no other number. */
  readonly undated: number;
  /** Items whose category the taxonomy does not know; they are in `items` but in no class. */
  readonly uncategorised: number;
  readonly categories: ReadonlyMap<CategoryId, number>;
  readonly classes: ReadonlyMap<string, number>;
  readonly keyAreas: ReadonlyMap<number, number>;
  readonly units: ReadonlyMap<string, number>;
  readonly sites: ReadonlyMap<string, number>;
  /** By {@link columnKey}. */
  readonly columns: ReadonlyMap<string, number>;
}

/** One item with all that lists it. */
export interface ListedOnce {
  readonly key: ItemKey;
  readonly title: string;
  readonly category: CategoryId | null;
  /** The earliest day that any of its rows or its page gives. */
  day: Day | null;
  readonly columns: CountedColumn[];
}

/** A column's name among all columns of an estate. */
export function columnKey(site: string, column: string): string {
  return `${site}/${column}`;
}

/**
 * Folds sightings into items: an item is one published page, however many columns list it. Rows that lead nowhere are no pages.
 * Sightings of columns that are not among `columns` are left out. Give only sightings that are listed at the moment in question.
 */
export function foldItems(sightings: Iterable<SightedItem>, columns: readonly CountedColumn[]): ListedOnce[] {
  const known = new Map<string, Map<string, CountedColumn>>();
  for (const column of columns) known.set(column.site, (known.get(column.site) ?? new Map()).set(column.id, column));
  const items = new Map<ItemKey, ListedOnce>();
  for (const sighting of sightings) {
    const column = known.get(sighting.site)?.get(sighting.column);
    if (sighting.url === null || column === undefined) continue;
    const day = dayOf(sighting);
    const item = items.get(sighting.item);
    if (item === undefined) {
      items.set(sighting.item, { key: sighting.item, title: sighting.title, category: sighting.category, day, columns: [column] });
      continue;
    }
    if (day !== null && (item.day === null || day < item.day)) item.day = day;
    if (!item.columns.includes(column)) item.columns.push(column);
  }
  return [...items.values()];
}

/** Counts items one after the other. */
export interface Counter {
  add(item: ListedOnce): void;
  /** What was counted up to now. */
  readonly counts: Counts;
}

/**
 * Counts items by their published day, both ends of the span included: once in the totals, once in their category and its class,
 * once in each column, unit and site that lists them. Give each item once.
 */
export function openCounter(span: Span, taxonomy: Taxonomy): Counter {
  const categories = new Map(taxonomy.categories.map((category) => [category.id, category]));
  const areaOf = keyAreaReader(taxonomy);
  const counts = {
    items: 0,
    undated: 0,
    uncategorised: 0,
    categories: new Map<CategoryId, number>(),
    classes: new Map<string, number>(),
    keyAreas: new Map<number, number>(),
    units: new Map<string, number>(),
    sites: new Map<string, number>(),
    columns: new Map<string, number>(),
  };
  return {
    counts,
    add(item) {
      if (item.day === null) counts.undated += 1;
      if (item.day === null || item.day < span.from || item.day > span.to) return;
      counts.items += 1;
      const category = item.category === null ? undefined : categories.get(item.category);
      if (category === undefined) counts.uncategorised += 1;
      else {
        add(counts.categories, category.id);
        add(counts.classes, category.class);
        const area = areaOf(item);
        if (area !== null) add(counts.keyAreas, area);
      }
      for (const { column, firstOfUnit, firstOfSite } of placesOf(item)) {
        add(counts.columns, columnKey(column.site, column.id));
        if (firstOfUnit) add(counts.units, column.unit);
        if (firstOfSite) add(counts.sites, column.site);
      }
    },
  };
}

/** A column that lists an item, and whether it is the first to do so of its unit's, of its site's, of its unit's on its site. */
interface PlaceOfItem {
  readonly column: CountedColumn;
  readonly firstOfUnit: boolean;
  readonly firstOfSite: boolean;
  readonly firstOfUnitOnSite: boolean;
}

/** Each column that lists an item. */
export function placesOf({ columns }: ListedOnce): PlaceOfItem[] {
  return columns.map((column, place) => {
    const before = columns.slice(0, place);
    return {
      column,
      firstOfUnit: before.every(({ unit }) => unit !== column.unit),
      firstOfSite: before.every(({ site }) => site !== column.site),
      firstOfUnitOnSite: before.every(({ unit, site }) => unit !== column.unit || site !== column.site),
    };
  });
}

/** Tells the key area (重点领域) an item serves, or null; of some categories only a part does, known by title or column name. */
export function keyAreaReader({ categories }: Taxonomy): (item: ListedOnce) => number | null {
  const readers = new Map(categories.map((category) => [category.id, readerOf(category)]));
  return (item) => (item.category === null ? null : (readers.get(item.category)?.(item) ?? null));
}

function readerOf({ keyArea, keyAreaSubtype }: Category): (item: ListedOnce) => number | null {
  if (keyAreaSubtype === undefined) return () => keyArea;
  const words = keyAreaSubtype.words.map((word) => new RegExp(word, 'u'));
  const names = (item: ListedOnce) => [item.title, ...item.columns.map((column) => column.name)];
  return (item) => (words.some((word) => names(item).some((name) => word.test(name))) ? keyArea : null);
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
