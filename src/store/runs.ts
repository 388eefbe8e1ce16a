import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { RunState } from '../model/records.ts';
import type { Database } from './database.ts';
import { countedRows, replacing, selectAll } from './rows.ts';
import { runs, siteRecords, siteTraffic, targets } from './schema/runs.ts';
import type { RunStore } from './store.ts';

const { holder: _holder, heldAt: _heldAt, ...shown } = getTableColumns(runs);
/** States of a run that a process may still bring forward. */
const DRIVABLE: readonly RunState[] = ['planned', 'running', 'judging', 'interrupted'];

/**
 * Runs, what they planned, and what came of their sites. `aloneSince`: where nobody else can work on the database, when that began;
 * whoever drove a run before is gone.
 */
export function runStore(db: Database, aloneSince: Date | null): RunStore {
  const isGone = (goneAfterMs: number) => {
    const silent = lt(lastSeen, sql`now() - make_interval(secs => ${goneAfterMs / 1000})`);
    return aloneSince === null ? silent : or(silent, lt(lastSeen, aloneSince));
  };
  return {
    async open(run) {
      await db
        .insert(runs)
        .select(selectAll(runs, [run]))
        .onConflictDoNothing();
      const same =
        run.schedule === null || run.dueAt === null ? eq(runs.id, run.id) : and(eq(runs.schedule, run.schedule), eq(runs.dueAt, run.dueAt));
      const [stored] = await db.select(shown).from(runs).where(same);
      if (!stored) throw new Error(`run ${run.id} exists already with another schedule or due time`);
      return { run: stored, created: stored.id === run.id };
    },

    async get(id) {
      const [run] = await db.select(shown).from(runs).where(eq(runs.id, id));
      return run ?? null;
    },

    list: (limit, offset = 0) => db.select(shown).from(runs).orderBy(desc(runs.startedAt), desc(runs.id)).limit(limit).offset(offset),

    count: (upTo) => countedRows(db, db.select({ one: sql`1` }).from(runs).limit(upTo)),

    async lastAudit() {
      const isOver = and(isNotNull(runs.finishedAt), inArray(runs.state, ['done', 'interrupted']));
      const [run] = await db
        .select(shown)
        .from(runs)
        .where(and(eq(runs.kind, 'audit'), eq(runs.narrowed, false), isOver))
        .orderBy(desc(runs.startedAt), desc(runs.id))
        .limit(1);
      return run ?? null;
    },

    async update(id, change) {
      if (Object.keys(change).length > 0) await db.update(runs).set(change).where(eq(runs.id, id));
    },

    async move(id, from, change) {
      const moved = await db
        .update(runs)
        .set(change)
        .where(and(eq(runs.id, id), inArray(runs.state, [...from])))
        .returning({ id: runs.id });
      return moved.length > 0;
    },

    async hold(id, holder, goneAfterMs) {
      const free = or(isNull(runs.holder), eq(runs.holder, holder), isGone(goneAfterMs));
      const held = await db
        .update(runs)
        .set({ holder, heldAt: sql`now()` })
        .where(and(eq(runs.id, id), inArray(runs.state, [...DRIVABLE]), free))
        .returning({ id: runs.id });
      return held.length > 0;
    },

    async letGo(id, holder) {
      await db
        .update(runs)
        .set({ holder: null })
        .where(and(eq(runs.id, id), eq(runs.holder, holder)));
    },

    interruptGone: (goneAfterMs) =>
      db
        .update(runs)
        .set({ state: 'interrupted', finishedAt: lastSeen, holder: null })
        .where(and(eq(runs.driver, 'inline'), inArray(runs.state, ['planned', 'running', 'judging']), isGone(goneAfterMs)))
        .returning(shown),

    async plan(run, planned) {
      const rows = planned.map(({ site, column }) => ({ run, site, column, outcome: null, recordedAt: null }));
      await db.insert(targets).select(selectAll(targets, rows)).onConflictDoNothing();
    },

    targets: (run, site) =>
      db
        .select()
        .from(targets)
        .where(and(eq(targets.run, run), site === undefined ? undefined : eq(targets.site, site)))
        .orderBy(asc(targets.site), asc(targets.column)),

    async recordSite(record) {
      await db
        .insert(siteRecords)
        .select(selectAll(siteRecords, [record]))
        .onConflictDoUpdate({ target: [siteRecords.run, siteRecords.site], set: replacing(siteRecords, ['run', 'site']) });
    },

    async recordTraffic(run, site, attempt, traffic) {
      await db
        .insert(siteTraffic)
        .values({ run, site, attempt, traffic })
        .onConflictDoUpdate({ target: [siteTraffic.run, siteTraffic.site, siteTraffic.attempt], set: { traffic } });
    },

    async traffic(run, site) {
      const summed = (field: 'requests' | 'notModified' | 'bytes') =>
        sql<number>`coalesce(sum((${siteTraffic.traffic} ->> ${sql.raw(`'${field}'`)})::bigint), 0)`.mapWith(Number);
      const [sum] = await db
        .select({ requests: summed('requests'), notModified: summed('notModified'), bytes: summed('bytes') })
        .from(siteTraffic)
        .where(and(eq(siteTraffic.run, run), site === undefined ? undefined : eq(siteTraffic.site, site)));
      return sum!;
    },

    async sites({ run, site, asOf }) {
      const found = await db
        .selectDistinctOn([siteRecords.site], { record: siteRecords })
        .from(siteRecords)
        .innerJoin(runs, eq(runs.id, siteRecords.run))
        .where(
          and(
            run === undefined ? undefined : eq(siteRecords.run, run),
            site === undefined ? undefined : eq(siteRecords.site, site),
            asOf === undefined ? undefined : lte(runs.asOf, asOf),
          ),
        )
        .orderBy(asc(siteRecords.site), desc(runs.asOf), desc(siteRecords.at));
      return found.map(({ record }) => record);
    },
  };
}

/** When the process that drives a run was last seen; before its first sign of life, when the run began. */
const lastSeen = sql<Date>`coalesce(${runs.heldAt}, ${runs.startedAt})`;
