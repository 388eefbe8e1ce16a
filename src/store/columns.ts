import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { formatPeriod, parsePeriod } from '../model/day.ts';
import type { Column } from '../model/estate.ts';
import { NOT_THERE } from '../model/outcome.ts';
import type { ReadingRecord } from '../model/records.ts';
import type { Database } from './database.ts';
import { recordColumn } from './record-column.ts';
import { replacing, selectAll } from './rows.ts';
import { columnStates, columns, readings } from './schema/columns.ts';
import { sightings } from './schema/items.ts';
import type { ColumnStore, StoredColumn } from './store.ts';

/** Columns, where the crawl of each stands, and the readings of their lists. */
export function columnStore(db: Database): ColumnStore {
  return {
    save: (site, given) =>
      db.transaction(async (tx) => {
        await tx.update(columns).set({ current: false }).where(eq(columns.site, site));
        await tx
          .insert(columns)
          .select(selectAll(columns, given.map(stored)))
          .onConflictDoUpdate({ target: [columns.site, columns.id], set: replacing(columns, ['site', 'id']) });
      }),

    async list(site) {
      const found = await db
        .select({ column: columns, watchedSince: columnStates.watchedSince })
        .from(columns)
        .leftJoin(columnStates, and(eq(columnStates.site, columns.site), eq(columnStates.column, columns.id)))
        .where(and(columns.current, site === undefined ? undefined : eq(columns.site, site)))
        .orderBy(asc(columns.site), asc(columns.place));
      return found.map(({ column, watchedSince }) => read(column, watchedSince));
    },

    titles({ set, limit }) {
      const listing = db
        .select({ title: sightings.title })
        .from(sightings)
        .where(and(eq(sightings.site, columns.site), eq(sightings.column, columns.id), isNull(sightings.goneSince)))
        .orderBy(asc(sightings.position))
        .limit(limit)
        .as('listing');
      return db
        .select({ site: columns.site, column: columns.id, titles: sql<string[]>`json_agg(${listing.title})` })
        .from(columns)
        .innerJoinLateral(listing, sql`true`)
        .where(and(columns.current, set ? isNotNull(columns.category) : isNull(columns.category)))
        .groupBy(columns.site, columns.id)
        .orderBy(asc(columns.site), asc(columns.id));
    },

    async known(site, column) {
      const entries = await db
        .select({ item: sightings.item, title: sightings.title, listedOn: sightings.listedOn, position: sightings.position })
        .from(sightings)
        .where(and(eq(sightings.site, site), eq(sightings.column, column), isNull(sightings.goneSince)));
      const [state] = await db
        .select()
        .from(columnStates)
        .where(and(eq(columnStates.site, site), eq(columnStates.column, column)));
      const [lastGood] = await readingsOf(db, site, column, sawTheList, 1);
      const firstPage =
        state?.hash && state.lookedAsOf
          ? { etag: state.etag, lastModified: state.lastModified, hash: state.hash, lookedAsOf: state.lookedAsOf, liar: state.liar }
          : null;
      return { entries: new Map(entries.map(({ item, ...entry }) => [item, entry])), firstPage, lastGood: lastGood ?? null };
    },

    record: (result) => db.transaction((tx) => recordColumn(tx, result)),

    async readings(asOf) {
      const before = await readingPerColumn(db, lte(readings.asOf, asOf), [desc(readings.asOf), desc(readings.at)]);
      const found = new Set(before.map(({ site, column }) => `${site} ${column}`));
      const after = await readingPerColumn(db, gt(readings.asOf, asOf), [asc(readings.asOf), desc(readings.at)]);
      const decided = new Set(before.map(({ run, site, column }) => `${run} ${site} ${column}`));
      const isSure = and(lte(readings.asOf, asOf), eq(readings.certainty, 'sure'), sawTheList);
      const sure = await readingPerColumn(db, isSure, [desc(readings.asOf), desc(readings.at)]);
      const lately = await readingsBeforeDead(db, before);
      const kept = new Set(lately.map(({ run, site, column }) => `${run} ${site} ${column}`));
      return [
        ...before.filter(({ run, site, column }) => !kept.has(`${run} ${site} ${column}`)),
        ...lately,
        ...sure.filter(({ run, site, column }) => !decided.has(`${run} ${site} ${column}`) && !kept.has(`${run} ${site} ${column}`)),
        ...after.filter(({ site, column }) => !found.has(`${site} ${column}`)),
      ];
    },

    weekly(from, zone) {
      const week = sql<string>`date_trunc('week', ${readings.asOf} at time zone ${zone})::date::text`;
      return db
        .selectDistinctOn([readings.site, readings.column, sql`1`], {
          week,
          site: readings.site,
          column: readings.column,
          read: sql<boolean>`${sawTheList}`,
          rows: readings.rows,
        })
        .from(readings)
        .where(gte(readings.asOf, sql`${from}::timestamp at time zone ${zone}`))
        .orderBy(readings.site, readings.column, sql`1`, desc(readings.asOf), desc(readings.at));
    },

    history: (site, column, limit) => readingsOf(db, site, column, undefined, limit),
  };
}

/** Readings that saw the list, whatever they made of its days. */
export const sawTheList = inArray(sql`coalesce(${readings.reason}, 'undated')`, ['undated']);

function readingsOf(db: Database, site: string, column: string, narrower: SQL | undefined, limit: number): Promise<ReadingRecord[]> {
  return db
    .select()
    .from(readings)
    .where(and(eq(readings.site, site), eq(readings.column, column), narrower))
    .orderBy(desc(readings.at))
    .limit(limit);
}

/** That a page is not there is told of several days: how far back readings are looked for. */
const DEAD_DAYS_BACK = 31 * 24 * 60 * 60 * 1000;

/** Of columns whose last reading found no page, that reading and those of the month before it. */
async function readingsBeforeDead(db: Database, latest: readonly ReadingRecord[]): Promise<ReadingRecord[]> {
  const dead = latest.filter(({ outcome }) => NOT_THERE.includes(outcome));
  const found: ReadingRecord[] = [];
  for (const { site, column, asOf } of dead) {
    const within = and(lte(readings.asOf, asOf), gt(readings.asOf, new Date(asOf.getTime() - DEAD_DAYS_BACK)));
    found.push(...(await readingsOf(db, site, column, within, DEAD_READINGS)));
  }
  return found;
}

/** A night's and a day's readings of that time, and some asked for by hand. */
const DEAD_READINGS = 100;

/** One index lookup a column, however many years of readings there are. */
async function readingPerColumn(db: Database, narrower: SQL | undefined, order: SQL[]): Promise<ReadingRecord[]> {
  const one = db
    .select()
    .from(readings)
    .where(and(eq(readings.site, columnStates.site), eq(readings.column, columnStates.column), narrower))
    .orderBy(...order)
    .limit(1)
    .as('one');
  const found = await db.select().from(columnStates).crossJoinLateral(one);
  return found.map((row) => row.one);
}

function stored(column: Column, place: number): typeof columns.$inferInsert {
  const { period, ...rest } = column;
  return { ...rest, period: period === null || period === 'none' ? period : formatPeriod(period), current: true, place };
}

function read({ current: _, place: __, period, ...row }: typeof columns.$inferSelect, watchedSince: Date | null): StoredColumn {
  return { ...row, period: period === null || period === 'none' ? period : parsePeriod(period), watchedSince };
}
