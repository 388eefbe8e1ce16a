import { addDays, addPeriod, type Day, makeDay, weekdayOf } from '../model/day.ts';
import type { Span } from '../model/estate.ts';

const LENGTHS = { week: 0, month: 1, quarter: 3, half: 6, year: 12 } as const;

/** The periods that offices count by, this one and the one before. */
export const PERIODS = [
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-half',
  'last-half',
  'this-year',
  'last-year',
] as const;
export type PeriodName = (typeof PERIODS)[number];

export function isPeriodName(text: string | undefined): text is PeriodName {
  return (PERIODS as readonly (string | undefined)[]).includes(text);
}

/** A period by its name, whole: weeks run from Monday to Sunday, and this one may end after today. */
export function spanOf(name: PeriodName, today: Day): Span {
  const [which, length] = name.split('-') as ['this' | 'last', keyof typeof LENGTHS];
  const from = beginOf(length, today);
  return wholeFrom(length, which === 'this' ? from : beginOf(length, addDays(from, -1)));
}

/** The week that a day lies in, from Monday to Sunday. */
export function weekOf(day: Day): Span {
  return wholeFrom('week', beginOf('week', day));
}

function beginOf(length: keyof typeof LENGTHS, day: Day): Day {
  if (length === 'week') return addDays(day, -((weekdayOf(day) + 6) % 7));
  const [year, month] = day.split('-').map(Number) as [number, number];
  return makeDay(year, month - ((month - 1) % LENGTHS[length]), 1) as Day;
}

function wholeFrom(length: keyof typeof LENGTHS, from: Day): Span {
  const next = length === 'week' ? addDays(from, 7) : addPeriod(from, { years: 0, months: LENGTHS[length], days: 0 });
  return { from, to: addDays(next, -1) };
}
