import { and, desc, eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { closings } from './schema/closings.ts';
import type { ClosingStore } from './store.ts';

/** Closed periods as they were counted. */
export function closingStore(db: Database): ClosingStore {
  return {
    async add(closing) {
      await db.insert(closings).values(closing).onConflictDoNothing();
    },

    of: ({ from, to }) =>
      db
        .select()
        .from(closings)
        .where(and(eq(closings.from, from), eq(closings.to, to)))
        .orderBy(desc(closings.revision)),
  };
}
