import { and, asc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm';
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
  publishedOn: sql`coalesce(${items.publishedOn}, ${sightings.listedOn})`,
  category: sql`coalesce(${items.correctedCategory}, ${items.category})`,
  removedAt: items.removedAt,
  outcome: items.outcome,
};
const rows = jsonRows<SightedItem>(
  fields,
  ['firstSeen', 'firstAsOf', 'lastSeen', 'goneSince', 'removedAt'],
  sql`${sightings.position}, ${sightings.firstSeen}`,
);

/** Every sighting, those that ended too, column by column; in a column by position. */
export function readSightings(db: Database, { sites, units, columns: ids }: Narrowing): Promise<SightedItem[]> {
  return read(db, and(among(sightings.site, sites), among(sightings.column, ids), among(columns.unit, units)));
}

/** Every sighting of the items that more than one column listed. */
export function readShared(db: Database): Promise<SightedItem[]> {
  const place = sql`${sightings.site} || '/' || ${sightings.column}`;
  const shared = db.select({ item: sightings.item }).from(sightings).groupBy(sightings.item).having(sql`min(${place}) <> max(${place})`);
  return read(db, inArray(sightings.item, shared));
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
