import { addDays, type Day } from '../model/day.ts';
import { type DutyResult, isPair } from './duty.ts';

/** How far ahead duties are told of, in days. */
export const AHEAD_DAYS = 30;

/** Duties that are not done and whose last day is today or at most so many days ahead, earliest first. */
export function dutiesAhead(duties: readonly DutyResult[], today: Day, days = AHEAD_DAYS): DutyResult[] {
  const last = addDays(today, days);
  return duties
    .filter((duty) => !isPair(duty) && (duty.state === 'pending' || duty.state === 'due'))
    .filter(({ dueOn }) => dueOn !== null && dueOn >= today && dueOn <= last)
    .toSorted((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''));
}
