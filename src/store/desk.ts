import { and, asc, count, desc, eq, getTableColumns, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { countItems, pageOfItems, readItems } from './desk-items.ts';
import { corrections } from './schema/corrections.ts';
import { evidenceUses } from './schema/evidence.ts';
import { items, sightings } from './schema/items.ts';
import { runs } from './schema/runs.ts';
import type { DeskStore } from './store.ts';

/** What the console asks for: single pages and bounded counts, each by an index, so that they stay fast however much is stored. */
export function deskStore(db: Database): DeskStore {
  return {
    async version() {
      const [run] = await db.select().from(runs).where(isNotNull(runs.finishedAt)).orderBy(desc(runs.startedAt)).limit(1);
      const [correction] = await db
        .select({ id: corrections.id })
        .from(corrections)
        .orderBy(desc(corrections.at), desc(corrections.id))
        .limit(1);
      return [run?.id, run?.state, run?.finishedAt?.toISOString(), correction?.id].join(' ');
    },

    items: (query, after, limit) => pageOfItems(db, query, after, limit),

    countItems: (query, upTo) => countItems(db, query, upTo),

    async item(key) {
      const [item] = await readItems(db, [{ day: null, key }]);
      return item ?? null;
    },

    listed: (site, column, limit) =>
      db
        .select({
          ...getTableColumns(sightings),
          publishedOn: sql<string | null>`coalesce(${items.publishedOn}, ${sightings.listedOn})`,
          category: sql<string | null>`coalesce(${items.correctedCategory}, ${items.category})`,
          removedAt: items.removedAt,
        })
        .from(sightings)
        .leftJoin(items, eq(items.key, sightings.item))
        .where(and(eq(sightings.site, site), eq(sightings.column, column), isNull(sightings.goneSince)))
        .orderBy(asc(sightings.position))
        .limit(limit),

    async listedDays(site, column) {
      const day = sql<string | null>`coalesce(${items.publishedOn}, ${sightings.listedOn})::text`;
      const found = await db
        .select({ day, rows: count() })
        .from(sightings)
        .leftJoin(items, eq(items.key, sightings.item))
        .where(and(eq(sightings.site, site), eq(sightings.column, column), isNull(sightings.goneSince)))
        .groupBy(day)
        .orderBy(desc(day));
      return { rows: found.reduce((sum, one) => sum + one.rows, 0), days: found.flatMap((one) => one.day ?? []) };
    },

    async evidenceColumns(hash) {
      return db
        .selectDistinct({ site: evidenceUses.site, column: evidenceUses.column })
        .from(evidenceUses)
        .where(eq(evidenceUses.hash, hash));
    },
  };
}
