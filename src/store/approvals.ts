import { desc, eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { approvals } from './schema/approvals.ts';
import type { ApprovalStore } from './store.ts';

/** Days on which people's congresses approved budgets and accounts, as people entered them. */
export function approvalStore(db: Database): ApprovalStore {
  return {
    async add(approval) {
      await db.insert(approvals).values(approval).onConflictDoNothing();
    },

    async withdraw(id) {
      const taken = await db.delete(approvals).where(eq(approvals.id, id)).returning();
      return taken[0] ?? null;
    },

    list: () => db.select().from(approvals).orderBy(desc(approvals.at), desc(approvals.id)),
  };
}
