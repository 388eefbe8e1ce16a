import type { ItemFilters } from './items-query.ts';
import type { Judgement } from './judgement.ts';

const FILTERS = ['unit', 'site', 'column', 'category', 'class', 'area', 'from', 'to', 'dated', 'search', 'scope'] as const;

/**
 * How many items there are by filters that the judgement has counted already, or null where it has not: the store would count a
 * million again. `judgement` is that of the visitor, so that a unit editor gets the own unit's number.
 */
export function judgedCount(asked: ItemFilters, { result, span, unit }: Judgement): number | null {
  const given = FILTERS.filter((name) => asked[name]);
  if (unit === null && given.join() === 'dated') return result.totals.undated;
  if (asked.from !== span.from || asked.to !== span.to) return null;
  const named = (list: readonly { readonly id: string; readonly items: number }[], id: string | undefined) =>
    list.find((one) => one.id === id)?.items ?? null;
  switch (given.join()) {
    case 'from,to':
      return result.totals.items;
    case 'unit,from,to':
      return named(result.units, asked.unit);
    case 'site,from,to':
      return unit === null ? named(result.sites, asked.site) : null;
    case 'site,column,from,to':
      return result.columns.find(({ site, id }) => site === asked.site && id === asked.column)?.items ?? null;
    case 'category,from,to':
      return named(result.categories, asked.category);
    case 'class,from,to':
      return named(result.classes, asked.class);
    case 'area,from,to':
      return result.keyAreas.find(({ number }) => String(number) === asked.area)?.items ?? null;
    default:
      return null;
  }
}
