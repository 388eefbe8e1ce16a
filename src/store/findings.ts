import { asc, eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { selectAll } from './rows.ts';
import { findings } from './schema/findings.ts';
import type { FindingStore } from './store.ts';

/** What a run found wrong, in the order in which it was judged. */
export function findingStore(db: Database): FindingStore {
  return {
    save: (run, given) =>
      db.transaction(async (tx) => {
        await tx.delete(findings).where(eq(findings.run, run));
        const rows = given.map((finding, place) => ({ ...finding, evidence: [...finding.evidence], run, place }));
        await tx.insert(findings).select(selectAll(findings, rows));
      }),

    async list(run) {
      const rows = await db.select().from(findings).where(eq(findings.run, run)).orderBy(asc(findings.place));
      return rows.map(({ run: _, place: __, ...finding }) => finding);
    },
  };
}
