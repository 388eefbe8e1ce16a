import { addPeriod, type Day } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
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

/** How an account answered what came to it in a period. */
export interface RepliesCounted {
  readonly received: number;
  readonly answered: number;
  /** Answered after their last day, and not answered when it was over; null: the pack sets no limit. */
  readonly late: { readonly answered: number; readonly unanswered: number; readonly limit: Limit } | null;
}

/** Counts messages by what was handed in; null where nothing ever was, which says nothing of how it answers. */
export function countReplies(
  messages: readonly ToldMessage[],
  { from, to }: Span,
  today: Day,
  limit: Limit | null,
  calendar: WorkingDays,
): RepliesCounted | null {
  if (messages.length === 0) return null;
  const came = messages.filter(({ receivedOn }) => receivedOn >= from && receivedOn <= to);
  const late = limit && judgeReplies(came, limit, today, calendar);
  return {
    received: came.length,
    answered: came.filter(({ answeredOn }) => answeredOn !== null && answeredOn <= today).length,
    late: late && limit && { answered: late.answeredLate.length, unanswered: late.unanswered.length, limit },
  };
}

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
