import { and, asc, isNull, lt, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { columns } from './schema/columns.ts';
import { items, sightings } from './schema/items.ts';
import type { Doubt, DoubtfulItem } from './store.ts';

/** Nobody set its category; those that stand in a column with a set one are stored as certain. */
const open = and(isNull(items.correctedCategory), lt(items.confidence, 1));

/** How many items have each hundredth of confidence, the surest first, read from their index alone. */
export function readDoubts(db: Database): Promise<Doubt[]> {
  const from = sql<number>`floor(${items.confidence} * 100) / 100`;
  return db
    .select({ from, items: sql<number>`count(*)::integer`, confidence: sql<number>`avg(${items.confidence})` })
    .from(items)
    .where(open)
    .groupBy(sql`1`)
    .orderBy(sql`1 desc`);
}

/** The items below a confidence that are the least sure; those whose column somebody set since they were stored are left out. */
export function readLeastSure(db: Database, below: number, limit: number): Promise<DoubtfulItem[]> {
  const { key, url, title, category, confidence } = items;
  const places = sql<
    DoubtfulItem['columns'] | null
  >`(select json_agg(distinct jsonb_build_object('site', seen.site, 'column', seen.column_id))
    from ${sightings} as seen where seen.item = ${key})`;
  const settled = sql`exists (select 1 from ${sightings} as seen
    join ${columns} as listing on listing.site = seen.site and listing.id = seen.column_id and listing.current
    where seen.item = ${key} and listing.category is not null)`;
  return db
    .select({ key, url, title, category, confidence, columns: places.mapWith((value) => value ?? []) })
    .from(items)
    .where(and(open, lt(confidence, below), sql`not ${settled}`))
    .orderBy(asc(confidence), asc(key))
    .limit(limit) as Promise<DoubtfulItem[]>;
}
