import { and, asc, count, desc, eq, getTableColumns, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../model/day.ts';
import type { Database } from './database.ts';
import { among, jsonRows } from './rows.ts';
import { columnStates, columns } from './schema/columns.ts';
import { items, sightings } from './schema/items.ts';
import type { Narrowing, SightedItem } from './store.ts';

/** An open stay goes on for as long as its column's list does not change; needs {@link columnStates} joined. */
export const lastSeen: SQL<Date> =
  sql`case when ${sightings.goneSince} is null then greatest(${sightings.lastSeen}, ${columnStates.openSeen}) else ${sightings.lastSeen} end`.mapWith(
    sightings.lastSeen,
  );

const fields = {
  ...getTableColumns(sightings),
  lastSeen,
  publishedOn: sql<Day | null>`coalesce(${items.publishedOn}, ${sightings.listedOn})`,
  category: sql<string | null>`coalesce(${items.correctedCategory}, ${items.category})`,
  removedAt: items.removedAt,
  outcome: items.outcome,
  empty: sql<boolean>`coalesce(${items.flags} ? 'empty-body', false)`,
  alsoOn: sql<Day | null>`case when ${items.conflicts} <> '[]'
    then (select max(said ->> 'day') from jsonb_array_elements(${items.conflicts}) as said where said ->> 'source' <> 'url') end`,
};
const rows = jsonRows<SightedItem>(
  fields,
  ['firstSeen', 'firstAsOf', 'lastSeen', 'goneSince', 'shownUntil', 'redatedAsOf', 'removedAt'],
  sql`${sightings.position}, ${sightings.firstSeen}`,
);

/** Every sighting, those that ended too, column by column; in a column by position. */
export function readSightings(db: Database, { sites, units, columns: ids }: Narrowing): Promise<SightedItem[]> {
  return read(db, and(among(sightings.site, sites), among(sightings.column, ids), among(columns.unit, units)));
}

export async function countSightings(db: Database): Promise<Map<string, number>> {
  const found = await db
    .select({ site: sightings.site, column: sightings.column, count: count() })
    .from(sightings)
    .groupBy(sightings.site, sightings.column);
  return new Map(found.map(({ site, column, count }) => [`${site}/${column}`, count]));
}

/** Every sighting of the items that more than one column listed. */
export function readShared(db: Database): Promise<SightedItem[]> {
  const place = sql`${sightings.site} || '/' || ${sightings.column}`;
  const shared = db.select({ item: sightings.item }).from(sightings).groupBy(sightings.item).having(sql`min(${place}) <> max(${place})`);
  return read(db, inArray(sightings.item, shared));
}

/** A column's open sightings from the top of its list. */
export function readListed(db: Database, place: Place, limit: number): Promise<SightedItem[]> {
  return some(db, openIn(place)).orderBy(asc(sightings.position)).limit(limit);
}

/** How many sightings of a column are open. */
export function countListed(db: Database, place: Place): Promise<number> {
  return db.$count(sightings, openIn(place));
}

/** Sightings of a column that runs of moments after `asOf` saw first, newest first. */
export function readSightingsAfter(db: Database, place: Place, asOf: Date, limit: number): Promise<SightedItem[]> {
  return newestFirst(some(db, and(within(place), gt(sightings.firstAsOf, asOf)))).limit(limit);
}

/** What a column listed at a moment with that day, the newest of it; it stands near the beginning of the newest. */
export async function readSightingOf(db: Database, place: Place, day: Day, asOf: Date): Promise<SightedItem | null> {
  const there = and(lte(sightings.firstAsOf, asOf), or(isNull(sightings.goneSince), gt(sightings.goneSince, asOf)));
  const [found] = await newestFirst(some(db, and(within(place), there, eq(fields.publishedOn, day)))).limit(1);
  return found ?? null;
}

interface Place {
  readonly site: string;
  readonly column: string;
}

function within({ site, column }: Place): SQL | undefined {
  return and(eq(sightings.site, site), eq(sightings.column, column));
}

function openIn(place: Place): SQL | undefined {
  return and(within(place), isNull(sightings.goneSince));
}

/** As the index has it. */
function newestFirst(found: ReturnType<typeof some>) {
  return found.orderBy(desc(sightings.firstAsOf), asc(sightings.position));
}

function some(db: Database, which: SQL | undefined) {
  return db
    .select(fields)
    .from(sightings)
    .leftJoin(items, eq(items.key, sightings.item))
    .leftJoin(columnStates, and(eq(columnStates.site, sightings.site), eq(columnStates.column, sightings.column)))
    .where(which);
}

async function read(db: Database, which: SQL | undefined): Promise<SightedItem[]> {
  const found = await db
    .select({ rows })
    .from(sightings)
    .leftJoin(items, eq(items.key, sightings.item))
    .leftJoin(columnStates, and(eq(columnStates.site, sightings.site), eq(columnStates.column, sightings.column)))
    .leftJoin(columns, and(eq(columns.site, sightings.site), eq(columns.id, sightings.column)))
    .where(which)
    .groupBy(sightings.site, sightings.column)
    .orderBy(asc(sightings.site), asc(sightings.column));
  return found.flatMap(({ rows }) => rows);
}
