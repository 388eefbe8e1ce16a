import { count, desc, eq, isNotNull, like, max } from 'drizzle-orm';
import type { ItemKey } from '../model/records.ts';
import type { Database } from './database.ts';
import { countItems, pageOfItems, readItems } from './found-items.ts';
import { rareWords } from './rare-words.ts';
import { storableText } from './rows.ts';
import { approvals } from './schema/approvals.ts';
import { corrections } from './schema/corrections.ts';
import { evidenceUses } from './schema/evidence.ts';
import { items } from './schema/items.ts';
import { pairDecisions } from './schema/pair-decisions.ts';
import { runs } from './schema/runs.ts';
import { countListed, readListed } from './sightings.ts';
import type { ItemSearch } from './store.ts';

/** What the console asks for: single pages and bounded counts, each by an index, so that they stay fast however much is stored. */
export function itemSearch(db: Database): ItemSearch {
  const reads = { db, rareKeys: rareWords(db) };
  return {
    async version() {
      const [run] = await db.select().from(runs).where(isNotNull(runs.finishedAt)).orderBy(desc(runs.finishedAt)).limit(1);
      const [correction] = await db
        .select({ id: corrections.id })
        .from(corrections)
        .orderBy(desc(corrections.at), desc(corrections.id))
        .limit(1);
      // One that is taken back need not be the last.
      const [corrected] = await db.select({ count: count() }).from(corrections);
      const [approved] = await db.select({ count: count(), last: max(approvals.at) }).from(approvals);
      const [decided] = await db.select({ count: count(), last: max(pairDecisions.at) }).from(pairDecisions);
      const entered = [approved, decided].flatMap((one) => [one?.count, one?.last?.toISOString()]);
      return [run?.id, run?.state, run?.finishedAt?.toISOString(), correction?.id, corrected?.count, ...entered].join(' ');
    },

    async items(query, after, limit) {
      return pageOfItems(reads, query, after && { ...after, key: await wholeKey(db, after.key) }, limit);
    },

    countItems: (query, upTo) => countItems(reads, query, upTo),

    async item(key) {
      const [item] = await readItems(db, [{ day: null, key: await wholeKey(db, key) }]);
      return item ?? null;
    },

    listed: (site, column, limit) => readListed(db, { site, column }, limit),

    countListed: (site, column) => countListed(db, { site, column }),

    async evidenceColumns(hash) {
      return db
        .selectDistinct({ site: evidenceUses.site, column: evidenceUses.column })
        .from(evidenceUses)
        .where(eq(evidenceUses.hash, hash));
    },
  };
}

/** A key that was shown with signs of it masked, as it is kept; as it was given where none or several would do. */
async function wholeKey(db: Database, key: ItemKey): Promise<ItemKey> {
  if (!key.includes('*')) return key;
  const pattern = storableText(key)
    .replace(/[\\%_]/g, '\\$&')
    .replaceAll('*', '_');
  const [own, other] = await db.select({ key: items.key }).from(items).where(like(items.key, pattern)).limit(2);
  return own !== undefined && other === undefined ? own.key : key;
}
