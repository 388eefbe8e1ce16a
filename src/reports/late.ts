import { isOwed, latestDayOf, mayMove } from '../alerts/escalation.ts';
import type { Alert } from '../model/alerts.ts';
import { type Day, dayIn, daysBetween } from '../model/day.ts';
import type { WorkingDays } from '../timeliness/working-days.ts';
import type { PaperFacts } from './facts.ts';
import { written } from './paper.ts';

/** An alert whose last day for mending is over; `dueOn` is that day. */
export type LateAlert = Alert & { readonly dueOn: Day };

type LateFacts = Pick<PaperFacts, 'estate' | 'opened' | 'missed' | 'asOf' | 'unit' | 'calendar'>;

/**
 * Where a problem stands that a paper may speak of; null: it is nobody's yet, or no more. What cannot be read now may long be mended, and
 * what the unit objects to waits for an answer: both are said apart, and held against nobody.
 */
export function standingOf({ state, held, rectifiedAt }: Pick<Alert, 'state' | 'held' | 'rectifiedAt'>) {
  if (rectifiedAt !== null) return 'mended';
  if (state === 'objected') return 'objected';
  if (state !== 'sent' && state !== 'acknowledged') return null;
  return held ? 'unread' : 'in-hand';
}

/**
 * What units were told of, and did not mend in time: the first due first. The day must be over whatever the holidays of its year turn out
 * to be, and an audit must have seen the problem after it: before that it may have been mended.
 */
export function lateOf({ estate, opened, missed, asOf, unit, calendar }: LateFacts): LateAlert[] {
  return opened
    .flatMap((alert) => {
      const dueOn = overSince(alert, missed.get(alert.id) ?? null, asOf, calendar);
      return dueOn === null ? [] : [{ ...alert, dueOn }];
    })
    .filter((alert) => isOwed(alert) && standingOf(alert) === 'in-hand' && (unit === null || alert.unit === unit))
    .filter(({ lastSeen, dueOn }) => dayIn(estate.timezone, lastSeen) > latestDayOf(dueOn, calendar))
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}

/** The last day that is over: of the present rung, else the one for which it came up to this rung. */
function overSince({ dueOn }: Alert, missed: Day | null, asOf: Day, calendar: LateFacts['calendar']): Day | null {
  const over = (day: Day | null) => day !== null && latestDayOf(day, calendar) < asOf;
  return [dueOn, missed].find(over) ?? null;
}

/** Days past the last day for mending, counted from the latest that it may be. */
export function daysLate({ dueOn }: Pick<LateAlert, 'dueOn'>, { asOf, calendar }: Pick<PaperFacts, 'asOf' | 'calendar'>): number {
  return daysBetween(latestDayOf(dueOn, calendar), asOf);
}

/** The last day in words; where it may yet move, from which day on lateness is counted. */
export function termInWords({ dueOn }: Pick<LateAlert, 'dueOn'>, calendar: Pick<WorkingDays, 'uncertainYears'>): string {
  if (!mayMove(dueOn, calendar)) return written(dueOn);
  return `${written(dueOn)}（当年放假安排尚未公布，逾期从${written(latestDayOf(dueOn, calendar))}起算）`;
}

/** Of what is in hand: by when it is to be mended. */
export function termOf({ dueOn }: Pick<Alert, 'dueOn'>): string {
  return dueOn === null ? '整改中' : `应于${written(dueOn)}前整改`;
}

/** What an alert says, its days as papers write them, to stand in a longer sentence. */
export function alertInWords({ message }: Pick<Alert, 'message'>): string {
  return message.zh.replace(/。$/, '').replace(/ ?(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d) ?/g, (_, day: Day) => written(day));
}

/** 督办到哪一级: how far up the ladder it was told. */
export function rungInWords({ level }: Pick<Alert, 'level'>): string {
  return ['已通知联系人', '已通知负责人', '已督办', '已列入通报'][level] ?? '已列入通报';
}
