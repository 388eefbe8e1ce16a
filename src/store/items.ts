import { asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { streamAudited } from './audited.ts';
import type { Database } from './database.ts';
import { streamItems } from './item-stream.ts';
import { listed } from './rows.ts';
import { items, itemTexts } from './schema/items.ts';
import { readShared, readSightingOf, readSightings, readSightingsAfter } from './sightings.ts';
import type { ItemStore } from './store.ts';

/** Items and where they were seen. */
export function itemStore(db: Database): ItemStore {
  return {
    async known(keys) {
      const found = await db
        .select({
          key: items.key,
          title: items.title,
          outcome: items.outcome,
          etag: items.etag,
          lastModified: items.lastModified,
          publishedOn: items.publishedOn,
        })
        .from(items)
        .where(inArray(items.key, listed(keys)));
      return new Map(found.map(({ key, ...item }) => [key, item]));
    },

    sightings: (query = {}) => readSightings(db, query),

    sightingsAfter: (site, column, asOf, limit) => readSightingsAfter(db, { site, column }, asOf, limit),

    sightingOf: (site, column, day, asOf) => readSightingOf(db, { site, column }, day, asOf),

    sharedSightings: () => readShared(db),

    audited: (span) => streamAudited(db, span),

    stream: (query) => streamItems(db, query),

    async markRemoved(key, at) {
      await db.update(items).set({ removedAt: at }).where(eq(items.key, key));
    },

    async reclassify(changes) {
      await db.transaction(async (tx) => {
        for (const { key, to } of changes) {
          const { category, confidence, reasons } = to;
          await tx.update(items).set({ category, confidence, reasons }).where(eq(items.key, key));
        }
      });
    },

    bodies: () =>
      db
        .select({ key: items.key, unit: items.unit, simhash: items.simhash, flags: items.flags })
        .from(items)
        .where(isNotNull(items.simhash))
        .orderBy(asc(items.firstSeen), asc(items.key)),

    async reflag(changes) {
      await db.transaction(async (tx) => {
        for (const { key, flags } of changes) await tx.update(items).set({ flags }).where(eq(items.key, key));
      });
    },

    async text(key) {
      const [found] = await db.select({ text: itemTexts.text }).from(itemTexts).where(eq(itemTexts.key, key));
      return found?.text ?? null;
    },
  };
}
