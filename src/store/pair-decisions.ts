import { and, desc, eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { pairDecisions } from './schema/pair-decisions.ts';
import type { PairDecisionStore } from './store.ts';

const { rule, call, answer, accepted, by, at } = pairDecisions;

/** What people said of items that may be pairs. */
export function pairDecisionStore(db: Database): PairDecisionStore {
  return {
    async keep(decision) {
      const { accepted, by, at } = decision;
      await db
        .insert(pairDecisions)
        .values(decision)
        .onConflictDoUpdate({ target: [rule, call, answer], set: { accepted, by, at } });
    },

    async withdraw(of) {
      const taken = await db
        .delete(pairDecisions)
        .where(and(eq(rule, of.rule), eq(call, of.call), eq(answer, of.answer)))
        .returning();
      return taken[0] ?? null;
    },

    list: () => db.select({ rule, call, answer, accepted, by, at }).from(pairDecisions).orderBy(desc(at), rule, call, answer),
  };
}
