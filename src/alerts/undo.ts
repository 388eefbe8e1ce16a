import type { Alert, AlertEntry, AlertEventKind } from '../model/alerts.ts';
import { quoted } from '../model/sentence.ts';

/** For how long what a person did can be undone; what it tells others leaves no sooner. */
export const UNDO_MS = 10_000;

/** The alert as it was before, with the line that says so: what was done stays in the history. */
export function undone(
  alert: Alert,
  before: Alert,
  { id, by, at, event }: { readonly id: string; readonly by: string; readonly at: Date; readonly event: AlertEventKind },
): { readonly alert: Alert; readonly entry: AlertEntry } {
  return {
    alert: { ...before, stamp: id },
    entry: {
      id,
      alert: alert.id,
      at,
      by,
      event: 'undone',
      from: alert.state,
      to: before.state,
      level: before.level,
      run: null,
      why: quoted(''),
      because: { reason: 'undone', event },
    },
  };
}
