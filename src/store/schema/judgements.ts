import { json, text } from 'drizzle-orm/pg-core';
import { runs } from './runs.ts';
import { gongkai } from './types.ts';

/** What the last audit came to, as it was judged: one row, which goes with what stands in `listings`. */
export const judgements = gongkai.table('judgements', {
  run: text('run')
    .primaryKey()
    .references(() => runs.id),
  /** Digest of all that it was judged by. */
  basis: text('basis').notNull(),
  judged: json('judged').notNull(),
});
