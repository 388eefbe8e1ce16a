import { addDays, type Day } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import type { WeekReading } from '../store/store.ts';
import { type Course, keptOver, wasLate } from './course.ts';
import { groupBy } from './group-by.ts';
import { type Score, scoreOf } from './score.ts';

/** A column along time. */
export interface TrendColumn {
  readonly site: string;
  readonly id: string;
  readonly course: Course | null;
}

/** How some columns stood over a stretch of time: a week, a quarter. */
export interface Stretch extends Span {
  readonly items: number;
  /** Columns of which is known how they stood at its end, and those of them that were overdue. */
  readonly judged: number;
  readonly overdue: number;
  /** Those of them that were neither overdue nor blank. */
  readonly inTime: number;
  /** Days in time ÷ days owed. */
  readonly score: Score | null;
  /** Sites whose known columns were all in time at its end, among those with any, in percent to two decimals; null: none. */
  readonly passRate: number | null;
}

export interface TrendWeek extends Stretch {
  /** As lists were read in that week; null where nobody read them then. */
  readonly blank: number | null;
  readonly unknown: number | null;
}

/** Weeks of `span` from Monday to Sunday; the last ends with the span. `items` by day; readings of any columns. */
export function trendOf(
  span: Span,
  columns: readonly TrendColumn[],
  items: ReadonlyMap<Day, number>,
  readings: readonly WeekReading[],
): TrendWeek[] {
  const own = new Set(columns.map(keyOf));
  const read = groupBy(
    readings.filter(({ site, column }) => own.has(keyOf({ site, id: column }))),
    ({ week }) => week,
  );
  const weeks: TrendWeek[] = [];
  for (let from = span.from; from <= span.to; from = addDays(from, 7)) {
    const [to = from] = [addDays(from, 6), span.to].sort();
    weeks.push({ ...stretchOf({ from, to }, columns, items), ...readIn(read.get(from)) });
  }
  return weeks;
}

/** Columns and items over any stretch of time. */
export function stretchOf(span: Span, columns: readonly TrendColumn[], items: ReadonlyMap<Day, number>): Stretch {
  const courses = columns.flatMap(({ course }) => course ?? []);
  const known = columns.flatMap(({ site, course }) => {
    const late = course && wasLate(course, span.to);
    return course === null || late === null ? [] : [{ site, late, blank: course.blank !== undefined && course.blank <= span.to }];
  });
  const sites = new Set(known.map(({ site }) => site));
  const failed = new Set(known.filter(({ late }) => late).map(({ site }) => site));
  return {
    ...span,
    items: itemsIn(span, items),
    judged: known.length,
    overdue: known.filter(({ late, blank }) => late && !blank).length,
    inTime: known.filter(({ late }) => !late).length,
    score: scoreOf(keptOver(courses, span)),
    passRate: sites.size === 0 ? null : Math.round((10_000 * (sites.size - failed.size)) / sites.size) / 100,
  };
}

function readIn(readings: readonly WeekReading[] | undefined): Pick<TrendWeek, 'blank' | 'unknown'> {
  if (readings === undefined) return { blank: null, unknown: null };
  return {
    blank: readings.filter(({ read, rows }) => read && rows === 0).length,
    unknown: readings.filter(({ read }) => !read).length,
  };
}

function itemsIn({ from, to }: Span, items: ReadonlyMap<Day, number>): number {
  let sum = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) sum += items.get(day) ?? 0;
  return sum;
}

function keyOf({ site, id }: { readonly site: string; readonly id: string }): string {
  return JSON.stringify([site, id]);
}
