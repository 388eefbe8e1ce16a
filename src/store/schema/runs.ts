import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Outcome } from '../../model/outcome.ts';
import type { PageElements } from '../../model/page-elements.ts';
import type { RunDriver, RunRecord, SiteRecord, Traffic } from '../../model/records.ts';
import { day, gongkai, instant, sentence } from './types.ts';

export const runs = gongkai.table(
  'runs',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<RunRecord['kind']>().notNull(),
    driver: text('driver').$type<RunDriver>().notNull(),
    narrowed: boolean('narrowed').notNull().default(false),
    revision: integer('revision'),
    schedule: text('schedule'),
    dueAt: instant('due_at'),
    asOf: instant('as_of').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    deadline: instant('deadline'),
    state: text('state').$type<RunRecord['state']>().notNull(),
    traffic: jsonb('traffic').$type<Traffic>().notNull(),
    failed: integer('failed').notNull(),
    error: sentence('error'),
    /** The process that drives it, by a name of its own, and when it last said so by the database's clock. */
    holder: text('holder'),
    heldAt: instant('held_at'),
  },
  (table) => [
    uniqueIndex('runs_due_once').on(table.schedule, table.dueAt).where(sql`${table.schedule} is not null`),
    index('runs_newest').on(table.startedAt.desc()),
  ],
);

/** What a run must come to a result for: a row is planned first and gets its outcome once. */
export const targets = gongkai.table(
  'targets',
  {
    run: text('run')
      .notNull()
      .references(() => runs.id),
    site: text('site').notNull(),
    column: text('column_id').notNull(),
    outcome: text('outcome').$type<Outcome>(),
    recordedAt: instant('recorded_at'),
  },
  (table) => [primaryKey({ columns: [table.run, table.site, table.column] })],
);

/** What each try at a site has cost so far, so that what a lost worker asked for is counted, too. */
export const siteTraffic = gongkai.table(
  'site_traffic',
  {
    run: text('run')
      .notNull()
      .references(() => runs.id),
    site: text('site').notNull(),
    attempt: text('attempt').notNull(),
    traffic: jsonb('traffic').$type<Traffic>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.run, table.site, table.attempt] })],
);

/** What came of a site in a run. */
export const siteRecords = gongkai.table(
  'site_records',
  {
    run: text('run')
      .notNull()
      .references(() => runs.id),
    site: text('site').notNull(),
    at: instant('at').notNull(),
    status: text('status').$type<SiteRecord['status']>().notNull(),
    reason: sentence('reason'),
    tlsFallback: boolean('tls_fallback').notNull(),
    finalUrl: text('final_url'),
    homeUpdatedOn: day('home_updated_on'),
    homeReadAt: instant('home_read_at'),
    elements: jsonb('elements').$type<PageElements>(),
    traffic: jsonb('traffic').$type<Traffic>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.run, table.site] }), index('site_records_newest').on(table.site, table.at.desc())],
);
