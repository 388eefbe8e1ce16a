import { integer, jsonb, text } from 'drizzle-orm/pg-core';
import type { Approval } from '../../model/estate.ts';
import { day, gongkai, instant } from './types.ts';

/** Days of approval that people entered. */
export const approvals = gongkai.table('approvals', {
  id: text('id').primaryKey(),
  what: text('what').$type<Approval['what']>().notNull(),
  year: integer('year').notNull(),
  on: day('on_day').notNull(),
  source: text('source'),
  units: jsonb('units').$type<readonly string[]>(),
  by: text('by').notNull(),
  at: instant('at').notNull(),
});
