import { dayOf } from '../../../counting/listed.ts';
import { type Day, daysBetween } from '../../../model/day.ts';
import type { SightedItem } from '../../../store/store.ts';

/** Silences shorter than this are nobody's business. */
const WORTH_TELLING = 30;
const TOLD = 10;

/** The longest silences of a column between its updates and until today, longest first. */
export function gapsIn(listed: readonly SightedItem[], today: Day): { from: Day; to: Day; days: number }[] {
  const days = [...new Set(listed.flatMap((item) => dayOf(item) ?? []))].filter((day) => day <= today).sort();
  const stops = days.length === 0 ? [] : [...days, today];
  return stops
    .slice(1)
    .map((to, place) => ({ from: stops[place] as Day, to, days: daysBetween(stops[place] as Day, to) }))
    .filter((gap) => gap.days >= WORTH_TELLING)
    .sort((a, b) => b.days - a.days)
    .slice(0, TOLD);
}
