import { and, eq, getTableColumns, gt, gte, inArray, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import type { Day } from '../model/day.ts';
import type { ItemKey } from '../model/records.ts';
import type { Database } from './database.ts';
import type { RareWords } from './rare-words.ts';
import { among, listed, storableText } from './rows.ts';
import { columns as watched } from './schema/columns.ts';
import { items, sightings } from './schema/items.ts';
import { listings } from './schema/listings.ts';
import { matching } from './search.ts';
import type { FoundItem, ItemSearchQuery } from './store.ts';

const category = sql<string>`coalesce(${items.correctedCategory}, ${items.category})`;
const { search: _, ...itemColumns } = getTableColumns(items);

/** An item's place in the order of newest first, the undated last. */
interface Place {
  readonly day: Day | null;
  readonly key: ItemKey;
}

/** What lists are read with. */
interface Reads {
  readonly db: Database;
  readonly rareKeys: RareWords;
}

/** One page of what a query finds; it begins after a place, or at the newest. */
export async function pageOfItems(
  { db, rareKeys }: Reads,
  query: ItemSearchQuery,
  after: Place | null,
  limit: number,
): Promise<FoundItem[]> {
  const source = await sourceOf(rareKeys, query);
  const { from, day, key, where, order } = source;
  const found: Place[] = [];
  for (const stretch of stretchesAfter(after, source)) {
    if (found.length >= limit) break;
    const { rows } = await db.execute<{ day: Day | null; key: ItemKey }>(
      sql`select ${day}::text as day, ${key} as key from ${from} where ${and(where, stretch) ?? sql`true`}
        order by ${order} desc nulls last, ${key} limit ${limit - found.length}`,
    );
    found.push(...rows);
  }
  return readItems(db, found);
}

/** How many a query finds, counted no further than `upTo`. */
export async function countItems({ db, rareKeys }: Reads, query: ItemSearchQuery, upTo: number): Promise<number> {
  const { from, where = sql`true` } = await sourceOf(rareKeys, query);
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from (select 1 from ${from} where ${where} limit ${upTo}) as counted`,
  );
  return rows[0]?.count ?? 0;
}

/** Items with the columns that list them or did, in the order of `wanted`. */
export async function readItems(db: Database, wanted: readonly Place[]): Promise<FoundItem[]> {
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

/** Where the answer to a query is read from: what lists showed when they were judged, or all that was ever seen. */
interface Source {
  readonly from: SQL;
  readonly day: PgColumn;
  readonly key: PgColumn;
  readonly where: SQL | undefined;
  /** The day as it is sorted by; as `day` itself an index has it. */
  readonly order: SQL;
}

async function sourceOf(rareKeys: RareWords, query: ItemSearchQuery): Promise<Source> {
  const { from, to, categories, undated, search, area, columns = [], sites = [] } = query;
  const rare = search === undefined ? null : await rareKeys(search);
  const common = search !== undefined && rare === null;
  const [day, key] = query.listed ? [listings.day, listings.item] : [items.publishedOn, items.key];
  const kind = query.listed ? sql`${listings.category}` : category;
  // What a column holds is gathered and sorted: the planner would rather meet it on the way down the newest, where a silent column has nothing.
  const walked = columns.length === 0 || (query.listed && columns.length === 1 && sites.length === 1);
  const searched = sql`${listings} join ${items} on ${items.key} = ${listings.item}`;
  return {
    from: query.listed ? (common ? searched : sql`${listings}`) : sql`${items}`,
    day,
    key,
    where: and(
      query.listed ? shown(query) : seen(query),
      undated ? isNull(day) : undefined,
      from === undefined ? undefined : gte(day, from),
      to === undefined ? undefined : lte(day, to),
      categories && categories.length > 0 ? inArray(kind, [...categories]) : undefined,
      query.listed && area !== undefined ? eq(listings.area, area) : undefined,
      rare ? inArray(key, listed(rare)) : undefined,
      common ? matching(search) : undefined,
    ),
    order: walked ? sql`${day}` : sql`${day} + 0`,
  };
}

/** What comes after a place, cut so that each stretch is one piece of an index. */
function stretchesAfter(after: Place | null, { day, key }: Pick<Source, 'day' | 'key'>): (SQL | undefined)[] {
  if (after === null) return [undefined];
  const later = gt(key, storableText(after.key));
  if (after.day === null) return [and(isNull(day), later)];
  return [and(eq(day, after.day), later), lt(day, after.day), isNull(day)];
}

/** One row an item: the first of those that the query is about, as they were counted. */
function shown({ sites = [], units = [], columns = [] }: ItemSearchQuery): SQL | undefined {
  const [unit, site, column] = [units.length, sites.length, columns.length].map(Math.sign);
  const within = (of: Record<'unit' | 'site' | 'column', PgColumn>) => and(among(of.unit, units), inColumns(of, sites, columns));
  if (column && sites.length === 1 && columns.length === 1) return within(listings);
  if (!column && !unit && sites.length === 1) return and(within(listings), listings.firstOfSite);
  if (!column && !site && units.length === 1) return and(within(listings), listings.firstOfUnit);
  if (!column && sites.length === 1 && units.length === 1) return and(within(listings), listings.firstOfUnitOnSite);
  if (!column && !site && !unit) return sql`${listings.first}`;
  const other = alias(listings, 'other');
  const before = sql`(${other.site}, ${other.column}) < (${listings.site}, ${listings.column})`;
  const twice = sql`select from ${listings} as other where ${other.item} = ${listings.item} and ${before} and ${within(other)}`;
  return and(within(listings), sql`not exists (${twice})`);
}

/** What was ever seen there, listed or not. */
function seen({ sites = [], units, columns = [] }: ItemSearchQuery): SQL | undefined {
  const places = sql`${items.key} in (select ${sightings.item} from ${sightings} where ${inColumns(sightings, sites, columns)})`;
  return and(columns.length > 0 ? places : among(items.site, sites), among(items.unit, units));
}

/** Indexes know columns by their sites: where none is named, those that have such a column are. */
function inColumns(of: Record<'site' | 'column', PgColumn>, sites: readonly string[], columns: readonly string[]): SQL | undefined {
  const any = sql`${of.site} in (select ${watched.site} from ${watched} where ${among(watched.id, columns)})`;
  return and(sites.length === 0 && columns.length > 0 ? any : among(of.site, sites), among(of.column, columns));
}
