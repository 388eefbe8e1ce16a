import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
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
export async function readSightings(db: Database, { sites, units, columns: ids }: Narrowing): Promise<SightedItem[]> {
  const found = await db
    .select({ rows })
    .from(sightings)
    .leftJoin(items, eq(items.key, sightings.item))
    .leftJoin(columnStates, and(eq(columnStates.site, sightings.site), eq(columnStates.column, sightings.column)))
    .leftJoin(columns, and(eq(columns.site, sightings.site), eq(columns.id, sightings.column)))
    .where(and(among(sightings.site, sites), among(sightings.column, ids), among(columns.unit, units)))
    .groupBy(sightings.site, sightings.column)
    .orderBy(asc(sightings.site), asc(sightings.column));
  return found.flatMap(({ rows }) => rows);
}
