import { integer, text } from 'drizzle-orm/pg-core';
import { gongkai, instant } from './types.ts';

/** Which migrations made this store; the greatest version is the store's. */
export const migrations = gongkai.table('migrations', {
  version: integer('version').primaryKey(),
  name: text('name').notNull(),
  appliedAt: instant('applied_at').notNull(),
});
