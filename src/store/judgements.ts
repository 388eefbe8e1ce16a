import { and, eq, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { listed, replacing, selectAll } from './rows.ts';
import { judgements } from './schema/judgements.ts';
import { listings } from './schema/listings.ts';
import type { JudgementStore } from './store.ts';
import { listedDaily, tallyListings } from './tallies.ts';

/** What the estate was last judged to be, and the lists that its numbers counted. */
export function judgementStore(db: Database): JudgementStore {
  return {
    list: ({ site, id: column, unit }, rows) =>
      db.transaction(async (tx) => {
        const own = and(eq(listings.site, site), eq(listings.column, column));
        await tx.delete(listings).where(and(own, sql`${listings.item} not in ${listed(rows.map(({ item }) => item))}`));
        await tx
          .insert(listings)
          .select(
            selectAll(
              listings,
              rows.map((row) => ({ ...row, site, column, unit })),
            ),
          )
          .onConflictDoUpdate({
            target: [listings.site, listings.column, listings.item],
            set: replacing(listings, ['site', 'column', 'item']),
            setWhere: sql`(listings.*) is distinct from (excluded.*)`,
          });
      }),

    keep: ({ run, basis, judged, columns }) =>
      db.transaction(async (tx) => {
        const kept = listed(columns.map(({ site, id }) => `${site}/${id}`));
        await tx.delete(listings).where(sql`${listings.site} || '/' || ${listings.column} not in ${kept}`);
        await tx.delete(judgements);
        // Two consoles may judge the same run anew at the same time.
        await tx.insert(judgements).values({ run, basis, judged }).onConflictDoUpdate({ target: judgements.run, set: { basis, judged } });
      }),

    async has(run, basis) {
      return (await db.$count(judgements, and(eq(judgements.run, run), eq(judgements.basis, basis)))) > 0;
    },

    async get(run, basis) {
      const [found] = await db
        .select({ judged: judgements.judged })
        .from(judgements)
        .where(and(eq(judgements.run, run), eq(judgements.basis, basis)));
      return found?.judged ?? null;
    },

    tally: (span, group) => tallyListings(db, span, group),

    daily: (span, of) => listedDaily(db, span, of),
  };
}
