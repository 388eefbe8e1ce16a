import { and, asc, desc, eq, getTableColumns, gte, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { ItemRecord } from '../model/records.ts';
import type { Database } from './database.ts';
import { listed } from './rows.ts';
import { columnStates, columns } from './schema/columns.ts';
import { items, itemTexts, sightings } from './schema/items.ts';
import { searchQuery } from './search.ts';
import type { ItemQuery, ItemStore, ListedItem, Narrowing, SightedItem } from './store.ts';

const BATCH = 500;

const category = sql<string>`coalesce(${items.correctedCategory}, ${items.category})`;
/** An open stay goes on for as long as its column's list does not change. */
const lastSeen =
  sql<Date>`case when ${sightings.goneSince} is null then greatest(${sightings.lastSeen}, ${columnStates.openSeen}) else ${sightings.lastSeen} end`.mapWith(
    sightings.lastSeen,
  );

/** Items and where they were seen. */
export function itemStore(db: Database): ItemStore {
  return {
    async known(keys) {
      const found = await db
        .select({
          key: items.key,
          title: items.title,
          outcome: items.outcome,
          etag: items.etag,
          lastModified: items.lastModified,
          publishedOn: items.publishedOn,
        })
        .from(items)
        .where(inArray(items.key, listed(keys)));
      return new Map(found.map(({ key, ...item }) => [key, item]));
    },

    sightings: (query = {}) => readSightings(db, query),

    async *stream(query) {
      const dated = query.from !== undefined || query.to !== undefined;
      yield* batches(db, query, 'dated');
      if (!dated) yield* batches(db, query, 'undated');
    },

    async markRemoved(key, at) {
      await db.update(items).set({ removedAt: at }).where(eq(items.key, key));
    },

    async reclassify(changes) {
      await db.transaction(async (tx) => {
        for (const { key, to } of changes) {
          const { category, confidence, reasons } = to;
          await tx.update(items).set({ category, confidence, reasons }).where(eq(items.key, key));
        }
      });
    },

    bodies: () =>
      db
        .select({ key: items.key, unit: items.unit, simhash: items.simhash, flags: items.flags })
        .from(items)
        .where(isNotNull(items.simhash))
        .orderBy(asc(items.firstSeen), asc(items.key)),

    async reflag(changes) {
      await db.transaction(async (tx) => {
        for (const { key, flags } of changes) await tx.update(items).set({ flags }).where(eq(items.key, key));
      });
    },

    async text(key) {
      const [found] = await db.select({ text: itemTexts.text }).from(itemTexts).where(eq(itemTexts.key, key));
      return found?.text ?? null;
    },
  };
}

function readSightings(db: Database, { sites, units, columns: ids }: Narrowing): Promise<SightedItem[]> {
  return db
    .select({
      ...getTableColumns(sightings),
      lastSeen,
      publishedOn: sql<string | null>`coalesce(${items.publishedOn}, ${sightings.listedOn})`,
      category: sql<string | null>`coalesce(${items.correctedCategory}, ${items.category})`,
      removedAt: items.removedAt,
      outcome: items.outcome,
    })
    .from(sightings)
    .leftJoin(items, eq(items.key, sightings.item))
    .leftJoin(columnStates, and(eq(columnStates.site, sightings.site), eq(columnStates.column, sightings.column)))
    .leftJoin(columns, and(eq(columns.site, sightings.site), eq(columns.id, sightings.column)))
    .where(and(among(sightings.site, sites), among(sightings.column, ids), among(columns.unit, units)))
    .orderBy(asc(sightings.site), asc(sightings.column), asc(sightings.position), asc(sightings.firstSeen));
}

/** Newest first; the undated ones have no day to stand in order by and come by key. */
async function* batches(db: Database, query: ItemQuery, part: 'dated' | 'undated'): AsyncGenerator<ListedItem> {
  let last: ItemRecord | undefined;
  do {
    const found = await db
      .select({ ...itemColumns, category })
      .from(items)
      .where(and(part === 'dated' ? isNotNull(items.publishedOn) : isNull(items.publishedOn), chosen(db, query), after(last)))
      .orderBy(desc(items.publishedOn), asc(items.key))
      .limit(BATCH);
    yield* await withColumns(db, found);
    last = found.length === BATCH ? found.at(-1) : undefined;
  } while (last);
}

const { correctedCategory: _, search: __, ...itemColumns } = getTableColumns(items);

function chosen(db: Database, { sites, units, columns: ids, from, to, category: wanted, search }: ItemQuery): SQL | undefined {
  return and(
    among(items.site, sites),
    among(items.unit, units),
    ids && ids.length > 0
      ? inArray(
          items.key,
          db
            .select({ item: sightings.item })
            .from(sightings)
            .where(and(among(sightings.site, sites), among(sightings.column, ids))),
        )
      : undefined,
    from === undefined ? undefined : gte(items.publishedOn, from),
    to === undefined ? undefined : lte(items.publishedOn, to),
    wanted === undefined ? undefined : eq(category, wanted),
    search === undefined ? undefined : matching(search),
  );
}

/** Words of which none can be looked for are found nowhere. */
function matching(search: string): SQL {
  const query = searchQuery(search);
  return query === null ? sql`false` : sql`${items.search} @@ ${query}::tsquery`;
}

function after(last: ItemRecord | undefined): SQL | undefined {
  if (!last) return undefined;
  const { publishedOn, key } = last;
  const later = sql`${items.key} > ${key}`;
  return publishedOn === null ? later : and(lte(items.publishedOn, publishedOn), or(sql`${items.publishedOn} < ${publishedOn}`, later));
}

/** Each item with the columns that list it or did, and the last time that one of them showed it. */
async function withColumns(db: Database, found: readonly ItemRecord[]): Promise<ListedItem[]> {
  const seen = await db
    .select({
      item: sightings.item,
      site: sightings.site,
      column: sightings.column,
      lastSeen: sql<Date>`max(${lastSeen})`.mapWith(sightings.lastSeen),
    })
    .from(sightings)
    .leftJoin(columnStates, and(eq(columnStates.site, sightings.site), eq(columnStates.column, sightings.column)))
    .where(inArray(sightings.item, listed(found.map(({ key }) => key))))
    .groupBy(sightings.item, sightings.site, sightings.column)
    .orderBy(asc(sightings.site), asc(sightings.column));
  const places = new Map(found.map(({ key }) => [key, [] as typeof seen]));
  for (const place of seen) places.get(place.item)?.push(place);
  return found.map((item) => {
    const own = places.get(item.key) ?? [];
    const last = Math.max(item.lastSeen.getTime(), ...own.map((place) => place.lastSeen.getTime()));
    return { ...item, lastSeen: new Date(last), columns: own.map(({ site, column }) => ({ site, column })) };
  });
}

/** An empty list narrows nothing. */
function among(column: Parameters<typeof inArray>[0], values: readonly string[] | undefined): SQL | undefined {
  return values && values.length > 0 ? inArray(column, [...values]) : undefined;
}
