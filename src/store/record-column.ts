import { and, eq, inArray, isNull, lte, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { applyCorrections } from './corrections.ts';
import type { Database } from './database.ts';
import { keepPages } from './evidence.ts';
import { excluded, listed, replacing, selectAll, storableText } from './rows.ts';
import { columnStates, readings } from './schema/columns.ts';
import { items, itemTexts, sightings } from './schema/items.ts';
import { targets } from './schema/runs.ts';
import { searchVector } from './search.ts';
import type { ColumnResult } from './store.ts';

/**
 * Stores one reading of a column. The same reading may come twice (a job that starts again) and an older one late (a worker that
 * hung): each fact is taken over only where it is not older than what is stored, so that the outcome is the same in any order.
 */
export async function recordColumn(tx: Database, result: ColumnResult): Promise<void> {
  await lockState(tx, result);
  await keepPages(tx, result);
  await recordReading(tx, result);
  await recordItems(tx, result);
  await endVanished(tx, result);
  await recordRows(tx, result);
  await applyCorrections(tx, result);
}

/** The column's row is written first: its lock makes readings of one column wait for each other. */
async function lockState(tx: Database, { reading, unchanged, firstPage }: ColumnResult): Promise<void> {
  const { site, column, at, reason } = reading;
  const saw = reason === null || reason === 'undated';
  await tx
    .insert(columnStates)
    .values({
      site,
      column,
      watchedSince: saw ? at : null,
      openSeen: unchanged ? at : null,
      firstPageAt: firstPage ? at : null,
      etag: firstPage?.etag ?? null,
      lastModified: firstPage?.lastModified ?? null,
      hash: firstPage?.hash ?? null,
      lookedAsOf: firstPage?.lookedAsOf ?? null,
      liar: firstPage?.liar ?? false,
    })
    .onConflictDoUpdate({
      target: [columnStates.site, columnStates.column],
      set: {
        watchedSince: sql`least(${columnStates.watchedSince}, excluded.watched_since)`,
        openSeen: sql`greatest(${columnStates.openSeen}, excluded.open_seen)`,
        ...(firstPage && {
          firstPageAt: ifNewer('first_page_at'),
          etag: ifNewer('etag'),
          lastModified: ifNewer('last_modified'),
          hash: ifNewer('hash'),
          lookedAsOf: ifNewer('looked_as_of'),
          // Who was caught once is never believed again.
          liar: sql`${columnStates.liar} or excluded.liar`,
        }),
      },
    });
}

function ifNewer(column: string) {
  const stored = sql`${columnStates}.${sql.identifier(column)}`;
  return sql`case when ${columnStates.firstPageAt} > excluded.first_page_at then ${stored} else ${excluded(column)} end`;
}

async function recordReading(tx: Database, { reading }: ColumnResult): Promise<void> {
  const { run, site, column, at, outcome } = reading;
  await tx
    .insert(readings)
    .select(selectAll(readings, [reading]))
    .onConflictDoUpdate({
      target: [readings.run, readings.site, readings.column],
      set: replacing(readings, ['run', 'site', 'column']),
      setWhere: sql`(${sawIt(readings.outcome)}, ${readings.at}) <= (${sawIt(sql`excluded.outcome`)}, excluded.at)`,
    });
  await tx
    .update(targets)
    .set({ outcome, recordedAt: at })
    .where(
      and(
        eq(targets.run, run),
        eq(targets.site, site),
        eq(targets.column, column),
        or(
          isNull(targets.recordedAt),
          sql`(${sawIt(targets.outcome)}, ${targets.recordedAt}) <= (${outcome !== 'interrupted'}::boolean, ${at.toISOString()}::timestamptz)`,
        ),
      ),
    );
}

/** Whoever was cut off saw nothing: what another saw of the column in the same run stands, whichever of them comes later. */
function sawIt(outcome: SQLWrapper): SQL {
  return sql`(${outcome} is distinct from 'interrupted')`;
}

/** In order of their keys, so that two columns that share items wait for each other instead of in a circle. */
async function recordItems(tx: Database, { items: given }: ColumnResult): Promise<void> {
  if (given.length === 0) return;
  const latest = [...new Map(given.map((item) => [item.record.key, item])).values()];
  const rows = latest.map(({ record }) => ({
    ...record,
    correctedCategory: null,
    search: searchVector([record.title, record.documentNumber, record.indexNumber, record.issuer, record.source]),
  }));
  await tx
    .insert(items)
    .select(sql`${selectAll(items, rows)} order by key`)
    .onConflictDoUpdate({
      target: items.key,
      set: {
        ...replacing(items, ['key', 'firstSeen', 'correctedCategory']),
        firstSeen: sql`least(${items.firstSeen}, excluded.first_seen)`,
        // Of a page that could not be read this time nothing new is known.
        personalData: sql`coalesce(excluded.personal_data, ${items.personalData})`,
      },
      setWhere: sql`${items.lastSeen} <= excluded.last_seen`,
    });
  const texts = latest.flatMap(({ record, text, refers = [] }) =>
    text === null ? [] : [{ key: record.key, text: storableText(text), refers }],
  );
  await tx
    .insert(itemTexts)
    .select(sql`${selectAll(itemTexts, texts)} order by key`)
    .onConflictDoUpdate({ target: itemTexts.key, set: { text: sql`excluded.text`, refers: sql`excluded.refers` } });
}

/** Ends stays. An item that was seen after this reading was made stays open. */
async function endVanished(tx: Database, { reading, vanished }: ColumnResult): Promise<void> {
  if (vanished.length === 0) return;
  const { site, column, at } = reading;
  await tx
    .update(sightings)
    .set({ goneSince: at, lastSeen: lastSeen(site, column) })
    .where(
      and(
        eq(sightings.site, site),
        eq(sightings.column, column),
        isNull(sightings.goneSince),
        lte(sightings.lastSeen, at),
        inArray(sightings.item, listed(vanished)),
      ),
    );
}

/** A stay that ends takes over what the column's state says of all that were open. */
function lastSeen(site: string, column: string) {
  return sql`greatest(${sightings.lastSeen}, (select open_seen from ${columnStates} where site = ${site} and column_id = ${column}))`;
}

/** Rows seen: a new stay where none is open, else the open one goes on. A row inside a stay that has ended since is old news. */
async function recordRows(tx: Database, { reading, rows }: ColumnResult): Promise<void> {
  if (rows.length === 0) return;
  const { site, column, run, at, asOf } = reading;
  const first = new Map([...rows].reverse().map((row) => [row.item, row]));
  const seen = [...first.values()].map((row) => ({
    ...row,
    site,
    column,
    firstRun: run,
    firstSeen: at,
    firstAsOf: asOf,
    lastSeen: at,
    goneSince: null,
    listedBefore: null,
    shownUntil: null,
    redatedAsOf: null,
  }));
  const redated = (then: SQLWrapper, otherwise: SQLWrapper) =>
    sql`case when ${sightings.listedOn} <> excluded.listed_on then ${then} else ${otherwise} end`;
  await tx
    .insert(sightings)
    .select(
      sql`${selectAll(sightings, seen)} where not exists (select 1 from ${sightings} ended where ended.site = given.site
        and ended.column_id = given.column_id and ended.item = given.item and ended.first_seen <= given.first_seen and ended.gone_since >= given.first_seen)`,
    )
    .onConflictDoUpdate({
      target: [sightings.site, sightings.column, sightings.item],
      targetWhere: sql`${sightings.goneSince} is null`,
      set: {
        ...replacing(sightings, ['site', 'column', 'item', 'firstRun', 'firstSeen', 'firstAsOf', 'goneSince']),
        listedBefore: redated(sightings.listedOn, sightings.listedBefore),
        shownUntil: redated(lastSeen(site, column), sightings.shownUntil),
        redatedAsOf: redated(sql`excluded.first_as_of`, sightings.redatedAsOf),
      },
      setWhere: sql`${sightings.lastSeen} <= excluded.last_seen`,
    });
}
