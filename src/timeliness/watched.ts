import { columnKey } from '../counting/count.ts';
import type { Day } from '../model/day.ts';
import type { CategoryId, Column, Site } from '../model/estate.ts';
import type { StoredColumn } from '../store/store.ts';
import { columnOn } from './column-on.ts';

/**
 * The columns that are watched now. What the configuration says of a column holds from the next judgement on, without a crawl;
 * columns nobody described are those that were found and stored. `categoryOf` decides where nobody set a category.
 */
export function watchedColumns(
  sites: readonly Site[],
  stored: readonly StoredColumn[],
  categoryOf: (column: Column) => CategoryId | null,
  today: Day,
): StoredColumn[] {
  const known = new Map(stored.map((column) => [columnKey(column.site, column.id), column]));
  return sites.flatMap((site) => {
    const columns: readonly Column[] =
      site.columns ?? stored.filter((column) => column.site === site.id).map((column) => takenWith(site, column));
    return columns.map((column) => {
      const before = known.get(columnKey(column.site, column.id));
      return {
        ...columnOn(column, today),
        category: column.category ?? before?.category ?? categoryOf(column),
        watchedSince: before?.watchedSince ?? null,
      };
    });
  });
}

/** What was found by itself while another unit answered for the site was taken over with it. */
function takenWith({ unit, takenOver }: Site, column: StoredColumn): StoredColumn {
  return takenOver !== undefined && [unit, takenOver.from].includes(column.unit) ? { ...column, unit, takenOver } : column;
}
