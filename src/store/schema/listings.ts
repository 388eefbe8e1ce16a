import { sql } from 'drizzle-orm';
import { boolean, index, integer, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, gongkai } from './types.ts';

/**
 * What each column listed when the estate was last judged: one row for each item that was counted for it. The list behind a number
 * is read from here, so that both are the same.
 */
export const listings = gongkai.table(
  'listings',
  {
    site: text('site').notNull(),
    column: text('column_id').notNull(),
    item: text('item').notNull(),
    /** That answers for the column. */
    unit: text('unit').notNull(),
    day: day('day'),
    category: text('category'),
    area: integer('area'),
    /** Of an item's rows one is the first of all, one the first of each unit, of each site, of each unit on each site: where it counts once. */
    first: boolean('first').notNull(),
    firstOfUnit: boolean('first_of_unit').notNull(),
    firstOfSite: boolean('first_of_site').notNull(),
    firstOfUnitOnSite: boolean('first_of_unit_on_site').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.site, table.column, table.item] }),
    index('listings_item').on(table.item),
    index('listings_newest').on(table.day.desc(), table.item).where(sql`${table.first}`),
    index('listings_category').on(table.category, table.day.desc(), table.item).where(sql`${table.first}`),
    index('listings_unit').on(table.unit, table.day.desc(), table.item).where(sql`${table.firstOfUnit}`),
    index('listings_site').on(table.site, table.day.desc(), table.item).where(sql`${table.firstOfSite}`),
    index('listings_unit_on_site').on(table.site, table.unit, table.day.desc(), table.item).where(sql`${table.firstOfUnitOnSite}`),
    index('listings_column').on(table.site, table.column, table.day.desc(), table.item),
  ],
);
