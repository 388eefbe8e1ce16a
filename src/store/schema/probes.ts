import { index, integer, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Outcome } from '../../model/outcome.ts';
import { gongkai, instant, sentence } from './types.ts';

/** One row a visit: 24 a day, site and vantage. */
export const probes = gongkai.table(
  'probes',
  {
    site: text('site').notNull(),
    vantage: text('vantage').notNull(),
    slot: instant('slot').notNull(),
    at: instant('at').notNull(),
    outcome: text('outcome').$type<Outcome>().notNull(),
    milliseconds: integer('milliseconds').notNull(),
    detail: sentence('detail'),
  },
  (table) => [primaryKey({ columns: [table.site, table.vantage, table.slot] }), index('probes_slot').on(table.slot)],
);
