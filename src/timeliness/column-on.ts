import type { Day } from '../model/day.ts';
import type { Column } from '../model/estate.ts';

/** A column as it is asked on a day: without a period of its own, or an exemption, that has ended by then. */
export function columnOn<Known extends Column>(column: Known, day: Day): Known {
  const isOver = (until: Day | undefined) => until !== undefined && until < day;
  return {
    ...column,
    ...(isOver(column.periodUntil) ? { period: null } : {}),
    ...(isOver(column.exemptUntil) ? { exempt: null } : {}),
  };
}
