import { type Day, daysBetween } from '../../../model/day.ts';

/** Silences shorter than this are nobody's business. */
const WORTH_TELLING = 30;
const TOLD = 10;

/** The longest silences of a column between its updates and until today, longest first. */
export function gapsIn(updated: readonly Day[], today: Day): { from: Day; to: Day; days: number }[] {
  const days = updated.filter((day) => day <= today).sort();
  const stops = days.length === 0 ? [] : [...days, today];
  return stops
    .slice(1)
    .map((to, place) => ({ from: stops[place] as Day, to, days: daysBetween(stops[place] as Day, to) }))
    .filter((gap) => gap.days >= WORTH_TELLING)
    .sort((a, b) => b.days - a.days)
    .slice(0, TOLD);
}
