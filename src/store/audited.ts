import { and, asc, desc, gt, gte, isNotNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Span } from '../model/estate.ts';
import type { Database } from './database.ts';
import { items } from './schema/items.ts';
import type { AuditedItem } from './store.ts';

const BATCH = 1000;

const { key, url, site, unit, title, publishedOn, conflicts, documentDate, author, reviewer, personalData, firstSeen } = items;
const category = sql<string>`coalesce(${items.correctedCategory}, ${items.category})`;
const fields = { key, url, site, unit, title, publishedOn, conflicts, documentDate, author, reviewer, personalData, firstSeen, category };
const saysHow = or(isNotNull(documentDate), isNotNull(reviewer), sql`${conflicts} <> '[]'`, sql`${personalData} <> '[]'`);

/** Items of a span whose pages say how they were made, newest first; those of one day by key. */
export async function* streamAudited(db: Database, { from, to }: Span): AsyncGenerator<AuditedItem> {
  let last: { readonly day: string; readonly key: string } | undefined;
  do {
    const after = last && or(lt(publishedOn, last.day), gt(key, last.key));
    const found = await db
      .select(fields)
      .from(items)
      .where(and(gte(publishedOn, from), lte(publishedOn, last?.day ?? to), after, saysHow))
      .orderBy(desc(publishedOn), asc(key))
      .limit(BATCH);
    yield* found;
    const end = found.length === BATCH ? found.at(-1) : undefined;
    last = end && { day: end.publishedOn as string, key: end.key };
  } while (last);
}
