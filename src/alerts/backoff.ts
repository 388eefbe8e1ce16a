const MINUTE = 60_000;
/** Minutes to wait after each failed attempt: three days in all, so that a weekend's outage loses nothing. */
const WAITS = [1, 5, 15, 60, 240, 720, 1440, 1440];

/** When a delivery is tried again whose attempt of this number (from 1) failed at `at`; null: it is given up. */
export function nextTryAfter(attempt: number, at: Date): Date | null {
  const wait = WAITS[attempt - 1];
  return wait === undefined ? null : new Date(at.getTime() + wait * MINUTE);
}
