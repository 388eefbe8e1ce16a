import { type Day, dayIn } from '../model/day.ts';
import type { RunRecord } from '../model/records.ts';

/** `unaudited`, `unfinished`, or the day that was judged. */
export type NoAlerts = 'unaudited' | 'unfinished' | Day;

/**
 * Why there may be no alerts although nothing is well, from the last audit of the whole estate: `unaudited` where there was none,
 * `unfinished` where it was broken off, the day it judged where that was not the day it was made on; null where alerts came of it.
 */
export function whyNone(audit: Pick<RunRecord, 'state' | 'asOf' | 'startedAt'> | null, zone: string): NoAlerts | null {
  if (audit === null) return 'unaudited';
  if (audit.state !== 'done') return 'unfinished';
  const judged = dayIn(zone, audit.asOf);
  return judged === dayIn(zone, audit.startedAt) ? null : judged;
}
