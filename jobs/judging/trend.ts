import { columnKey } from '../../src/counting/count.ts';
import { spanOf, weekOf } from '../../src/counting/periods.ts';
import { addDays, addPeriod, type Day, dayIn } from '../../src/model/day.ts';
import type { Span } from '../../src/model/estate.ts';
import { circular } from '../../src/reports/circular/circular.ts';
import type { TrendScope } from '../../src/store/store.ts';
import { type Stretch, stretchOf, type TrendWeek, trendOf } from '../../src/timeliness/trend.ts';
import type { Judged, JudgingParts } from './judge.ts';

/** What is shown of a trend: two years back from a Monday. */
export function twoYearsUpTo(today: Day): Span {
  return { from: weekOf(addDays(addPeriod(today, { years: 2, months: 0, days: 0 }, -1), 1)).from, to: today };
}

/** The whole weeks of a period that somebody asks for, up to now. */
export function weeksOf({ from, to }: Span, today: Day): Span {
  return { from: weekOf(from).from, to: to < today ? weekOf(to).to : today };
}

/** A week with the circular that was released in it, or null. */
export interface MarkedWeek extends TrendWeek {
  readonly circular: { readonly id: string; readonly name: string } | null;
}

export interface Trend {
  readonly weeks: readonly MarkedWeek[];
  /** The quarter in which the last week lies, up to its end, and the one before it. */
  readonly quarters: readonly [now: Stretch, before: Stretch];
}

/** Week by week, how the estate or a part of it stood, from the lists and readings that the last audit rests on. */
export async function trendFor(
  { store, config }: Pick<JudgingParts, 'store' | 'config'>,
  { result, courses }: Pick<Judged, 'result' | 'courses'>,
  span: Span,
  of: TrendScope,
): Promise<Trend> {
  const columns = result.columns.filter(
    ({ site, id, unit, category }) =>
      (of.unit === undefined || unit === of.unit) &&
      (of.category === undefined || category === of.category) &&
      (of.column === undefined || (site === of.site && id === of.column)),
  );
  const [now, before] = [spanOf('this-quarter', span.to), spanOf('last-quarter', span.to)];
  const counted = { from: [before.from, span.from].sort()[0]!, to: span.to };
  const [items, readings] = await Promise.all([
    store.judgements.daily(counted, of),
    store.columns.weekly(span.from, config.estate.timezone),
  ]);
  const circularIn = await circulars({ store, config });
  const along = columns.map(({ site, id }) => ({ site, id, course: courses.get(columnKey(site, id)) ?? null }));
  return {
    weeks: trendOf(span, along, items, readings).map((week) => ({ ...week, circular: circularIn(week) })),
    quarters: [stretchOf({ from: now.from, to: span.to }, along, items), stretchOf(before, along, items)],
  };
}

/** Tells the circular that was released in a stretch of time, the last one where there were more. */
async function circulars({ store, config }: Pick<JudgingParts, 'store' | 'config'>): Promise<(span: Span) => MarkedWeek['circular']> {
  const released = (await store.papers.list({ states: ['released'], kind: circular.id })).flatMap(({ id, releasedAt, number, drawn }) =>
    releasedAt === null ? [] : [{ day: dayIn(config.estate.timezone, releasedAt), id, name: number ?? drawn.title }],
  );
  return ({ from, to }) => {
    const found = released.filter(({ day }) => from <= day && day <= to).toSorted((one, other) => (one.day < other.day ? 1 : -1))[0];
    return found === undefined ? null : { id: found.id, name: found.name };
  };
}
