import { addDays, type Day } from '../../model/day.ts';
import type { Span } from '../../model/estate.ts';

/** The days of a month (`2018-03`) within a span, as the counts of charts have them. */
export function monthOf(month: string, span: Span): Span {
  return within(`${month}-01`, addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1), span);
}

/** The seven days from a Monday on, within a span. */
export function weekOf(monday: Day, span: Span): Span {
  return within(monday, addDays(monday, 6), span);
}

function within(from: Day, to: Day, span: Span): Span {
  return { from: from < span.from ? span.from : from, to: to > span.to ? span.to : to };
}
