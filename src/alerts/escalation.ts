import type { AlertSettings } from '../config/alerts-file.ts';
import { type Alert, RUNGS } from '../model/alerts.ts';
import type { Day } from '../model/day.ts';
import type { WorkingDays } from '../timeliness/working-days.ts';
import type { AlertEvent, Now } from './alert.ts';
import { reaches } from './notices.ts';

/** Kinds that a unit can mend and is held to; what could not be read may be the network's fault. */
export const OWED_KINDS: readonly Alert['kind'][] = ['column', 'site', 'unit'];

/** Whether a unit is held to mending it. */
export function isOwed({ kind, audience }: Pick<Alert, 'kind' | 'audience'>): boolean {
  return OWED_KINDS.includes(kind) && audience === 'unit';
}

/**
 * Last day for mending an alert whose present rung is reached on `day`: working days by its severity for the unit, by its place on the
 * ladder further up; null: nobody is held to it, or the ladder ends there.
 */
export function deadlineOf(
  alert: Pick<Alert, 'kind' | 'audience' | 'level' | 'severity'>,
  day: Day,
  { deadlines, ladder }: AlertSettings,
  calendar: WorkingDays,
): Day | null {
  if (!isOwed(alert)) return null;
  const rung = RUNGS[alert.level];
  if (rung === 'contact') return calendar.addWorkingDays(day, deadlines[alert.severity]);
  return rung === 'head' || rung === 'supervisor' ? calendar.addWorkingDays(day, ladder[rung]) : null;
}

/**
 * The step up the ladder that an alert takes today, or null. What cannot be read now may long be mended, so it stays where it is; it
 * climbs only after the last day of a rung that was reached, and only to a rung where somebody hears of it. Above the circular list
 * there is nothing.
 */
export function escalationOf(alert: Alert, now: Now, settings: AlertSettings, mint: () => string): AlertEvent | null {
  const rung = RUNGS[alert.level + 1];
  const isWaiting = (alert.state === 'sent' || alert.state === 'acknowledged') && !alert.held && isOwed(alert);
  if (!isWaiting || rung === undefined || alert.reachedAt === null || alert.dueOn === null || alert.dueOn >= now.today) return null;
  if (rung !== 'circular' && !reaches(rung, alert.unit, settings)) return null;
  const because = { reason: 'overdue-for-mending', dueOn: alert.dueOn, rung } as const;
  return { kind: 'escalated', id: mint(), by: 'gongkai', because };
}
