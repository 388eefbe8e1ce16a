import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Alert, AlertEntry, AlertState, Answer, Because, Dismissal, Measured, Objection } from '../../model/alerts.ts';
import type { Basis } from '../../model/findings.ts';
import type { Severity } from '../../model/records.ts';
import { bytea, day, gongkai, instant, saying } from './types.ts';

/** One row an alert: what it is about and where it stands. */
export const alerts = gongkai.table(
  'alerts',
  {
    id: text('id').primaryKey(),
    key: text('key').notNull(),
    kind: text('kind').$type<Alert['kind']>().notNull(),
    audience: text('audience').$type<Alert['audience']>().notNull(),
    rule: text('rule').notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    unit: text('unit'),
    site: text('site'),
    column: text('column_id'),
    url: text('url'),
    message: saying('message').notNull(),
    since: day('since'),
    evidence: jsonb('evidence').$type<readonly string[]>().notNull(),
    basis: jsonb('basis').$type<Basis>(),
    measured: jsonb('measured').$type<Measured>(),
    unmeasured: jsonb('unmeasured').$type<readonly string[]>().notNull(),
    state: text('state').$type<AlertState>().notNull(),
    level: integer('level').notNull(),
    observations: integer('observations').notNull(),
    openedAt: instant('opened_at').notNull(),
    firstRun: text('first_run'),
    lastSeen: instant('last_seen').notNull(),
    lastRun: text('last_run'),
    held: boolean('held').notNull(),
    sentAt: instant('sent_at'),
    reachedAt: instant('reached_at'),
    dueOn: day('due_on'),
    answer: jsonb('answer').$type<StoredAnswer>(),
    objection: jsonb('objection').$type<StoredObjection>(),
    dismissal: jsonb('dismissal').$type<StoredDismissal>(),
    assignee: text('assignee'),
    rectifiedAt: instant('rectified_at'),
    closedAt: instant('closed_at'),
    reopened: integer('reopened').notNull(),
    stamp: text('stamp').notNull(),
  },
  (table) => [
    uniqueIndex('alerts_key').on(table.key),
    index('alerts_state').on(table.state, table.openedAt.desc()),
    index('alerts_unit').on(table.unit, table.state),
    index('alerts_column').on(table.site, table.column),
    index('alerts_alive').on(table.dueOn).where(sql`${table.state} not in ('closed', 'dismissed')`),
  ],
);

/** JSON holds no instants: they are kept as ISO 8601. */
type StoredAnswer = Omit<Answer, 'at'> & { readonly at: string };
type StoredObjection = Omit<Objection, 'at'> & { readonly at: string };
type StoredDismissal = Omit<Dismissal, 'at'> & { readonly at: string };

/** What happened to alerts; a trigger refuses to change or drop a row. */
export const alertEntries = gongkai.table(
  'alert_entries',
  {
    id: text('id').primaryKey(),
    /** Place in the alert's history, from 1. */
    place: integer('place').notNull(),
    alert: text('alert')
      .notNull()
      .references(() => alerts.id),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    event: text('event').$type<AlertEntry['event']>().notNull(),
    from: text('from_state').$type<AlertState>(),
    to: text('to_state').$type<AlertState>().notNull(),
    level: integer('level').notNull(),
    run: text('run'),
    why: saying('why').notNull(),
    because: jsonb('because').$type<Because>(),
  },
  (table) => [uniqueIndex('alert_entries_alert').on(table.alert, table.place), index('alert_entries_at').on(table.at.desc())],
);

/** Files that people put to what they said; they stay as long as its line does. */
export const alertFiles = gongkai.table(
  'alert_files',
  {
    id: text('id').primaryKey(),
    alert: text('alert')
      .notNull()
      .references(() => alerts.id),
    entry: text('entry')
      .notNull()
      .references(() => alertEntries.id),
    name: text('name').notNull(),
    size: integer('size').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (table) => [index('alert_files_alert').on(table.alert)],
);

/** An alert as it was before what a person did last, for as long as that can be undone. */
export const alertUndos = gongkai.table(
  'alert_undos',
  {
    alert: text('alert')
      .primaryKey()
      .references(() => alerts.id),
    /** What would be undone. */
    entry: text('entry').notNull(),
    by: text('by').notNull(),
    until: instant('until').notNull(),
    before: jsonb('before').$type<Alert>().notNull(),
  },
  (table) => [index('alert_undos_by').on(table.by, table.until)],
);
