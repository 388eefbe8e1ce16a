import { sql } from 'drizzle-orm';
import { check, index, text } from 'drizzle-orm/pg-core';
import { gongkai, instant } from './types.ts';

/** What people set right: for an item, or for a column and all it lists. */
export const corrections = gongkai.table(
  'corrections',
  {
    id: text('id').primaryKey(),
    item: text('item'),
    site: text('site'),
    column: text('column_id'),
    category: text('category').notNull(),
    by: text('by').notNull(),
    at: instant('at').notNull(),
    why: text('why').notNull(),
  },
  (table) => [
    index('corrections_item').on(table.item),
    index('corrections_column').on(table.site, table.column),
    check(
      'corrections_one_target',
      sql`(${table.item} is null) = (${table.site} is not null) and (${table.site} is null) = (${table.column} is null)`,
    ),
  ],
);
