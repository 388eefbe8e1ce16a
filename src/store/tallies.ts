import { and, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import type { Database } from './database.ts';
import { listings } from './schema/listings.ts';
import type { Tally, TallyGroup, TrendScope } from './store.ts';

/** Where an item counts once, and the name that it is counted under. */
const GROUPS: Readonly<Record<TallyGroup, { readonly once: SQL; readonly key: SQL }>> = {
  day: { once: sql`${listings.first}`, key: sql`${listings.day}::text` },
  unit: { once: sql`${listings.firstOfUnit}`, key: sql`${listings.unit}` },
  site: { once: sql`${listings.firstOfSite}`, key: sql`${listings.site}` },
  column: { once: sql`true`, key: sql`${listings.site} || '/' || ${listings.column}` },
};

/** Counts what lists showed when they were judged. */
export async function tallyListings(db: Database, span: Span, group: TallyGroup): Promise<Tally[]> {
  const { once, key } = GROUPS[group];
  const within = and(once, gte(listings.day, span.from), lte(listings.day, span.to));
  const kinds = {
    day: sql`${listings.category}, ${listings.area}`,
    unit: sql`${listings.category}, null`,
    site: sql`${listings.category}, null`,
    column: sql`null, null`,
  }[group];
  const { rows } = await db.execute<{ key: string; category: string | null; area: number | null; items: number }>(
    sql`select key, category, area, count(*)::int as items
      from (select ${key}, ${kinds} from ${listings} where ${within}) as counted (key, category, area) group by key, category, area`,
  );
  return rows.map(({ key, category, area, items }) => ({ key, category, area, items }));
}

/** Items by day of what a trend is of. */
export async function listedDaily(db: Database, span: Span, { unit, category, site, column }: TrendScope): Promise<Map<Day, number>> {
  const once = column !== undefined ? undefined : unit !== undefined ? listings.firstOfUnit : listings.first;
  const of = [
    ...(unit === undefined ? [] : [eq(listings.unit, unit)]),
    ...(category === undefined ? [] : [eq(listings.category, category)]),
    ...(site === undefined || column === undefined ? [] : [eq(listings.site, site), eq(listings.column, column)]),
  ];
  const rows = await db
    .select({ day: sql<Day>`${listings.day}::text`, items: sql<number>`count(*)::int` })
    .from(listings)
    .where(and(once, gte(listings.day, span.from), lte(listings.day, span.to), ...of))
    .groupBy(listings.day);
  return new Map(rows.map(({ day, items }) => [day, items]));
}
