import { integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Closing } from '../../model/closing.ts';
import { day, gongkai, instant } from './types.ts';

/** Closed periods, revision by revision; written once. */
export const closings = gongkai.table(
  'closings',
  {
    from: day('from_day').notNull(),
    to: day('to_day').notNull(),
    revision: integer('revision').notNull(),
    closedAt: instant('closed_at').notNull(),
    asOf: day('as_of').notNull(),
    run: text('run').notNull(),
    figures: jsonb('figures').$type<Closing['figures']>().notNull(),
    changes: jsonb('changes').$type<Closing['changes']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.from, table.to, table.revision] })],
);
