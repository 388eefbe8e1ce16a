import type { AlertSettings } from '../config/alerts-file.ts';
import { type Alert, RUNGS } from '../model/alerts.ts';
import type { Day } from '../model/day.ts';
import type { WorkingDays } from '../timeliness/working-days.ts';
import type { AlertEvent, Now } from './alert.ts';

/** Kinds that a unit can mend and is held to; what could not be read may be the network's fault. */
const MENDABLE: readonly Alert['kind'][] = ['column', 'site', 'unit'];

/** Last day for mending an alert that is sent today, in working days by its severity; null: nobody is held to it. */
export function deadlineOf(alert: Alert, today: Day, { deadlines }: AlertSettings, calendar: WorkingDays): Day | null {
  return MENDABLE.includes(alert.kind) && alert.audience === 'unit' ? calendar.addWorkingDays(today, deadlines[alert.severity]) : null;
}

/**
 * The step up the ladder that an alert takes today, or null. What cannot be read now may long be mended, so it stays where it is;
 * and above the circular list there is nothing.
 */
export function escalationOf(
  alert: Alert,
  now: Now,
  { ladder }: AlertSettings,
  calendar: WorkingDays,
  mint: () => string,
): AlertEvent | null {
  const rung = RUNGS[alert.level + 1];
  const isWaiting = (alert.state === 'sent' || alert.state === 'acknowledged') && !alert.held && MENDABLE.includes(alert.kind);
  if (!isWaiting || rung === undefined || alert.dueOn === null || alert.dueOn >= now.today) return null;
  const days = rung === 'head' || rung === 'supervisor' ? ladder[rung] : null;
  const dueOn = days === null ? null : calendar.addWorkingDays(now.today, days);
  const because = { reason: 'overdue-for-mending', dueOn: alert.dueOn, rung } as const;
  return { kind: 'escalated', id: mint(), by: 'gongkai', because, dueOn };
}
