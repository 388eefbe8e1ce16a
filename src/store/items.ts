import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { streamAudited } from './audited.ts';
import type { Database } from './database.ts';
import { readDoubts, readLeastSure } from './doubts.ts';
import { streamItems } from './item-stream.ts';
import { readReissued } from './reissued.ts';
import { listed, recordset, storableText } from './rows.ts';
import { items, itemTexts } from './schema/items.ts';
import { countSightings, readShared, readSightingOf, readSightings, readSightingsAfter } from './sightings.ts';
import type { ItemStore } from './store.ts';
import { readReferences, readTexts } from './texts.ts';

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

    sightingCounts: () => countSightings(db),

    sightingsAfter: (site, column, asOf, limit) => readSightingsAfter(db, { site, column }, asOf, limit),

    sightingOf: (site, column, day, asOf) => readSightingOf(db, { site, column }, day, asOf),

    sharedSightings: () => readShared(db),

    audited: (span) => streamAudited(db, span),

    mentioning: ({ from, to }, pattern, limit) =>
      db
        .select({
          key: items.key,
          url: items.url,
          site: items.site,
          unit: items.unit,
          title: items.title,
          publishedOn: items.publishedOn,
          text: itemTexts.text,
        })
        .from(items)
        .innerJoin(itemTexts, eq(itemTexts.key, items.key))
        .where(
          and(
            gte(items.publishedOn, from),
            lte(items.publishedOn, to),
            isNull(items.removedAt),
            or(sql`${items.title} ~ ${pattern}`, sql`${itemTexts.text} ~ ${pattern}`),
          ),
        )
        .orderBy(desc(items.publishedOn), asc(items.key))
        .limit(limit),

    reissued: (span) => readReissued(db, span),

    stream: (query) => streamItems(db, query),

    doubts: () => readDoubts(db),

    leastSure: (below, limit) => readLeastSure(db, below, limit),

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
      await db.execute(
        sql`update ${items} set flags = given.flags from ${recordset(items, changes)} as given where ${items.key} = given.key`,
      );
    },

    async text(key) {
      const [found] = await db.select({ text: itemTexts.text }).from(itemTexts).where(eq(itemTexts.key, key));
      return found?.text ?? null;
    },

    texts: (keys) => readTexts(db, keys),

    references: (keys) => readReferences(db, keys),

    unlooked: (limit) =>
      db
        .select({ key: items.key, title: items.title, text: itemTexts.text })
        .from(items)
        .innerJoin(itemTexts, eq(itemTexts.key, items.key))
        .where(isNull(items.personalData))
        .orderBy(asc(items.key))
        .limit(limit),

    holdingPersonalData: (limit) =>
      db
        .select({ key: items.key, url: items.url, site: items.site })
        .from(items)
        .where(and(sql`${items.personalData} <> '[]'`, isNull(items.removedAt)))
        .orderBy(asc(items.lastSeen), asc(items.key))
        .limit(limit),

    async keepLooks(looks) {
      await db.transaction(async (tx) => {
        for (const { key, personalData, title, text } of looks) {
          await tx
            .update(items)
            .set({ personalData, ...(title !== undefined && { title }) })
            .where(eq(items.key, key));
          if (text !== undefined)
            await tx
              .update(itemTexts)
              .set({ text: storableText(text) })
              .where(eq(itemTexts.key, key));
        }
      });
    },
  };
}
