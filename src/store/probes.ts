import { and, asc, desc, eq, gte, lt, lte } from 'drizzle-orm';
import type { Database } from './database.ts';
import { selectAll } from './rows.ts';
import { probes } from './schema/probes.ts';
import type { ProbeStore } from './store.ts';

/** Visits to home pages. */
export function probeStore(db: Database): ProbeStore {
  return {
    async record(visits) {
      if (visits.length === 0) return;
      await db.insert(probes).select(selectAll(probes, visits)).onConflictDoNothing();
    },

    list: ({ from, to, site, vantage }) =>
      db
        .select()
        .from(probes)
        .where(
          and(
            gte(probes.slot, from),
            lte(probes.slot, to),
            site === undefined ? undefined : eq(probes.site, site),
            vantage === undefined ? undefined : eq(probes.vantage, vantage),
          ),
        )
        .orderBy(asc(probes.slot), asc(probes.site), asc(probes.vantage)),

    latest: (since) =>
      db
        .selectDistinctOn([probes.site])
        .from(probes)
        .where(gte(probes.slot, since))
        .orderBy(asc(probes.site), desc(probes.slot), desc(probes.at)),

    async prune(before) {
      const dropped = await db.delete(probes).where(lt(probes.slot, before)).returning({ slot: probes.slot });
      return dropped.length;
    },
  };
}
