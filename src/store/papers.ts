import { and, asc, desc, eq, getTableColumns, inArray, max, ne, type SQL, sql } from 'drizzle-orm';
import type { Alert } from '../model/alerts.ts';
import type { PaperEntry } from '../model/paper.ts';
import { readAlert } from './alerts.ts';
import { applyChanges } from './apply-alerts.ts';
import type { Database } from './database.ts';
import { listed, selectAll } from './rows.ts';
import { alerts } from './schema/alerts.ts';
import { deliveries } from './schema/outbox.ts';
import { paperEntries, papers } from './schema/papers.ts';
import type { AlertChange, PaperStore } from './store.ts';

const { series: _series, numberYear: _year, numberPlace: _place, ...shown } = getTableColumns(papers);

/** The office's papers: a draft may be drawn anew, a released one only gets new entries in its life. */
export function paperStore(db: Database): PaperStore {
  return {
    begin: (paper, entry) =>
      db.transaction(async (tx) => {
        await tx
          .insert(papers)
          .values({ ...paper, evidence: [...paper.evidence] })
          .onConflictDoNothing();
        await note(tx, [entry]);
      }),

    async get(id) {
      const [paper] = await db.select(shown).from(papers).where(eq(papers.id, id));
      return paper ?? null;
    },

    list({ states, kind, unit } = {}) {
      const asked: SQL[] = [
        ...(states === undefined ? [] : [inArray(papers.state, [...states])]),
        ...(kind === undefined ? [] : [eq(papers.kind, kind)]),
        ...(unit === undefined ? [] : [eq(papers.unit, unit)]),
      ];
      return db
        .select(shown)
        .from(papers)
        .where(and(...asked))
        .orderBy(desc(papers.begunAt), desc(papers.id));
    },

    async correctionOf(id) {
      const [paper] = await db
        .select(shown)
        .from(papers)
        .where(and(eq(papers.corrects, id), ne(papers.state, 'withdrawn')))
        .orderBy(desc(papers.begunAt))
        .limit(1);
      return paper ?? null;
    },

    entries: (id) => db.select().from(paperEntries).where(eq(paperEntries.paper, id)).orderBy(asc(paperEntries.at), asc(paperEntries.id)),

    redraw: (id, stamp, change, entry) =>
      db.transaction(async (tx) => {
        const changed = await tx
          .update(papers)
          .set({ ...change, evidence: [...change.evidence] })
          .where(and(eq(papers.id, id), eq(papers.stamp, stamp), eq(papers.state, 'draft')))
          .returning({ id: papers.id });
        if (changed.length > 0 && entry !== null) await note(tx, [entry]);
        return changed.length > 0;
      }),

    release: (id, stamp, { series, year, ...released }, entries, about) =>
      db.transaction(async (tx) => {
        // Numbers of a series follow each other without a gap: whoever takes one waits for whoever is taking the one before.
        await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`gongkai papers ${series} ${year}`}))`);
        const [last] = await tx
          .select({ place: max(papers.numberPlace) })
          .from(papers)
          .where(and(sql`${papers.series} = ${series}`, eq(papers.numberYear, year)));
        const place = (last?.place ?? 0) + 1;
        const numbered = series === null ? {} : { series, numberYear: year, numberPlace: place, number: `${series}〔${year}〕${place}号` };
        const [frozen] = await tx
          .update(papers)
          .set({ ...released, evidence: [...released.evidence], ...numbered, state: 'released' })
          .where(and(eq(papers.id, id), eq(papers.stamp, stamp), eq(papers.state, 'draft')))
          .returning(shown);
        if (frozen !== undefined) {
          await note(tx, entries);
          if (about !== undefined) await markAlerts(tx, about.alerts, (alert) => about.mark(alert, frozen));
          return frozen;
        }
        // Tried again after an answer that was lost.
        const [done] = await tx
          .select(shown)
          .from(papers)
          .where(and(eq(papers.id, id), eq(papers.stamp, released.stamp)));
        return done ?? null;
      }),

    withdraw: (id, stamp, entry) =>
      db.transaction(async (tx) => {
        const taken = await tx
          .update(papers)
          .set({ state: 'withdrawn', stamp: entry.id })
          .where(and(eq(papers.id, id), eq(papers.stamp, stamp), ne(papers.state, 'withdrawn')))
          .returning({ id: papers.id });
        if (taken.length > 0) await note(tx, [entry]);
        return taken.length > 0;
      }),

    add: (entry, carried) =>
      db.transaction(async (tx) => {
        for (const delivery of carried)
          await tx
            .insert(deliveries)
            .select(selectAll(deliveries, [{ ...delivery, claim: null, claimedUntil: null }]))
            .onConflictDoNothing();
        await note(tx, [entry]);
      }),
  };
}

/** Nobody else changes the alerts until we are through, so that what is said of them is of how they stand. */
async function markAlerts(tx: Database, ids: readonly string[], mark: (alert: Alert) => AlertChange): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx
    .select()
    .from(alerts)
    .where(sql`${alerts.id} in ${listed(ids)}`)
    .orderBy(alerts.key)
    .for('update');
  const changes = rows.map((row) => mark(readAlert(row)));
  if (changes.length > 0) await applyChanges(tx, changes);
}

async function note(tx: Database, entries: readonly PaperEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insert(paperEntries)
    .values(entries.map((entry) => ({ ...entry, deliveries: [...entry.deliveries] })))
    .onConflictDoNothing();
}
