import { and, asc, desc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { RunRecord } from '../model/records.ts';
import type { Database } from './database.ts';
import { countedRows, replacing, selectAll, storableText } from './rows.ts';
import { runs, siteRecords, targets } from './schema/runs.ts';
import type { RunStore } from './store.ts';

/** Runs, what they planned, and what came of their sites. */
export function runStore(db: Database): RunStore {
  return {
    async open(run) {
      await db
        .insert(runs)
        .select(selectAll(runs, [run]))
        .onConflictDoNothing();
      const same =
        run.schedule === null || run.dueAt === null ? eq(runs.id, run.id) : and(eq(runs.schedule, run.schedule), eq(runs.dueAt, run.dueAt));
      const [stored] = await db.select().from(runs).where(same);
      if (!stored) throw new Error(`run ${run.id} exists already with another schedule or due time`);
      return { run: stored, created: stored.id === run.id };
    },

    async get(id) {
      const [run] = await db.select().from(runs).where(eq(runs.id, id));
      return run ?? null;
    },

    list: (limit, offset = 0) => db.select().from(runs).orderBy(desc(runs.startedAt), desc(runs.id)).limit(limit).offset(offset),

    count: (upTo) => countedRows(db, db.select({ one: sql`1` }).from(runs).limit(upTo)),

    async lastAudit() {
      const isOver = and(isNotNull(runs.finishedAt), inArray(runs.state, ['done', 'interrupted']));
      const [run] = await db
        .select()
        .from(runs)
        .where(and(eq(runs.kind, 'audit'), eq(runs.narrowed, false), isOver))
        .orderBy(desc(runs.startedAt), desc(runs.id))
        .limit(1);
      return run ?? null;
    },

    async update(id, change) {
      if (Object.keys(change).length > 0) await db.update(runs).set(storable(change)).where(eq(runs.id, id));
    },

    async move(id, from, change) {
      const moved = await db
        .update(runs)
        .set(storable(change))
        .where(and(eq(runs.id, id), inArray(runs.state, [...from])))
        .returning({ id: runs.id });
      return moved.length > 0;
    },

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

function storable<Change extends Partial<RunRecord>>(change: Change): Change {
  return change.error ? { ...change, error: storableText(change.error) } : change;
}
