import { and, asc, desc, eq, gte, lte, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Day } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import type { Database } from './database.ts';
import { items, itemTexts } from './schema/items.ts';
import type { Issue, Reissue } from './store.ts';

/** A shorter text says the same in many items: that there was nothing to tell this month. */
const LEAST_TEXT = 150;
/** Corrections and doubles of the same weeks are no old news. */
const DAYS_APART = 31;

const older = alias(items, 'older');

/** Items of a span that repeat to the letter what their unit had published long before. */
export async function readReissued(db: Database, { from, to }: Span): Promise<Reissue[]> {
  const found = await db
    .selectDistinctOn([items.publishedOn, items.key], { newer: issue(items), older: issue(older) })
    .from(items)
    .innerJoin(
      older,
      and(eq(older.textHash, items.textHash), eq(older.title, items.title), eq(older.unit, items.unit), ne(older.key, items.key)),
    )
    .innerJoin(itemTexts, eq(itemTexts.key, items.key))
    .where(
      and(
        gte(items.publishedOn, from),
        lte(items.publishedOn, to),
        sql`${older.publishedOn} < ${items.publishedOn} - ${DAYS_APART}::integer`,
        sql`length(${itemTexts.text}) >= ${LEAST_TEXT}`,
      ),
    )
    .orderBy(desc(items.publishedOn), asc(items.key), asc(older.publishedOn));
  return found as { newer: Issue; older: Issue }[];
}

function issue({ url, site, unit, title, publishedOn, firstSeen }: typeof items | typeof older) {
  return { url, site, unit, title, publishedOn: sql<Day>`${publishedOn}`, firstSeen };
}
