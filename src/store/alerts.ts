import { and, asc, count, desc, eq, getTableColumns, gt, gte, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { ALERT_STATES, type Alert, type AlertState } from '../model/alerts.ts';
import type { Day } from '../model/day.ts';
import { SEVERITIES } from '../model/records.ts';
import { applyChanges } from './apply-alerts.ts';
import type { Database } from './database.ts';
import { storableText } from './rows.ts';
import { alertEntries, alertFiles, alerts, alertUndos } from './schema/alerts.ts';
import type { AlertChange, AlertPage, AlertQuery, AlertStore } from './store.ts';

const PAGE = 1000;
/** Changes stored in one transaction: a night's changes are a few round trips, and none holds its locks for long. */
const AT_ONCE = 500;

/** Alerts, what happened to them, and what is to be told of it. */
export function alertStore(db: Database): AlertStore {
  return {
    async apply(changes) {
      const stale: AlertChange[] = [];
      for (let from = 0; from < changes.length; from += AT_ONCE) {
        stale.push(...(await db.transaction((tx) => applyChanges(tx, changes.slice(from, from + AT_ONCE)))));
      }
      return stale;
    },

    async get(id) {
      const [row] = await db.select().from(alerts).where(eq(alerts.id, id));
      return row ? readAlert(row) : null;
    },

    async list(query = {}, { order = 'gravest', limit = PAGE, offset = 0 }: AlertPage = {}) {
      const rows = await db
        .select()
        .from(alerts)
        .where(matching(query))
        .orderBy(...ORDERS[order])
        .limit(limit)
        .offset(offset);
      return rows.map(readAlert);
    },

    async times(query, zone) {
      const dayOf = (instant: SQL | typeof alerts.reachedAt) => sql<Day>`to_char(${instant} at time zone ${zone}, 'YYYY-MM-DD')`;
      const reachedOn = dayOf(alerts.reachedAt);
      const answeredOn = dayOf(sql`(${alerts.answer} ->> 'at')::timestamptz`) as SQL<Day | null>;
      const rectifiedOn = dayOf(sql`${alerts.rectifiedAt}`) as SQL<Day | null>;
      return db
        .select({ unit: sql<string>`${alerts.unit}`, reachedOn, answeredOn, rectifiedOn, alerts: count() })
        .from(alerts)
        .where(and(matching(query), isNotNull(alerts.unit), isNotNull(alerts.reachedAt)))
        .groupBy(sql`1, 2, 3, 4`);
    },

    async counts(query = {}) {
      const rows = await db.select({ state: alerts.state, count: count() }).from(alerts).where(matching(query)).groupBy(alerts.state);
      const none = Object.fromEntries(ALERT_STATES.map((state) => [state, 0])) as Record<AlertState, number>;
      return { ...none, ...Object.fromEntries(rows.map((row) => [row.state, row.count])) };
    },

    async history(alert) {
      const rows = await db.select().from(alertEntries).where(eq(alertEntries.alert, alert)).orderBy(asc(alertEntries.place));
      return rows.map(({ place: _, ...entry }) => entry);
    },

    files: (alert) =>
      db
        .select(named)
        .from(alertFiles)
        .innerJoin(alertEntries, eq(alertEntries.id, alertFiles.entry))
        .where(eq(alertFiles.alert, alert))
        .orderBy(asc(alertEntries.place), asc(alertFiles.id)),

    async file(alert, id) {
      const [file] = await db
        .select()
        .from(alertFiles)
        .where(and(eq(alertFiles.alert, alert), eq(alertFiles.id, id)));
      return file ?? null;
    },

    async undoable(by, now, alert) {
      const rows = await db
        .select()
        .from(alertUndos)
        .where(and(eq(alertUndos.by, by), gte(alertUndos.until, now), alert === undefined ? undefined : eq(alertUndos.alert, alert)));
      return rows.map(({ alert: _, before, ...undo }) => ({ ...undo, before: revived(before) }));
    },

    async entries({ since, before, units, audience, limit }) {
      const rows = await db
        .select({ entry: alertEntries })
        .from(alertEntries)
        .innerJoin(alerts, eq(alerts.id, alertEntries.alert))
        .where(
          and(
            since && gte(alertEntries.at, since),
            before && lt(alertEntries.at, before),
            units && inArray(alerts.unit, [...units]),
            audience && eq(alerts.audience, audience),
          ),
        )
        .orderBy(desc(alertEntries.at), desc(alertEntries.place))
        .limit(limit);
      return rows.map(({ entry: { place: _, ...entry } }) => entry);
    },
  };
}

function matching(query: AlertQuery): SQL | undefined {
  const among = <T extends string>(column: Parameters<typeof inArray>[0], values: readonly T[] | undefined) =>
    values && values.length > 0 ? inArray(column, [...values]) : undefined;
  const words = query.search?.split(/\s+/).filter((word) => word !== '') ?? [];
  return and(
    among(alerts.id, query.ids),
    among(alerts.state, query.states),
    // Unlike the others, an empty list of units is nobody's: a unit editor without a unit sees nothing.
    query.units && (query.units.length > 0 ? inArray(alerts.unit, [...query.units]) : sql`false`),
    among(alerts.site, query.sites),
    among(alerts.column, query.columns),
    among(alerts.rule, query.rules),
    among(alerts.kind, query.kinds),
    among(alerts.severity, query.severities),
    query.audience && eq(alerts.audience, query.audience),
    query.assignee === undefined ? undefined : eq(alerts.assignee, query.assignee),
    query.level === undefined ? undefined : gte(alerts.level, query.level),
    query.late === undefined ? undefined : isLate(query.late),
    query.sentSince && gte(alerts.sentAt, query.sentSince),
    query.openedSince && gte(alerts.openedAt, query.openedSince),
    query.openedBefore && lt(alerts.openedAt, query.openedBefore),
    query.reached && isNotNull(query.reached === 'answered' ? alerts.answer : alerts.rectifiedAt),
    ...words.map((word) => sql`strpos(lower(${said}), ${storableText(word.toLowerCase())}) > 0`),
  );
}

/** What an alert says, in each language on a line of its own. */
const said = sql`case when ${alerts.message} like '{"zh":%' then concat_ws(E'\\n', ${alerts.message}::json ->> 'zh', ${alerts.message}::json ->> 'en')
  else ${alerts.message} end`;

function isLate(today: Day): SQL | undefined {
  const isWaiting = and(inArray(alerts.state, ['sent', 'acknowledged']), eq(alerts.held, false));
  return and(isWaiting, or(gt(alerts.level, 0), lt(alerts.dueOn, today)));
}

const gravity = sql`array_position(array[${sql.join(
  SEVERITIES.map((severity) => sql`${severity}::text`),
  sql`, `,
)}], ${alerts.severity})`;

const ORDERS: Record<NonNullable<AlertPage['order']>, SQL[]> = {
  gravest: [gravity, asc(alerts.openedAt), asc(alerts.id)],
  newest: [desc(alerts.openedAt), asc(alerts.id)],
  due: [sql`${alerts.dueOn} asc nulls last`, gravity, asc(alerts.id)],
  unit: [sql`${alerts.unit} asc nulls last`, gravity, asc(alerts.id)],
};

const { bytes: _bytes, ...named } = getTableColumns(alertFiles);

/** JSON gave its instants back as text. */
function revived(kept: Alert): Alert {
  const instant = (at: Date | null) => at && new Date(at);
  const said = <Said extends { readonly at: Date }>(one: Said | null) => one && { ...one, at: new Date(one.at) };
  const { openedAt, lastSeen, sentAt, reachedAt, rectifiedAt, closedAt, answer, objection, dismissal } = kept;
  return {
    ...kept,
    openedAt: new Date(openedAt),
    lastSeen: new Date(lastSeen),
    sentAt: instant(sentAt),
    reachedAt: instant(reachedAt),
    rectifiedAt: instant(rectifiedAt),
    closedAt: instant(closedAt),
    answer: said(answer),
    objection: said(objection),
    dismissal: said(dismissal),
  };
}

export function readAlert({ answer, objection, dismissal, ...row }: typeof alerts.$inferSelect): Alert {
  return {
    ...row,
    answer: answer && { ...answer, at: new Date(answer.at) },
    objection: objection && { ...objection, at: new Date(objection.at) },
    dismissal: dismissal && { ...dismissal, at: new Date(dismissal.at) },
  };
}
