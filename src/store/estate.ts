import { createHash } from 'node:crypto';
import { asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { ConfigTexts, EstateRevision } from '../model/revision.ts';
import type { Database } from './database.ts';
import { configTexts, estateRevisions, revisionTexts } from './schema/estate.ts';
import type { EstateStore } from './store.ts';

/** All that is watched and judged by, as numbered revisions. */
export function estateStore(db: Database): EstateStore {
  return {
    keep: (texts, { digest, asOf, now, by, why }) =>
      db.transaction(async (tx) => {
        // Two processes that read the same folder at once make one revision.
        await tx.execute(sql`lock table ${estateRevisions} in share row exclusive mode`);
        const [latest] = await tx.select().from(estateRevisions).orderBy(desc(estateRevisions.number)).limit(1);
        if (latest?.digest === digest) return latest;
        const [last] = await tx
          .select({ from: sql<Date | null>`max(${estateRevisions.from})`.mapWith(estateRevisions.from) })
          .from(estateRevisions);
        const revision: EstateRevision = {
          number: (latest?.number ?? 0) + 1,
          from: holdsFrom(last?.from ?? null, asOf, now),
          recordedAt: now,
          by,
          why,
          digest,
        };
        await tx.insert(estateRevisions).values(revision);
        await keepTexts(tx, revision.number, texts);
        return revision;
      }),

    async held(asOf) {
      const [found] = await db
        .select()
        .from(estateRevisions)
        .where(lte(estateRevisions.from, asOf))
        .orderBy(desc(estateRevisions.number))
        .limit(1);
      return found ?? null;
    },

    async latest() {
      const [latest] = await db.select().from(estateRevisions).orderBy(desc(estateRevisions.number)).limit(1);
      return latest ?? null;
    },

    async get(number) {
      const [found] = await db.select().from(estateRevisions).where(eq(estateRevisions.number, number));
      return found ?? null;
    },

    list: () => db.select().from(estateRevisions).orderBy(desc(estateRevisions.number)),

    async texts(number) {
      const rows = await db
        .select({ name: revisionTexts.name, text: configTexts.text })
        .from(revisionTexts)
        .innerJoin(configTexts, eq(configTexts.hash, revisionTexts.hash))
        .where(eq(revisionTexts.revision, number))
        .orderBy(asc(revisionTexts.name));
      return new Map(rows.map(({ name, text }) => [name, text]));
    },
  };
}

/**
 * A revision holds from the moment as of which it was first worked with, so that a past that is replayed is judged as it went. It
 * never reaches back over what is recorded already, nor ahead of the day on which it was made.
 */
function holdsFrom(last: Date | null, asOf: Date, now: Date): Date {
  return asOf > now || (last !== null && asOf < last) ? now : asOf;
}

async function keepTexts(tx: Database, revision: number, texts: ConfigTexts): Promise<void> {
  const hashed = [...texts].map(([name, text]) => ({ revision, name, text, hash: createHash('sha256').update(text).digest('hex') }));
  for (const { hash, text } of hashed) await tx.insert(configTexts).values({ hash, text }).onConflictDoNothing();
  for (const { name, hash } of hashed) await tx.insert(revisionTexts).values({ revision, name, hash });
}
