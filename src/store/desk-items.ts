import { and, eq, getTableColumns, gte, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import type { Day } from '../model/day.ts';
import type { ItemKey } from '../model/records.ts';
import type { Database } from './database.ts';
import { among, listed, storableText } from './rows.ts';
import { items, sightings } from './schema/items.ts';
import { listings } from './schema/listings.ts';
import { searchQuery } from './search.ts';
import type { DeskItem, DeskQuery } from './store.ts';

const category = sql<string>`coalesce(${items.correctedCategory}, ${items.category})`;
const { search: _, ...itemColumns } = getTableColumns(items);

/** So many items at most are sorted when a search has found them; where more are found, they are met on the way down the newest. */
const SORTED = 5000;

/** An item's place in the order of newest first, the undated last. */
type Place = { readonly day: Day | null; readonly key: ItemKey };

/** One page of what a query finds; it begins after a place, or at the newest. */
export async function pageOfItems(db: Database, query: DeskQuery, after: Place | null, limit: number): Promise<DeskItem[]> {
  const few = query.search === undefined ? null : await gather(db, query, SORTED + 1);
  if (few !== null && few.length <= SORTED) {
    const page = few.sort(newestFirst).filter((one) => after === null || newestFirst(after, one) < 0);
    return readItems(db, page.slice(0, limit));
  }
  const found: Place[] = [];
  const { day, key } = sourceOf(query);
  for (const stretch of stretchesAfter(after, query)) {
    const order = sql`order by ${day} desc nulls last, ${key}`;
    if (found.length < limit) found.push(...(await places(db, query, limit - found.length, stretch, order)));
  }
  return readItems(db, found);
}

/** How many a query finds, counted no further than `upTo`. */
export async function countItems(db: Database, query: DeskQuery, upTo: number): Promise<number> {
  if (query.search !== undefined) return (await gather(db, query, upTo)).length;
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from (select 1 from ${sourceOf(query).from} where ${chosen(query)} limit ${upTo}) as found`,
  );
  return rows[0]?.count ?? 0;
}

/** Items with the columns that list them or did, in the order of `wanted`. */
export async function readItems(db: Database, wanted: readonly Place[]): Promise<DeskItem[]> {
  const keys = listed(wanted.map(({ key }) => key));
  const [found, seen] = await Promise.all([
    db
      .select({ ...itemColumns, category })
      .from(items)
      .where(inArray(items.key, keys)),
    db
      .selectDistinct({ item: sightings.item, site: sightings.site, column: sightings.column })
      .from(sightings)
      .where(inArray(sightings.item, keys)),
  ]);
  const byKey = new Map(found.map((item) => [item.key, { ...item, columns: [] as { site: string; column: string }[] }]));
  for (const { item, ...place } of seen) byKey.get(item)?.columns.push(place);
  return wanted.flatMap(({ key }) => byKey.get(key) ?? []);
}

/**
 * Some of what a search finds, in no order. How rare a word's beginning is the planner cannot know, and it is too hopeful: reading
 * through the whole table for a word that stands in one item takes a second, asking the index for it a moment.
 */
function gather(db: Database, query: DeskQuery, limit: number): Promise<Place[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    return places(tx, query, limit);
  });
}

async function places(db: Database, query: DeskQuery, limit: number, stretch?: SQL, order = sql``): Promise<Place[]> {
  const { from, day, key } = sourceOf(query);
  const where = stretch ? sql`${chosen(query)} and ${stretch}` : chosen(query);
  const { rows } = await db.execute<{ day: Day | null; key: ItemKey }>(
    sql`select ${day}::text as day, ${key} as key from ${from} where ${where} ${order} limit ${limit}`,
  );
  return rows;
}

/** Where a query looks: into what lists showed when they were judged, or into all that was ever seen. */
function sourceOf({ listed, search }: DeskQuery) {
  if (!listed) return { from: sql`${items}`, day: items.publishedOn, key: items.key };
  const alone = search === undefined;
  const from = alone ? sql`${listings}` : sql`${listings} join ${items} on ${items.key} = ${listings.item}`;
  return { from, day: listings.day, key: listings.item };
}

/** What comes after a place, cut so that each stretch is one piece of an index. */
function stretchesAfter(after: Place | null, query: DeskQuery): (SQL | undefined)[] {
  const { day, key } = sourceOf(query);
  if (after === null) return [undefined];
  const sameDay = after.day === null ? sql`${day} is null` : sql`${day} = ${after.day}`;
  const rest = after.day === null ? [] : [sql`${day} < ${after.day}`, sql`${day} is null`];
  return [sql`${sameDay} and ${key} > ${storableText(after.key)}`, ...rest];
}

/** By code units, as the database's own order of text need not be: only places of one page compare. */
function newestFirst(a: Place, b: Place): number {
  const [one, other] = [a.day ?? '', b.day ?? ''];
  if (one !== other) return one > other ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

function chosen(query: DeskQuery): SQL {
  const { from, to, categories, undated, search, area } = query;
  const { day } = sourceOf(query);
  const kind = query.listed ? sql`${listings.category}` : category;
  return (
    and(
      query.listed ? shown(query) : seen(query),
      undated ? isNull(day) : undefined,
      from === undefined ? undefined : gte(day, from),
      to === undefined ? undefined : lte(day, to),
      categories && categories.length > 0 ? inArray(kind, [...categories]) : undefined,
      query.listed && area !== undefined ? eq(listings.area, area) : undefined,
      search === undefined ? undefined : matching(search),
    ) ?? sql`true`
  );
}

/** One row an item: the first of those that the query is about, as they were counted. */
function shown({ sites = [], units = [], columns = [] }: DeskQuery): SQL | undefined {
  const [unit, site, column] = [units.length, sites.length, columns.length].map(Math.sign);
  const within = (of: Record<'unit' | 'site' | 'column', PgColumn>) =>
    and(among(of.unit, units), among(of.site, sites), among(of.column, columns));
  if (column && sites.length === 1 && columns.length === 1) return within(listings);
  if (!column && !unit && sites.length === 1) return and(within(listings), listings.firstOfSite);
  if (!column && !site && units.length === 1) return and(within(listings), listings.firstOfUnit);
  if (!column && !site && !unit) return sql`${listings.first}`;
  const other = alias(listings, 'other');
  return sql`${listings.first} and ${listings.item} in (select ${other.item} from ${listings} as other where ${within(other)})`;
}

/** What was ever seen there, listed or not. */
function seen({ sites, units, columns }: DeskQuery): SQL | undefined {
  const there = and(among(sightings.site, sites), among(sightings.column, columns));
  const places = sql`${items.key} in (select ${sightings.item} from ${sightings} where ${there})`;
  return and(columns && columns.length > 0 ? places : among(items.site, sites), among(items.unit, units));
}

function matching(search: string): SQL {
  const query = searchQuery(search);
  return query === null ? sql`false` : sql`${items.search} @@ ${query}::tsquery`;
}
