import { type Day, dayIn } from '../../src/model/day.ts';
import type { RunRecord } from '../../src/model/records.ts';

/**
 * The day on which a run looks at something, whatever day it judges: two looks a minute apart never prove what two days must, though one
 * run judges yesterday and the next today. A night is one day, also past midnight.
 */
export function lookDay({ startedAt }: Pick<RunRecord, 'startedAt'>, zone: string): Day {
  return dayIn(zone, startedAt);
}
