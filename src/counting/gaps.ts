import { type Day, daysBetween } from '../model/day.ts';

/** Days between one update and the next, or today. */
export interface Gap {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
}

/** Silences shorter than this are nobody's business. */
const WORTH_TELLING = 30;
const TOLD = 10;

/** The longest silences between updates and until today, longest first; `updated` in any order, a day more than once if need be. */
export function longestGaps(updated: Iterable<Day>, today: Day): Gap[] {
  const days = [...new Set(updated)].filter((day) => day <= today).sort();
  const stops = days.length === 0 ? [] : [...days, today];
  return stops
    .slice(1)
    .map((to, place) => ({ from: stops[place] as Day, to, days: daysBetween(stops[place] as Day, to) }))
    .filter((gap) => gap.days >= WORTH_TELLING)
    .sort((a, b) => b.days - a.days)
    .slice(0, TOLD);
}
