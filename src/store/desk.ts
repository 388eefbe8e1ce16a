import {
  and,
  asc,
  desc,
  eq,
  exists,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import type { Database } from './database.ts';
import { listed } from './rows.ts';
import { corrections } from './schema/corrections.ts';
import { evidenceUses } from './schema/evidence.ts';
import { items, sightings } from './schema/items.ts';
import { runs } from './schema/runs.ts';
import { searchQuery } from './search.ts';
import type { DeskItem, DeskQuery, DeskStore, ListedThen } from './store.ts';

const category = sql<string>`coalesce(${items.correctedCategory}, ${items.category})`;
const { search: _, ...itemColumns } = getTableColumns(items);

/** What the console asks for: single pages and bounded counts, each by an index, so that they stay fast however much is stored. */
export function deskStore(db: Database): DeskStore {
  return {
    async version() {
      const [run] = await db.select().from(runs).where(isNotNull(runs.finishedAt)).orderBy(desc(runs.startedAt)).limit(1);
      const [correction] = await db
        .select({ id: corrections.id })
        .from(corrections)
        .orderBy(desc(corrections.at), desc(corrections.id))
        .limit(1);
      return [run?.id, run?.state, run?.finishedAt?.toISOString(), correction?.id].join(' ');
    },

    async items(query, after, limit) {
      const found = await db
        .select({ ...itemColumns, category })
        .from(items)
        .where(and(chosen(db, query), after === null ? undefined : beyond(after)))
        .orderBy(sql`${items.publishedOn} desc nulls last`, asc(items.key))
        .limit(limit);
      return withColumns(db, found);
    },

    async countItems(query, upTo) {
      const some = db.select({ one: sql`1` }).from(items).where(chosen(db, query)).limit(upTo).as('some');
      const [counted] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
      return counted?.count ?? 0;
    },

    async item(key) {
      const found = await db
        .select({ ...itemColumns, category })
        .from(items)
        .where(eq(items.key, key));
      const [item] = await withColumns(db, found);
      return item ?? null;
    },

    listed: (site, column, limit) =>
      db
        .select({
          ...getTableColumns(sightings),
          publishedOn: sql<string | null>`coalesce(${items.publishedOn}, ${sightings.listedOn})`,
          category: sql<string | null>`coalesce(${items.correctedCategory}, ${items.category})`,
          removedAt: items.removedAt,
        })
        .from(sightings)
        .leftJoin(items, eq(items.key, sightings.item))
        .where(and(eq(sightings.site, site), eq(sightings.column, column), isNull(sightings.goneSince)))
        .orderBy(asc(sightings.position))
        .limit(limit),

    async evidenceColumns(hash) {
      return db
        .selectDistinct({ site: evidenceUses.site, column: evidenceUses.column })
        .from(evidenceUses)
        .where(eq(evidenceUses.hash, hash));
    },
  };
}

function chosen(db: Database, query: DeskQuery): SQL | undefined {
  const { from, to, categories, search, undated } = query;
  return and(
    query.listed ? shown(db, query.listed, query.parts ?? []) : seen(db, query),
    undated ? isNull(items.publishedOn) : undefined,
    from === undefined ? undefined : gte(items.publishedOn, from),
    to === undefined ? undefined : lte(items.publishedOn, to),
    categories && categories.length > 0 ? inArray(category, [...categories]) : undefined,
    search === undefined ? undefined : matching(search),
  );
}

/** What lists showed at a judged moment; says in SQL what `isListed` says of sightings. */
function shown(db: Database, { columns, asOf, today, known, until }: ListedThen, parts: NonNullable<DeskQuery['parts']>): SQL | undefined {
  const keyOf = (column: ListedThen['columns'][number]) => `${column.site}/${column.id}`;
  const key = sql`${sightings.site} || '/' || ${sightings.column}`;
  const rows = (narrower?: SQL) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(sightings)
        .where(
          and(
            eq(sightings.item, items.key),
            isAny(sightings.site, [...new Set(columns.map(({ site }) => site))]),
            isAny(
              sightings.column,
              columns.map(({ id }) => id),
            ),
            isAny(key, columns.map(keyOf)),
            or(isNull(sightings.goneSince), gt(sightings.goneSince, known)),
            lte(sightings.firstSeen, until),
            or(isNull(items.publishedOn), lte(items.publishedOn, today), lte(sightings.firstAsOf, asOf)),
            narrower,
          ),
        ),
    );
  const holding = (words: readonly string[]) => {
    const named = new RegExp(words.join('|'), 'u');
    return or(sql`${sightings.title} ~ ${words.join('|')}`, isAny(key, columns.filter(({ name }) => named.test(name)).map(keyOf)));
  };
  return and(
    or(isNull(items.removedAt), gt(items.removedAt, known)),
    rows(),
    ...parts.map((part) => or(sql`${category} <> ${part.category}`, rows(holding(part.words)))),
  );
}

/** One parameter however many there are, which PostgreSQL looks up by hash. */
function isAny(column: SQLWrapper, values: readonly string[]): SQL {
  return sql`${column} = any(${sql.param(values)}::text[])`;
}

/** What was ever seen there, listed or not. */
function seen(db: Database, { sites, units, columns: ids }: DeskQuery): SQL | undefined {
  const places = db
    .select({ item: sightings.item })
    .from(sightings)
    .where(and(among(sightings.site, sites), among(sightings.column, ids)));
  return and(ids && ids.length > 0 ? inArray(items.key, places) : among(items.site, sites), among(items.unit, units));
}

function matching(search: string): SQL {
  const query = searchQuery(search);
  return query === null ? sql`false` : sql`${items.search} @@ ${query}::tsquery`;
}

/** Those after a place in the order of newest first, the undated last. */
function beyond({ day, key }: { readonly day: string | null; readonly key: string }): SQL | undefined {
  const later = sql`${items.key} > ${key}`;
  if (day === null) return and(isNull(items.publishedOn), later);
  return or(and(lte(items.publishedOn, day), or(sql`${items.publishedOn} < ${day}`, later)), isNull(items.publishedOn));
}

async function withColumns(db: Database, found: readonly Omit<DeskItem, 'columns'>[]): Promise<DeskItem[]> {
  const seen = await db
    .selectDistinct({ item: sightings.item, site: sightings.site, column: sightings.column })
    .from(sightings)
    .where(inArray(sightings.item, listed(found.map(({ key }) => key))));
  const places = new Map<string, { site: string; column: string }[]>();
  for (const { item, ...place } of seen) places.set(item, [...(places.get(item) ?? []), place]);
  return found.map((item) => ({ ...item, columns: places.get(item.key) ?? [] }));
}

/** An empty list narrows nothing. */
function among(column: Parameters<typeof inArray>[0], values: readonly string[] | undefined): SQL | undefined {
  return values && values.length > 0 ? inArray(column, [...values]) : undefined;
}
