import { asc, eq } from 'drizzle-orm';
import type { Finding } from '../model/findings.ts';
import type { Database } from './database.ts';
import { readFacts } from './joined-text.ts';
import { selectAll } from './rows.ts';
import { findings } from './schema/findings.ts';
import type { FindingStore } from './store.ts';

/** What a run found wrong, in the order in which it was judged. */
export function findingStore(db: Database): FindingStore {
  return {
    save: (run, given) =>
      db.transaction(async (tx) => {
        await tx.delete(findings).where(eq(findings.run, run));
        const rows = given.map(({ subject, ...finding }, place) => ({
          ...finding,
          ...subject,
          evidence: [...finding.evidence],
          message: null,
          run,
          place,
        }));
        await tx.insert(findings).select(selectAll(findings, rows));
      }),

    async list(run) {
      const rows = await db.select().from(findings).where(eq(findings.run, run)).orderBy(asc(findings.place));
      return rows.map(readFinding);
    },
  };
}

/** What an older version kept as a sentence is given back as one. */
function readFinding({ unit, site, column, url, message, facts, ...row }: typeof findings.$inferSelect): Finding {
  const { kind, severity, basis, since, evidence } = row;
  const subject = { unit, site, column, url };
  return { kind, severity, subject, facts: message === null ? readFacts(facts) : { told: message }, basis, since, evidence };
}
