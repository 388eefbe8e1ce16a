import { boolean, foreignKey, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Certainty, Doubt } from '../../model/certainty.ts';
import type { Column } from '../../model/estate.ts';
import type { Outcome, UnknownReason } from '../../model/outcome.ts';
import type { ListFingerprint } from '../../model/reading.ts';
import type { ReadingRecord } from '../../model/records.ts';
import { runs } from './runs.ts';
import { gongkai, instant, sentence } from './types.ts';

/** What is watched. A column that is no longer configured or found stays, not current, so that its past can be told. */
export const columns = gongkai.table(
  'columns',
  {
    site: text('site').notNull(),
    id: text('id').notNull(),
    unit: text('unit').notNull(),
    name: text('name').notNull(),
    path: jsonb('path').$type<readonly string[]>().notNull(),
    url: text('url').notNull(),
    category: text('category'),
    /** ISO 8601, `none`, or null. */
    period: text('period'),
    exempt: text('exempt'),
    origin: text('origin').$type<Column['origin']>().notNull(),
    current: boolean('current').notNull(),
    /** Place in the configuration, from 0. */
    place: integer('place').notNull(),
  },
  (table) => [primaryKey({ columns: [table.site, table.id] }), index('columns_unit').on(table.unit)],
);

/** Where the crawl of a column stands: one row a column, locked while a reading of it is stored. */
export const columnStates = gongkai.table(
  'column_states',
  {
    site: text('site').notNull(),
    column: text('column_id').notNull(),
    watchedSince: instant('watched_since'),
    /** At this reading nothing had changed: every sighting that was open is seen then, without its row being written again. */
    openSeen: instant('open_seen'),
    firstPageAt: instant('first_page_at'),
    etag: text('etag'),
    lastModified: text('last_modified'),
    /** Hash of the first list page; null: never read. */
    hash: text('hash'),
    /** Moment of the run that last asked for it without condition. */
    lookedAsOf: instant('looked_as_of'),
    /** The site once answered that nothing had changed although it had. */
    liar: boolean('liar').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.site, table.column] })],
);

/** What came of reading a column's list in a run. */
export const readings = gongkai.table(
  'readings',
  {
    run: text('run').notNull(),
    site: text('site').notNull(),
    column: text('column_id').notNull(),
    address: text('address'),
    at: instant('at').notNull(),
    asOf: instant('as_of').notNull(),
    outcome: text('outcome').$type<Outcome>().notNull(),
    reason: text('reason').$type<UnknownReason>(),
    detail: sentence('detail'),
    rows: integer('rows').notNull(),
    complete: boolean('complete').notNull(),
    newestFirst: boolean('newest_first').notNull(),
    unreadPages: jsonb('unread_pages').$type<readonly string[]>().notNull(),
    fingerprint: jsonb('fingerprint').$type<ListFingerprint>(),
    evidence: text('evidence'),
    via: text('via').$type<ReadingRecord['via']>().notNull(),
    certainty: text('certainty').$type<Certainty>().notNull().default('sure'),
    doubts: jsonb('doubts').$type<readonly Doubt[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.run, table.site, table.column] }),
    foreignKey({ columns: [table.run], foreignColumns: [runs.id] }),
    index('readings_as_of').on(table.site, table.column, table.asOf.desc(), table.at.desc()),
    index('readings_at').on(table.site, table.column, table.at.desc()),
  ],
);
