import { dayOf, type Moment } from '../counting/listed.ts';
import type { Certainty, Doubt } from '../model/certainty.ts';
import { addDays, type Day, dayIn, daysBetween } from '../model/day.ts';
import { NOT_THERE, outcomeFacts, type UnknownReason } from '../model/outcome.ts';
import type { ColumnStatus, ReadingRecord } from '../model/records.ts';
import type { SightedItem } from '../store/store.ts';
import { clockStart } from './column-on.ts';
import type { Expectation } from './expectation.ts';
import type { JudgingContext } from './judging-context.ts';
import { daysPast, isUncertain, limitEnd } from './limit.ts';
import { reachOf } from './reach.ts';
import type { ColumnView } from './view.ts';

/** What a column is found to be. */
export interface ColumnVerdict {
  readonly status: ColumnStatus;
  /** Why it is unknown, else null. */
  readonly reason: UnknownReason | null;
  /** Newest day not after today of what is listed, also where the status is unknown. */
  readonly lastPublished: Day | null;
  readonly expectation: Expectation;
  /** Last day on which it is in time; null where nothing is expected or could be measured. */
  readonly dueOn: Day | null;
  /** Days past `dueOn`, working days where the limit counts those; 0 where it is not overdue. */
  readonly overdueDays: number;
  /** Day from which it has been overdue, blank or unknown; null where it is none of these or that is not known. */
  readonly since: Day | null;
  /** How sure it is that what was read is the column's list as it stood on the judged day. */
  readonly certainty: Certainty;
  /** What speaks against it. */
  readonly doubts: readonly Doubt[];
  /** The due day was counted in working days of a year whose holidays are not known. */
  readonly uncertain: boolean;
  /** Of what nobody had looked at by the judged day: that it was overdue as far as its list of later tells, which proves nothing; else null. */
  readonly overdueByLater: OverdueByLater | null;
}

/** What a list that was read after its day tells of it. What was taken away in between is not in it. */
export interface OverdueByLater {
  readonly dueOn: Day;
  readonly overdueDays: number;
  readonly since: Day;
}

/**
 * Judges one column. What could not be measured is unknown and says why; it is never overdue or blank, for a fault of ours or of
 * the network is no verdict on a unit. Nor is what is not certain, and no reading judges a day after its own, or holds anything against
 * anybody for a day before it.
 */
export function judgeColumn(
  view: ColumnView,
  expectation: Expectation,
  context: Pick<JudgingContext, 'moment' | 'calendar' | 'pack'>,
): ColumnVerdict {
  const { moment, calendar, pack } = context;
  const lastPublished = view.newest && dayOf(view.newest);
  const doubts: readonly Doubt[] = [...(view.reading?.doubts ?? []), ...(view.readLater ? ['read-later' as const] : [])];
  const verdict = (status: ColumnStatus, more: Partial<ColumnVerdict> = {}): ColumnVerdict => ({
    status,
    reason: null,
    lastPublished,
    expectation,
    dueOn: null,
    overdueDays: 0,
    since: null,
    certainty: view.reading?.certainty ?? 'unsure',
    doubts,
    uncertain: false,
    overdueByLater: null,
    ...more,
  });
  const sinceWhen = (agrees: (reading: ReadingRecord) => boolean) => {
    const first = firstOfLatest(view.readings, agrees);
    return first && dayIn(moment.zone, first.asOf);
  };
  const unknown = (reason: UnknownReason) => verdict('unknown', { reason, since: sinceWhen((reading) => reading.reason !== null) });

  if (view.column.exempt !== null) return verdict('exempt');
  const failure = failureOf(view);
  if (failure !== null) return unknown(failure);
  if (isBeyond(view, moment)) {
    return verdict('unknown', { reason: 'not-read-since', since: addDays(reachOf(view.reading!, moment), 1) });
  }
  const isProof = view.reading!.certainty === 'sure';
  if (view.listed.length === 0) {
    if (!isBlank(view)) return unknown('unreadable');
    // What is empty later may have held something then.
    if (!isProof || view.readLater) return unknown('unsure');
    const since = sinceWhen((reading) => reading.reason === null && reading.rows === 0);
    return verdict(...emptySince(view, expectation, since, context));
  }
  if (view.reading!.certainty === 'unsure') return unknown('unsure');
  if (lastPublished === null) return unknown(view.listed.some(wasNotRead) ? 'unreadable' : 'undated');

  const { limit } = expectation;
  if (limit === null) return verdict('fresh');
  const start = clockStart(view.column, lastPublished);
  const dueOn = limitEnd(start, limit, calendar);
  const uncertain = isUncertain(start, dueOn, limit, calendar);
  if (dueOn < moment.today) {
    if (mayHideNewer(view)) return unknown('unreadable');
    // Days off that we do not know may move the due day, so until they are known nobody is accused.
    if (uncertain) return verdict('due', { dueOn, uncertain });
    if (!isProof) return unknown('unsure');
    if (limitEnd(clockStart(view.column, view.newestSaid!), limit, calendar) >= moment.today) {
      return { ...unknown('unsure'), certainty: 'likely', doubts: [...doubts, 'days-disagree'] };
    }
    const overdue = { dueOn, overdueDays: daysPast(dueOn, moment.today, limit, calendar), since: addDays(dueOn, 1) };
    // What is the newest later may have followed something that was there then.
    return view.readLater ? { ...unknown('unsure'), overdueByLater: overdue } : verdict('overdue', overdue);
  }
  return verdict(daysBetween(moment.today, dueOn) <= pack.warningDays ? 'due' : 'fresh', { dueOn, uncertain });
}

