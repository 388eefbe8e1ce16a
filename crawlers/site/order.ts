import type { Day } from '../../src/model/day.ts';

/** Rows that offices pin on top of a list whatever their day. */
const PINNED_AT_MOST = 5;
/** Share of neighbours that must stand newest first: clerks now and then file an item a day late. */
const IN_ORDER = 0.9;

/**
 * Whether a list stands newest first, so that pages not read cannot hide a newer day than those read.
 * Up to five rows at the top may be pinned. A list with fewer than two days says nothing and counts as in order.
 */
export function isNewestFirst(days: readonly (Day | null)[]): boolean {
  const known = days.filter((day): day is Day => day !== null);
  for (let pinned = 0; pinned <= Math.min(PINNED_AT_MOST, known.length - 2); pinned++) {
    if (shareInOrder(known.slice(pinned)) >= IN_ORDER) return true;
  }
  return known.length < 2;
}

function shareInOrder(days: readonly Day[]): number {
  let inOrder = 0;
  for (let index = 1; index < days.length; index++) if (days[index - 1]! >= days[index]!) inOrder++;
  return inOrder / (days.length - 1);
}
