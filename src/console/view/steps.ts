import { addDays, type Day } from '../../model/day.ts';
import type { Span } from '../../model/estate.ts';

/** The days of a month (`2018-03`) within a span, as the counts of charts have them. */
export function monthOf(month: string, span: Span): Span {
  return within(`${month}-01`, addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1), span);
}

/** The months (`2018-03`) that a span touches, in order. */
export function monthsIn({ from, to }: Span): string[] {
  const months = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addDays(`${month}-01`, 31).slice(0, 7)) months.push(month);
  return months;
}

/** The seven days from a Monday on, within a span. */
export function weekOf(monday: Day, span: Span): Span {
  return within(monday, addDays(monday, 6), span);
}

function within(from: Day, to: Day, span: Span): Span {
  return { from: from < span.from ? span.from : from, to: to > span.to ? span.to : to };
}
