import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { selectAll } from './rows.ts';
import { evidencePages, evidenceUses } from './schema/evidence.ts';
import { findings } from './schema/findings.ts';
import { papers } from './schema/papers.ts';
import type { ColumnResult, EvidenceStore } from './store.ts';
import { tablesInOrder } from './tables.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
/** Half of what the slowest setting takes off the size, at a twentieth of its time. */
const QUALITY = 5;

/** Pages as fetched, kept by content address. */
export function evidenceStore(db: Database): EvidenceStore {
  return {
    async get(hash) {
      const [page] = await db.select().from(evidencePages).where(eq(evidencePages.hash, hash));
      const [use] = await db.select().from(evidenceUses).where(eq(evidenceUses.hash, hash)).orderBy(desc(evidenceUses.fetchedAt)).limit(1);
      if (!page || !use) return null;
      const { url, fetchedAt, screenshot } = use;
      return { bytes: await decompress(page.compressed), url, fetchedAt, contentType: page.contentType, screenshot };
    },

    async screenshot(hash) {
      const [picture] = await db
        .select({ compressed: evidencePages.compressed })
        .from(evidencePages)
        .innerJoin(evidenceUses, eq(evidenceUses.screenshot, evidencePages.hash))
        .where(eq(evidencePages.hash, hash))
        .limit(1);
      return picture ? decompress(picture.compressed) : null;
    },

    async prune(before) {
      const { rows } = await db.execute<{ dropped: number }>(sql`
        with dropped as (delete from ${evidencePages} as page where last_used < ${before.toISOString()}
          and not exists (select 1 from ${findings} where evidence @> array[page.hash])
          and not exists (select 1 from ${papers} where ${papers.state} <> 'draft' and ${papers.evidence} @> array[page.hash])
          and not exists (select 1 from ${evidenceUses} where screenshot = page.hash) returning 1)
        select count(*)::int as dropped from dropped`);
      // A picture goes the night after its page. The embedded database has nobody who gives space back and counts rows for the planner by itself.
      await db.execute(
        sql`vacuum (analyze, skip_locked) ${sql.join(
          (await tablesInOrder(db)).map((name) => sql`gongkai.${sql.identifier(name)}`),
          sql`, `,
        )}`,
      );
      return rows[0]?.dropped ?? 0;
    },
  };
}

/** Keeps the pages of a reading and their pictures; bytes that are kept already are only noted as fetched again. */
export async function keepPages(tx: Database, { reading, pages }: ColumnResult): Promise<void> {
  const { site, column, at, evidence } = reading;
  const given = pages.map((page) => ({ ...page, hash: hashOf(page.bytes), picture: page.screenshot ? hashOf(page.screenshot) : null }));
  const contents = new Map<string, Content>();
  for (const { hash, bytes, contentType, picture, screenshot } of given) {
    contents.set(hash, { bytes, contentType });
    if (picture !== null && screenshot) contents.set(picture, { bytes: screenshot, contentType: 'image/jpeg' });
  }
  const used = [...contents.keys(), ...(evidence === null ? [] : [evidence])];
  if (used.length === 0) return;
  const kept = await tx
    .update(evidencePages)
    .set({ lastUsed: sql`greatest(${evidencePages.lastUsed}, ${at.toISOString()})` })
    .where(inArray(evidencePages.hash, used))
    .returning({ hash: evidencePages.hash });
  const known = new Set(kept.map(({ hash }) => hash));
  for (const [hash, { bytes, contentType }] of contents) {
    if (known.has(hash)) continue;
    const compressed = await compress(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_LGWIN]: windowFor(bytes.length) },
    });
    await tx.insert(evidencePages).values({ hash, compressed, size: bytes.length, contentType, lastUsed: at }).onConflictDoNothing();
  }
  const uses = given.map(({ hash, url, fetchedAt, picture }) => ({ hash, site, column, url, fetchedAt, screenshot: picture }));
  await tx.insert(evidenceUses).select(selectAll(evidenceUses, uses)).onConflictDoNothing();
}

/** Looking back further than a page is long costs megabytes and finds nothing. */
function windowFor(bytes: number): number {
  return Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(bytes + 1))));
}

interface Content {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
