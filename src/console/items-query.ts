import { HTTPException } from 'hono/http-exception';
import { isDay } from '../model/day.ts';
import type { Taxonomy } from '../model/estate.ts';
import type { ItemSearchQuery } from '../store/store.ts';
import { ownUnit, type Visitor } from './context.ts';

/** Characters of a search that are looked at. */
const LONGEST_SEARCH = 100;

/** What somebody asks of the items, as an address says it. What makes no sense narrows nothing, but for a key area that is none. */
export interface ItemFilters {
  readonly unit?: string | undefined;
  readonly site?: string | undefined;
  readonly column?: string | undefined;
  readonly category?: string | undefined;
  readonly class?: string | undefined;
  /** Number of a key area (重点领域). */
  readonly area?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** `none`: only those without a day. */
  readonly dated?: string | undefined;
  readonly search?: string | undefined;
  /** `all`: those too that no list shows any more. */
  readonly scope?: string | undefined;
}

/** The item after which a page begins, as an address says it; null: from the first, and where the day is none. */
export function itemBefore({ after, day }: { readonly after?: string | undefined; readonly day?: string | undefined }) {
  return after === undefined || (day && !isDay(day)) ? null : { day: day || null, key: after };
}

/**
 * The store's query for what a visitor asks for: what the lists showed when they were judged, so that a list holds exactly what
 * the counts that lead to it counted. A unit editor gets the own unit's items, whatever was asked for.
 */
export function itemQuery(asked: ItemFilters, visitor: Visitor, taxonomy: Taxonomy): ItemSearchQuery {
  const { site, column, category } = asked;
  const unit = ownUnit(visitor) ?? (asked.unit || null);
  const search = asked.search?.trim().slice(0, LONGEST_SEARCH);
  return {
    listed: asked.scope !== 'all',
    ...(unit === null ? {} : { units: [unit] }),
    ...(site ? { sites: [site] } : {}),
    ...(column ? { columns: [column] } : {}),
    ...(category ? { categories: [category] } : kindOf(asked, taxonomy)),
    ...(asked.from && isDay(asked.from) ? { from: asked.from } : {}),
    ...(asked.to && isDay(asked.to) ? { to: asked.to } : {}),
    ...(asked.dated === 'none' ? { undated: true } : {}),
    ...(search ? { search } : {}),
  };
}

function kindOf({ class: of, area }: ItemFilters, { categories, keyAreas }: Taxonomy): Pick<ItemSearchQuery, 'categories' | 'area'> {
  if (area && !keyAreas.some(({ number }) => String(number) === area)) throw new HTTPException(400);
  const kinds = categories.filter((one) => (!of || one.class === of) && (!area || String(one.keyArea) === area));
  return {
    ...(of || area ? { categories: kinds.map(({ id }) => id) } : {}),
    ...(area ? { area: Number(area) } : {}),
  };
}
