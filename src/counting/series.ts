import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import { columnKey, type ListedOnce } from './count.ts';

export type SeriesStep = 'month' | 'week';
export type SeriesGroup = 'column' | 'category';

/** Numbers of items along time, for charts. */
export interface Series {
  /** First day of each step, all steps of the span, in order; a week begins on Monday. */
  readonly steps: readonly Day[];
  /** By column key or category id, one number a step; groups without any item are left out. */
  readonly groups: ReadonlyMap<string, readonly number[]>;
}

/** Counts items per month or week of the span, for each column or each category. Undated items are in no step. */
export function countSeries(items: readonly ListedOnce[], span: Span, by: { step: SeriesStep; group: SeriesGroup }): Series {
  const steps = stepsOf(span, by.step);
  const places = new Map(steps.map((step, place) => [step, place]));
  const groups = new Map<string, number[]>();
  for (const item of items) {
    if (item.day === null || item.day < span.from || item.day > span.to) continue;
    const place = places.get(startOf(item.day, by.step)) as number;
    for (const group of groupsOf(item, by.group)) {
      const numbers = groups.get(group) ?? new Array<number>(steps.length).fill(0);
      numbers[place] = (numbers[place] ?? 0) + 1;
      groups.set(group, numbers);
    }
  }
  return { steps, groups };
}

function groupsOf(item: ListedOnce, group: SeriesGroup): string[] {
  if (group === 'category') return item.category === null ? [] : [item.category];
  return item.columns.map((column) => columnKey(column.site, column.id));
}

function stepsOf(span: Span, step: SeriesStep): Day[] {
  const steps: Day[] = [];
  for (let day = startOf(span.from, step); day <= span.to; day = startOf(addDays(day, step === 'month' ? 31 : 7), step)) steps.push(day);
  return steps;
}

const A_MONDAY: Day = '2000-01-03';

function startOf(day: Day, step: SeriesStep): Day {
  if (step === 'month') return `${day.slice(0, 7)}-01`;
  return addDays(day, -(((daysBetween(A_MONDAY, day) % 7) + 7) % 7));
}
