import { boolean, primaryKey, text } from 'drizzle-orm/pg-core';
import { gongkai, instant } from './types.ts';

/** What people said of items that may be pairs; the last word on two items holds. */
export const pairDecisions = gongkai.table(
  'pair_decisions',
  {
    rule: text('rule').notNull(),
    call: text('call').notNull(),
    answer: text('answer').notNull(),
    accepted: boolean('accepted').notNull(),
    by: text('by').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.rule, table.call, table.answer] })],
);
