import { isDay } from '../model/day.ts';
import type { Taxonomy } from '../model/estate.ts';
import type { DeskQuery } from '../store/store.ts';
import { ownUnit, type Visitor } from './context.ts';

/** Characters of a search that are looked at. */
const LONGEST_SEARCH = 100;

/** What somebody asks of the items, as an address says it. What makes no sense narrows nothing. */
export interface ItemFilters {
  readonly unit?: string | undefined;
  readonly site?: string | undefined;
  readonly column?: string | undefined;
  readonly category?: string | undefined;
  readonly class?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly search?: string | undefined;
  /** `all`: those too that no list shows any more. */
  readonly scope?: string | undefined;
}

/** The store's query for what a visitor asks for. A unit editor gets the own unit's items, whatever was asked for. */
export function itemQuery(asked: ItemFilters, visitor: Visitor, taxonomy: Taxonomy): DeskQuery {
  const own = ownUnit(visitor);
  const unit = own ?? (asked.unit || null);
  const search = asked.search?.trim().slice(0, LONGEST_SEARCH);
  return {
    ...(unit === null ? {} : { units: [unit] }),
    ...(asked.site ? { sites: [asked.site] } : {}),
    ...(asked.column ? { columns: [asked.column] } : {}),
    ...(asked.category ? { categories: [asked.category] } : {}),
    ...(asked.class && !asked.category
      ? { categories: taxonomy.categories.filter((one) => one.class === asked.class).map(({ id }) => id) }
      : {}),
    ...(asked.from && isDay(asked.from) ? { from: asked.from } : {}),
    ...(asked.to && isDay(asked.to) ? { to: asked.to } : {}),
    ...(search ? { search } : {}),
    now: asked.scope !== 'all',
  };
}
