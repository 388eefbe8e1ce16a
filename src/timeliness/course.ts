import { dayOf, type Moment } from '../counting/listed.ts';
import { addDays, type Day, dayIn, daysBetween } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import type { SightedItem } from '../store/store.ts';
import { clockStart } from './column-on.ts';
import { type ColumnVerdict, mayHideNewer, wasNotRead } from './judge-column.ts';
import type { JudgingContext } from './judging-context.ts';
import { isUncertain, limitEnd } from './limit.ts';
import { reachOf } from './reach.ts';
import type { ColumnView } from './view.ts';

/** How a column kept its limit over the days of which something is known, by what its list held and by the limit of now. */
export interface Course {
  /** Its first known update; of a list that never showed any, since when it is known to be blank. */
  readonly from: Day;
  /** The last day of which its readings say anything. */
  readonly to: Day;
  /** Its list is blank, and since when that is known; it was in time on no day from then on. */
  readonly blank?: Day;
  /** Days on which it was not in time, in order. */
  readonly lapses: readonly Span[];
}

/**
 * The course of a column; null where nothing is expected of it or nothing is proven. What left the list was published all the same, so it
 * counts, before a list turned blank, too.
 */
export function courseOf(
  view: ColumnView,
  { status, since, expectation: { limit } }: Pick<ColumnVerdict, 'status' | 'since' | 'expectation'>,
  { moment, calendar }: Pick<JudgingContext, 'moment' | 'calendar'>,
): Course | null {
  // Of a day before anybody looked nothing is proven.
  if (view.readLater) return null;
  const reading = [...view.readings, ...(view.readings.length === 0 && view.reading !== null ? [view.reading] : [])].findLast(
    ({ reason, certainty }) => certainty === 'sure' && (reason === null || reason === 'undated'),
  );
  if (limit === null || reading === undefined || mayHideNewer(view)) return null;
  const seen = [...view.listed, ...view.gone];
  const [to] = [reachOf(reading, moment), moment.today].sort() as [Day, Day];
  const blank = status === 'blank' ? emptiedOn(view.gone, moment, since ?? to) : null;
  // The last day on which updates kept it in time.
  const end = blank === null ? to : addDays(blank, -1);
  const known = [...new Set(seen.flatMap((sighting) => dayOf(sighting) ?? []))].filter((day) => day <= end).sort();
  // Nothing newer than the newest is hidden, but a row whose page could not be read may have filled any silence before.
  const readable = seen.some(wasNotRead) ? known.slice(-1) : known;
  const days = [...new Set(readable.map((day) => clockStart(view.column, day)))].filter((day) => day <= end);
  const from = days[0] ?? blank;
  if (from === null) return null;
  const lapses = days.flatMap((day, place): Span[] => {
    const due = limitEnd(day, limit, calendar);
    const next = days[place + 1];
    const last = next === undefined ? end : addDays(next, -1);
    return due < last && !isUncertain(day, due, limit, calendar) ? [{ from: addDays(due, 1), to: last }] : [];
  });
  return blank === null ? { from, to, lapses } : { from, to, blank, lapses: [...lapses, { from: blank, to }] };
}

/** The day on which the last row of a list that is blank now was seen to have left it; at the latest the day of the reading that proves it. */
function emptiedOn(gone: readonly SightedItem[], { zone }: Moment, proven: Day): Day {
  const left = gone.flatMap(({ goneSince, removedAt }) => (goneSince ?? removedAt)?.getTime() ?? []);
  const [day = proven] = left.length === 0 ? [] : [proven, dayIn(zone, new Date(Math.max(...left)))].sort();
  return day;
}

/** Days in time ÷ days owed of some columns over a period, and of how many columns something was owed. */
export interface Kept {
  readonly owed: number;
  readonly inTime: number;
  readonly columns: number;
}

/** Only days that are known of a column are owed. */
export function keptOver(courses: readonly Course[], span: Span): Kept {
  const each = courses.map(({ from, to, lapses }) => {
    const owed = daysWithin({ from, to }, span);
    return { owed, late: lapses.reduce((sum, lapse) => sum + daysWithin(lapse, span), 0) };
  });
  const owed = each.reduce((sum, one) => sum + one.owed, 0);
  return { owed, inTime: owed - each.reduce((sum, { late }) => sum + late, 0), columns: each.filter((one) => one.owed > 0).length };
}

/** Whether a column was overdue or blank on a day; null where nothing is known of that day. */
export function wasLate({ from, to, lapses }: Course, day: Day): boolean | null {
  if (day < from || day > to) return null;
  return lapses.some((lapse) => lapse.from <= day && day <= lapse.to);
}

/** Days that lie in both. */
function daysWithin(one: Span, other: Span): number {
  const [, from = one.from] = [one.from, other.from].sort();
  const [to = one.to] = [one.to, other.to].sort();
  return from > to ? 0 : daysBetween(from, to) + 1;
}
