import { type Day, isDay } from '../../src/model/day.ts';
import type { Entry } from '../../src/model/reading.ts';

/**
 * Gives rows that show `MM-DD` their year where their neighbours leave only one: between two dated rows of one year
 * whose days enclose it, in either order. Anything else stays open for the item's own page to say; a year is never guessed.
 */
export function resolveRowYears(entries: readonly Entry[]): Entry[] {
  return entries.map((entry, index) => {
    if (entry.publishedOn !== null || entry.shown === undefined) return entry;
    const above = nearestDay(entries, index, -1);
    const below = nearestDay(entries, index, 1);
    if (above === null || below === null || above.slice(0, 4) !== below.slice(0, 4)) return entry;
    const day = `${above.slice(0, 4)}-${entry.shown}`;
    const enclosed = (above >= day && day >= below) || (above <= day && day <= below);
    return isDay(day) && enclosed ? { ...entry, publishedOn: day } : entry;
  });
}

function nearestDay(entries: readonly Entry[], from: number, step: 1 | -1): Day | null {
  for (let index = from + step; index >= 0 && index < entries.length; index += step) {
    const day = entries[index]?.publishedOn;
    if (day) return day;
  }
  return null;
}