/** How an empty list stands: whoever was asked for it lately has its limit to fill it, where there is one. */
function emptySince(
  { column }: ColumnView,
  { limit }: Expectation,
  since: Day | null,
  { moment, calendar }: Pick<JudgingContext, 'moment' | 'calendar'>,
): [ColumnStatus, Partial<ColumnVerdict>] {
  if (column.askedAfter === undefined || limit === null) return ['blank', { since }];
  const dueOn = limitEnd(column.askedAfter, limit, calendar);
  if (dueOn >= moment.today) return ['due', { dueOn }];
  return ['blank', { since: since !== null && since <= dueOn ? addDays(dueOn, 1) : since }];
}

/** Whether the judged day lies beyond what was read: of later days a reading says nothing. */
function isBeyond({ reading }: ColumnView, moment: Moment): boolean {
  return reading !== null && reachOf(reading, moment) < moment.today;
}

/** Whether something newer than what was read may stand where it could not be read. */
export function mayHideNewer(view: ColumnView): boolean {
  const { reading, listed, newest } = view;
  if (reading !== null && !reading.complete && !reading.newestFirst) return true;
  return listed.some((sighting) => wasNotRead(sighting) && (!reading?.newestFirst || sighting.position < (newest?.position ?? 0)));
}

/** Why the column could not be read, or null where it was. Where it was never asked for, its site says why. */
function failureOf({ reading, siteRecord }: ColumnView): UnknownReason | null {
  if (reading === null) {
    const status = siteRecord?.status ?? 'ok';
    return status === 'ok' || status === 'partial' ? 'unreadable' : status;
  }
  // The list was seen, but its rows bear no dates: the items' own pages may.
  return reading.reason === 'undated' ? null : reading.reason;
}

/** A list is blank when all of it was read and held nothing. */
function isBlank({ reading }: ColumnView): boolean {
  return reading !== null && reading.rows === 0 && reading.complete && reading.unreadPages.length === 0;
}

/** Whether an undated item may well have a date which we could not read. That its page is not there is the site's own doing. */
export function wasNotRead(sighting: SightedItem): boolean {
  const outcome = sighting.outcome ?? null;
  if (dayOf(sighting) !== null || outcome === null || NOT_THERE.includes(outcome)) return false;
  return outcomeFacts(outcome).reason !== null;
}

/** Of the latest readings that agree without a gap, the first. */
function firstOfLatest(readings: readonly ReadingRecord[], agrees: (reading: ReadingRecord) => boolean): ReadingRecord | null {
  const after = readings.findLastIndex((reading) => !agrees(reading));
  return readings[after + 1] ?? null;
}
