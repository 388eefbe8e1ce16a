import { integer, primaryKey, text } from 'drizzle-orm/pg-core';
import { gongkai, instant } from './types.ts';

/** States of all that is watched and judged by, from the first on. */
export const estateRevisions = gongkai.table('estate_revisions', {
  number: integer('number').primaryKey(),
  from: instant('holds_from').notNull(),
  recordedAt: instant('recorded_at').notNull(),
  by: text('by').notNull(),
  why: text('why').notNull(),
  digest: text('digest').notNull(),
});

/** Texts of configurations, each once however many revisions hold it. */
export const configTexts = gongkai.table('config_texts', {
  hash: text('hash').primaryKey(),
  text: text('text').notNull(),
});

/** Which texts a revision holds, and by which names. */
export const revisionTexts = gongkai.table(
  'revision_texts',
  {
    revision: integer('revision')
      .notNull()
      .references(() => estateRevisions.number),
    name: text('name').notNull(),
    hash: text('hash')
      .notNull()
      .references(() => configTexts.hash),
  },
  (table) => [primaryKey({ columns: [table.revision, table.name] })],
);
