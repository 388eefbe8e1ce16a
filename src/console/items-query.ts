import { isDay } from '../model/day.ts';
import type { Taxonomy } from '../model/estate.ts';
import type { DeskQuery, ListedThen } from '../store/store.ts';
import { ownUnit, type Visitor } from './context.ts';
import type { Judgement } from './judgement.ts';

/** Characters of a search that are looked at. */
const LONGEST_SEARCH = 100;

/** What somebody asks of the items, as an address says it. What makes no sense narrows nothing. */
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

/**
 * The store's query for what a visitor asks for: what the lists showed when they were judged, so that a list holds exactly what
 * the counts that lead to it counted. A unit editor gets the own unit's items, whatever was asked for.
 */
export function itemQuery(asked: ItemFilters, visitor: Visitor, judgement: Judgement, taxonomy: Taxonomy): DeskQuery {
  const unit = ownUnit(visitor) ?? (asked.unit || null);
  const search = asked.search?.trim().slice(0, LONGEST_SEARCH);
  return {
    ...(asked.scope === 'all' ? everSeen(asked, unit) : { listed: shownBy(asked, unit, judgement) }),
    ...kindOf(asked, taxonomy),
    ...(asked.from && isDay(asked.from) ? { from: asked.from } : {}),
    ...(asked.to && isDay(asked.to) ? { to: asked.to } : {}),
    ...(asked.dated === 'none' ? { undated: true } : {}),
    ...(search ? { search } : {}),
  };
}

function shownBy({ site, column }: ItemFilters, unit: string | null, { result, listed }: Judgement): ListedThen {
  const columns = result.columns.filter(
    (one) => (unit === null || one.unit === unit) && (!site || one.site === site) && (!column || one.id === column),
  );
  return { ...listed, columns: columns.map(({ site, id, name }) => ({ site, id, name })) };
}

function everSeen({ site, column }: ItemFilters, unit: string | null): DeskQuery {
  return { ...(unit === null ? {} : { units: [unit] }), ...(site ? { sites: [site] } : {}), ...(column ? { columns: [column] } : {}) };
}

/** Of a key area's category only a part may count, which its words tell. */
function kindOf({ category, class: of, area }: ItemFilters, taxonomy: Taxonomy): Pick<DeskQuery, 'categories' | 'parts'> {
  if (category) return { categories: [category] };
  if (!of && !area) return {};
  const chosen = taxonomy.categories.filter((one) => (!of || one.class === of) && (!area || String(one.keyArea) === area));
  const parts = area ? chosen.flatMap(({ id, keyAreaSubtype: part }) => (part ? [{ category: id, words: part.words }] : [])) : [];
  return { categories: chosen.map(({ id }) => id), parts };
}
