import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import type { ItemKey, ItemRecord } from '../model/records.ts';
import type { Database } from './database.ts';
import { among, jsonRows, listed } from './rows.ts';
import { columnStates } from './schema/columns.ts';
import { items, sightings } from './schema/items.ts';
import { matching } from './search.ts';
import { lastSeen } from './sightings.ts';
import type { ItemQuery, ListedItem } from './store.ts';

const BATCH = 500;

const category = sql<string>`coalesce(${items.correctedCategory}, ${items.category})`;
const { correctedCategory: _, search: __, ...itemColumns } = getTableColumns(items);
const batchFields = { ...itemColumns, category: category.as('effective_category') };

/** Items newest first, the undated ones last; those of one day by key. */
export async function* streamItems(db: Database, query: ItemQuery): AsyncGenerator<ListedItem> {
  let last: ItemRecord | undefined;
  do {
    const found: ItemRecord[] = [];
    for (const stretch of stretchesAfter(last)) {
      if (found.length < BATCH) found.push(...(await read(db, and(stretch, chosen(db, query)), BATCH - found.length)));
    }
    yield* await withColumns(db, found);
    last = found.length === BATCH ? found.at(-1) : undefined;
  } while (last);
}

/** What comes after an item, cut so that each stretch is one piece of an index. */
function stretchesAfter(last: ItemRecord | undefined): SQL[] {
  if (!last) return [isNotNull(items.publishedOn), isNull(items.publishedOn)];
  const { publishedOn, key } = last;
  const after = gt(items.key, key);
  if (publishedOn === null) return [sql`${items.publishedOn} is null and ${after}`];
  return [sql`${items.publishedOn} = ${publishedOn} and ${after}`, lt(items.publishedOn, publishedOn), isNull(items.publishedOn)];
}

async function read(db: Database, where: SQL | undefined, limit: number): Promise<ItemRecord[]> {
  const batch = db.select(batchFields).from(items).where(where).orderBy(desc(items.publishedOn), asc(items.key)).limit(limit).as('batch');
  const fields = Object.fromEntries<SQLWrapper>(Object.keys(batchFields).map((name) => [name, batch[name as keyof ItemRecord]]));
  const rows = jsonRows<ItemRecord>(fields as Record<keyof ItemRecord, SQLWrapper>, ['firstSeen', 'lastSeen', 'removedAt']);
  const [found] = await db.select({ rows }).from(batch);
  return found?.rows ?? [];
}

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

/** Where an item was seen. */
interface Place {
  readonly item: ItemKey;
  readonly site: string;
  readonly column: string;
  readonly lastSeen: Date;
}
const { item, site, column } = sightings;
const places = jsonRows<Place>({ item, site, column, lastSeen }, ['lastSeen'], sql`${site}, ${column}, ${sightings.firstSeen}`);

/** Each item with the columns that list it or did, and the last time that one of them showed it. */
async function withColumns(db: Database, found: readonly ItemRecord[]): Promise<ListedItem[]> {
  const [seen] = await db
    .select({ places })
    .from(sightings)
    .leftJoin(columnStates, and(eq(columnStates.site, site), eq(columnStates.column, column)))
    .where(inArray(item, listed(found.map(({ key }) => key))));
  const byItem = new Map(found.map(({ key }) => [key, [] as Place[]]));
  for (const place of seen?.places ?? []) byItem.get(place.item)?.push(place);
  return found.map((item) => {
    const own = byItem.get(item.key) ?? [];
    const last = Math.max(item.lastSeen.getTime(), ...own.map((place) => place.lastSeen.getTime()));
    const columns = own.filter((place, index) => place.site !== own[index - 1]?.site || place.column !== own[index - 1]?.column);
    return { ...item, lastSeen: new Date(last), columns: columns.map(({ site, column }) => ({ site, column })) };
  });
}
