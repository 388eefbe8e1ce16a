import { isMendable } from '../checks/checks.ts';
import type { AlertSettings } from '../config/alerts-file.ts';
import { type Alert, RUNGS } from '../model/alerts.ts';
import { addDays, type Day, dayIn } from '../model/day.ts';
import type { RulePack } from '../model/rules.ts';
import type { WorkingDays } from '../timeliness/working-days.ts';
import type { AlertEvent, Now } from './alert.ts';
import { type Postal, reaches } from './notices.ts';

/** Kinds that a unit can mend and is held to; what could not be read may be the network's fault. */
export const OWED_KINDS: readonly Alert['kind'][] = ['column', 'site', 'unit'];

/** Whether a unit is held to mending it. */
export function isOwed({ kind, audience }: Pick<Alert, 'kind' | 'audience'>): boolean {
  return OWED_KINDS.includes(kind) && audience === 'unit';
}

/** Whether an alert stands on a rule whose wording neither the pack nor the office has compared with its document. */
export function standsOnUnchecked({ basis }: Pick<Alert, 'basis'>, pack: RulePack): boolean {
  if (basis === null || !basis.unverified) return false;
  return pack.rules.find(({ id }) => `${pack.id}/${id}` === basis.rule)?.verified !== true;
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

/** The longest block of days off that a State Council notice made so far: what we do not know moves a deadline by no more. */
const LONGEST_BLOCK_DAYS = 9;

/** Whether a deadline may yet move: it lies in a year whose holidays are not known. Whoever is told of it must be told that. */
export function mayMove(dueOn: Day, calendar: Pick<WorkingDays, 'uncertainYears'>): boolean {
  return calendar.uncertainYears(dueOn, dueOn).length > 0;
}

/** The latest day that a deadline may turn out to be: itself, unless it may yet move. */
export function latestDayOf(dueOn: Day, calendar: Pick<WorkingDays, 'uncertainYears'>): Day {
  return mayMove(dueOn, calendar) ? addDays(dueOn, LONGEST_BLOCK_DAYS) : dueOn;
}

/**
 * Where the days that a unit has reach further by now, because a notice of holidays came or the office gives more, the later last day holds;
 * an earlier one never does: people keep to what they were told.
 */
export function extensionOf(
  alert: Alert,
  { settings, zone, calendar, mint }: Pick<Postal, 'settings' | 'zone' | 'calendar' | 'mint'>,
): AlertEvent | null {
  const { reachedAt, dueOn } = alert;
  if (reachedAt === null || dueOn === null) return null;
  const later = deadlineOf(alert, dayIn(zone, reachedAt), settings, calendar);
  if (later === null || later <= dueOn) return null;
  return { kind: 'extended', id: mint(), by: 'gongkai', dueOn: later, because: { reason: 'extended', from: dueOn, to: later } };
}

/**
 * What follows for an alert today from a last day that is over, or null. It goes up the ladder; what cannot be read now may long be
 * mended, so it stays where it is, and it climbs only from a rung that was reached, and only to one where somebody hears of it. Above
 * the circular list there is nothing. What nothing can mend ends as noted when the days for an objection are over, or once answered.
 */
export function escalationOf(
  alert: Alert,
  now: Now,
  settings: AlertSettings,
  calendar: Pick<WorkingDays, 'uncertainYears'>,
  mint: () => string,
): AlertEvent | null {
  const { state, held, level, unit, reachedAt, dueOn } = alert;
  const isWaiting = (state === 'sent' || state === 'acknowledged') && !held && isOwed(alert);
  if (!isWaiting || reachedAt === null || dueOn === null) return null;
  const over = latestDayOf(dueOn, calendar) < now.today;
  if (!isMendable(alert.rule)) {
    const noted = over || state === 'acknowledged';
    return noted ? { kind: 'lapsed', id: mint(), by: 'gongkai', run: alert.lastRun, because: { reason: 'noted' } } : null;
  }
  const rung = RUNGS[level + 1];
  if (!over || rung === undefined || (rung !== 'circular' && !reaches(rung, unit, settings))) return null;
  return { kind: 'escalated', id: mint(), by: 'gongkai', because: { reason: 'overdue-for-mending', dueOn, rung } };
}
