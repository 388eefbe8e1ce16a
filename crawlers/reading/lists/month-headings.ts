import type { Day } from '../../../src/model/day.ts';
import { dayInParts, isDateOfMonth, isMonthHeading } from '../dates/rows.ts';
import type { Span } from './marks.ts';
import type { Outline } from './outline.ts';

/** The day of each row that shows the date alone, by the month that stands over it; null where there is none of them. */
export function daysUnderMonths({ runs }: Outline, rows: readonly Span[]): (Day | null)[] {
  let month: string | null = null;
  let run = 0;
  return rows.map((row) => {
    for (; run < row.runFrom; run++) if (runs[run]!.link < 0 && isMonthHeading(runs[run]!.text)) month = runs[run]!.text;
    const dates = runs.slice(row.runFrom, row.runTo).filter(({ text }) => isDateOfMonth(text));
    return month !== null && dates.length === 1 ? dayInParts([month, dates[0]!.text]) : null;
  });
}
