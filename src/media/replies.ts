import { addPeriod, type Day } from '../model/day.ts';
import type { ToldMessage } from '../model/media.ts';
import type { Limit } from '../model/rules.ts';
import { isUncertain, limitEnd } from '../timeliness/limit.ts';
import type { WorkingDays } from '../timeliness/working-days.ts';

/** A message that was not answered by its last day. */
export interface LateMessage extends Pick<ToldMessage, 'subject' | 'receivedOn' | 'answeredOn' | 'until' | 'source'> {
  readonly dueOn: Day;
}

/** What a limit makes of an account's messages: those without an answer, and those whose answer came late; oldest first. */
export interface Replies {
  readonly unanswered: readonly LateMessage[];
  readonly answeredLate: readonly LateMessage[];
}

/** Messages of longer ago are asked for no more (国办秘函〔2019〕19号 looks back a year). */
export const MESSAGES_FROM = { years: -1, months: 0, days: 0 };

/**
 * Which messages were not answered in time, as of a day. One without an answer is late only where somebody told of a day after its last
 * one: of what was not handed in since nobody knows. A last day that holidays may still move proves nothing.
 */
export function judgeReplies(messages: readonly ToldMessage[], limit: Limit, today: Day, calendar: WorkingDays): Replies {
  const from = addPeriod(today, MESSAGES_FROM);
  const late = messages.flatMap(({ subject, receivedOn, answeredOn, until, source }): LateMessage[] => {
    if (receivedOn < from || receivedOn > today) return [];
    const dueOn = limitEnd(receivedOn, limit, calendar);
    if (isUncertain(receivedOn, dueOn, limit, calendar)) return [];
    // What came after the day judged was not there yet.
    const answered = answeredOn !== null && answeredOn <= today ? answeredOn : null;
    const seenUntil = until < today ? until : today;
    return (answered ?? seenUntil) > dueOn ? [{ subject, receivedOn, answeredOn: answered, until: seenUntil, source, dueOn }] : [];
  });
  return {
    unanswered: late.filter(({ answeredOn }) => answeredOn === null),
    answeredLate: late.filter(({ answeredOn }) => answeredOn !== null),
  };
}
