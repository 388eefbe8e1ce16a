import type { Day } from '../model/day.ts';
import type { Column } from '../model/estate.ts';

/**
 * A column as it is asked on a day: without a period of its own, or an exemption, that has ended by then. What is asked of it since then counts
 * from their last day: silence before it was nobody's fault.
 */
export function columnOn<Known extends Column>(column: Known, day: Day): Known {
  const isOver = (until: Day | undefined): until is Day => until !== undefined && until < day;
  const { periodUntil, exemptUntil } = column;
  const ended = [periodUntil, exemptUntil].filter(isOver).sort();
  return {
    ...column,
    ...(isOver(periodUntil) ? { period: null } : {}),
    ...(isOver(exemptUntil) ? { exempt: null } : {}),
    ...(ended.length > 0 ? { askedAfter: ended.at(-1)! } : {}),
  };
}

/** The day from which a column's limit counts after an update: not before it was asked for. */
export function clockStart({ askedAfter = '' }: Pick<Column, 'askedAfter'>, updated: Day): Day {
  return updated > askedAfter ? updated : askedAfter;
}
