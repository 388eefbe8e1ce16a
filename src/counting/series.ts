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

/** A year in numbers, for charts. */
export interface YearInNumbers {
  /** Updates per week of the year, by column key. */
  readonly weekly: Series;
  /** Updates per month of the counted span, by category. */
  readonly monthly: Series;
  readonly daily: Calendar;
}

/** Counts items along `year`, and per month along `span`, one after the other; give each once. */
export function openNumbers(year: Span, span: Span): { readonly numbers: YearInNumbers; add(item: ListedOnce): void } {
  const weekly = openSeries(year, { step: 'week', group: 'column' });
  const monthly = openSeries(span, { step: 'month', group: 'category' });
  const daily = openCalendar(year);
  return {
    numbers: { weekly: weekly.series, monthly: monthly.series, daily: daily.days },
    add(item) {
      for (const counter of [weekly, monthly, daily]) counter.add(item);
    },
  };
}

/** Counts items per month or week of the span, for each column or each category, one after the other. Undated items are in no step. */
export function openSeries(
  span: Span,
  by: { step: SeriesStep; group: SeriesGroup },
): { readonly series: Series; add(item: ListedOnce): void } {
  const steps = stepsOf(span, by.step);
  const places = new Map(steps.map((step, place) => [step, place]));
  const groups = new Map<string, number[]>();
  return {
    series: { steps, groups },
    add(item) {
      if (item.day === null || item.day < span.from || item.day > span.to) return;
      const place = places.get(startOf(item.day, by.step)) as number;
      for (const group of groupsOf(item, by.group)) {
        const numbers = groups.get(group) ?? new Array<number>(steps.length).fill(0);
        numbers[place] = (numbers[place] ?? 0) + 1;
        groups.set(group, numbers);
      }
    },
  };
}

function openCalendar(span: Span): { readonly days: Calendar; add(item: ListedOnce): void } {
  const days = new Map<string, Map<Day, number>>();
  return {
    days,
    add({ day, columns }) {
      if (day === null || day < span.from || day > span.to) return;
      for (const unit of new Set(['', ...columns.map((column) => column.unit)])) {
        const own = days.get(unit) ?? new Map<Day, number>();
        days.set(unit, own.set(day, (own.get(day) ?? 0) + 1));
      }
    },
  };
}

/** Items per day, by unit; under an empty name those of all units, each item once. */
export type Calendar = ReadonlyMap<string, ReadonlyMap<Day, number>>;

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
