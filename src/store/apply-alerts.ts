import { count, or, sql } from 'drizzle-orm';
import type { Alert } from '../model/alerts.ts';
import type { Database } from './database.ts';
import { listed, replacing, selectAll } from './rows.ts';
import { alertEntries, alertFiles, alerts, alertUndos } from './schema/alerts.ts';
import { notices } from './schema/outbox.ts';
import type { AlertChange } from './store.ts';

/**
 * Compare-and-swap: stores changes of alerts with their entries and notices, a statement for all of each kind; gives back those whose
 * alert somebody changed in the meantime. A change that is there already, because an answer got lost on its way, was stored before.
 */
export async function applyChanges(tx: Database, changes: readonly AlertChange[]): Promise<AlertChange[]> {
  const stored = await lockedAlerts(tx, changes);
  const isStored = ({ alert }: AlertChange) => stored.byId.get(alert.id)?.stamp === alert.stamp;
  const isCurrent = ({ alert, before }: AlertChange) =>
    before === null ? !stored.byId.has(alert.id) && !stored.keys.has(alert.key) : stored.byId.get(alert.id)?.stamp === before;
  const current = changes.filter((change) => !isStored(change) && isCurrent(change));
  const written = await writeAlerts(tx, current);
  const taken = current.filter(({ alert }) => written.has(alert.id));
  await writeEntries(tx, taken);
  const told = taken.flatMap((change) => change.notices.map((notice) => ({ ...notice, delivery: null })));
  if (told.length > 0) await tx.insert(notices).select(selectAll(notices, told));
  for (const { files = [] } of taken) if (files.length > 0) await tx.insert(alertFiles).values([...files]);
  await keepUndos(tx, taken);
  return changes.filter((change) => !isStored(change) && !taken.includes(change));
}

/** What is stored of these alerts; nobody else changes it until we are through. In one order, so that two who do this never wait for each other. */
async function lockedAlerts(tx: Database, changes: readonly AlertChange[]) {
  const rows = await tx
    .select({ id: alerts.id, key: alerts.key, stamp: alerts.stamp })
    .from(alerts)
    .where(
      or(
        sql`${alerts.id} in ${listed(changes.map(({ alert }) => alert.id))}`,
        sql`${alerts.key} in ${listed(changes.map(({ alert }) => alert.key))}`,
      ),
    )
    .orderBy(alerts.key)
    .for('update');
  return { byId: new Map(rows.map((row) => [row.id, row])), keys: new Set(rows.map(({ key }) => key)) };
}

/** Ids of the alerts that were written: not of a new one whose subject somebody else opened at the same moment. */
async function writeAlerts(tx: Database, changes: readonly AlertChange[]): Promise<Set<string>> {
  const rows = (isNew: boolean) => {
    const chosen = changes.filter(({ before }) => (before === null) === isNew).map(({ alert }) => storedAlert(alert));
    return chosen.sort((one, other) => (one.key < other.key ? -1 : 1));
  };
  const opened = rows(true);
  const changed = rows(false);
  const made =
    opened.length === 0 ? [] : await tx.insert(alerts).select(selectAll(alerts, opened)).onConflictDoNothing().returning({ id: alerts.id });
  if (changed.length > 0) {
    await tx
      .insert(alerts)
      .select(selectAll(alerts, changed))
      .onConflictDoUpdate({ target: alerts.id, set: replacing(alerts, ['id', 'key']) });
  }
  return new Set([...made, ...changed].map(({ id }) => id));
}

async function writeEntries(tx: Database, changes: readonly AlertChange[]): Promise<void> {
  const entries = changes.flatMap((change) => change.entries);
  if (entries.length === 0) return;
  const ids = changes.map(({ alert }) => alert.id);
  const kept = await tx
    .select({ alert: alertEntries.alert, count: count() })
    .from(alertEntries)
    .where(sql`${alertEntries.alert} in ${listed(ids)}`)
    .groupBy(alertEntries.alert);
  const places = new Map(kept.map((row) => [row.alert, row.count]));
  const lines = entries.map((entry) => {
    const place = (places.get(entry.alert) ?? 0) + 1;
    places.set(entry.alert, place);
    return { ...entry, place };
  });
  await tx.insert(alertEntries).select(selectAll(alertEntries, lines));
}

/** What was done last can be undone, unless something else happened since. */
async function keepUndos(tx: Database, changes: readonly AlertChange[]): Promise<void> {
  const happened = changes.filter(({ entries }) => entries.length > 0).map(({ alert }) => alert.id);
  await tx.delete(alertUndos).where(sql`${alertUndos.alert} in ${listed(happened)}`);
  const kept = changes.flatMap(({ alert, undo }) => (undo ? [{ alert: alert.id, ...undo }] : []));
  if (kept.length > 0) await tx.insert(alertUndos).values(kept);
}

function storedAlert({ answer, objection, dismissal, ...alert }: Alert): typeof alerts.$inferInsert {
  return {
    ...alert,
    answer: answer && { ...answer, at: answer.at.toISOString() },
    objection: objection && { ...objection, at: objection.at.toISOString() },
    dismissal: dismissal && { ...dismissal, at: dismissal.at.toISOString() },
  };
}
