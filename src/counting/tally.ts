import type { Estate, Span, Taxonomy } from '../model/estate.ts';
import type { StoredColumn, Tally, TallyGroup } from '../store/store.ts';
import { type Counts, columnKey } from './count.ts';

/** What counts can be taken by. */
export const COUNTED_BY = ['class', 'category', 'unit', 'column', 'site', 'month', 'quarter'] as const;
export type CountedBy = (typeof COUNTED_BY)[number];

/** A number of items under a name. */
export interface CountRow {
  readonly key: string;
  readonly name: string;
  readonly items: number;
}

/** What the lists of a store's tallies are called and in which order they stand. */
export interface CountNames {
  readonly estate: Estate;
  readonly taxonomy: Taxonomy;
  readonly columns: readonly StoredColumn[];
}

/** By which of its own columns the store groups for a count. */
export function groupFor(by: CountedBy): TallyGroup {
  return by === 'unit' || by === 'site' || by === 'column' ? by : 'day';
}

/**
 * Tallies of a span as rows: all classes, categories, units, sites, columns or months there are, those of nothing with 0. Items without
 * category are in no class; they are a row of their own where there are some.
 */
export function countRows(by: CountedBy, tallies: readonly Tally[], span: Span, names: CountNames): CountRow[] {
  const sums = summed(tallies, keyReader(by, names.taxonomy));
  const rows = namesFor(by, span, names).map(({ key, name }) => ({ key, name, items: sums.get(key) ?? 0 }));
  const without = sums.get(UNCATEGORISED) ?? 0;
  return without > 0 ? [...rows, { key: UNCATEGORISED, name: '未分类', items: without }] : rows;
}

/** Tallies of a span by all groups. */
export type Tallies = Readonly<Record<TallyGroup, readonly Tally[]>>;

/** Tallies as the counts that an audit makes; items without a day are in no span, so their number is handed in. */
export function countsOf({ day, unit, site, column }: Tallies, undated: number, { categories }: Taxonomy): Counts {
  const classes = new Map(categories.map((category) => [category.id, category.class]));
  const known = day.filter(({ category }) => category !== null && classes.has(category));
  return {
    items: totalOf(day),
    undated,
    uncategorised: totalOf(day) - totalOf(known),
    categories: summed(known, ({ category }) => category as string),
    classes: summed(known, ({ category }) => classes.get(category as string) as string),
    keyAreas: summed(
      known.filter(({ area }) => area !== null),
      ({ area }) => area as number,
    ),
    units: summed(unit, ({ key }) => key),
    sites: summed(site, ({ key }) => key),
    columns: summed(column, ({ key }) => key),
  };
}

function summed<Key>(tallies: readonly Tally[], keyOf: (tally: Tally) => Key): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const tally of tallies) sums.set(keyOf(tally), (sums.get(keyOf(tally)) ?? 0) + tally.items);
  return sums;
}

/** All items of tallies grouped by day: each once. */
export function totalOf(tallies: readonly Tally[]): number {
  return tallies.reduce((sum, { items }) => sum + items, 0);
}

const UNCATEGORISED = 'uncategorised';

function keyReader(by: CountedBy, { categories }: Taxonomy): (tally: Tally) => string {
  const classes = new Map(categories.map((category) => [category.id, category.class]));
  switch (by) {
    case 'category':
      return ({ category }) => (category !== null && classes.has(category) ? category : UNCATEGORISED);
    case 'class':
      return ({ category }) => (category === null ? undefined : classes.get(category)) ?? UNCATEGORISED;
    case 'month':
      return ({ key }) => key.slice(0, 7);
    case 'quarter':
      return ({ key }) => quarterOf(key);
    default:
      return ({ key }) => key;
  }
}

function namesFor(by: CountedBy, span: Span, { estate, taxonomy, columns }: CountNames): { key: string; name: string }[] {
  switch (by) {
    case 'category':
      return taxonomy.categories.map(({ id, name }) => ({ key: id, name }));
    case 'class':
      return taxonomy.classes.map(({ id, name }) => ({ key: id, name }));
    case 'unit':
      return estate.units.map(({ id, name }) => ({ key: id, name }));
    case 'site':
      return estate.sites.map(({ id, name }) => ({ key: id, name }));
    case 'column':
      return columns.map(({ site, id, name }) => ({ key: columnKey(site, id), name }));
    default:
      return steps(span, by);
  }
}

function steps({ from, to }: Span, by: 'month' | 'quarter'): { key: string; name: string }[] {
  const keys = new Set<string>();
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    for (let month = 1; month <= 12; month++) {
      const key = `${year}-${String(month).padStart(2, '0')}`;
      if (key >= from.slice(0, 7) && key <= to.slice(0, 7)) keys.add(by === 'month' ? key : quarterOf(key));
    }
  }
  return [...keys].map((key) => ({
    key,
    name:
      by === 'month'
        ? `${key.slice(0, 4)}年${Number(key.slice(5))}月`
        : `${key.slice(0, 4)}年第${'一二三四'[Number(key.slice(6)) - 1]}季度`,
  }));
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
