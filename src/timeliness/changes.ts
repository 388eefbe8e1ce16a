import type { ColumnStatus } from '../model/records.ts';

/** What became of a column between two days: a problem came up, it is updated again, or it can no longer be judged. */
export const COLUMN_CHANGES = ['silent', 'back', 'lost'] as const;
export type ColumnChange = (typeof COLUMN_CHANGES)[number];

/** How a column stood on the earlier day; null: nothing is known of it, or nothing was asked of it. */
export type Stood = 'late' | 'in-time' | null;

export function stoodAs(status: ColumnStatus): Stood {
  if (status === 'overdue' || status === 'blank') return 'late';
  return status === 'fresh' || status === 'due' ? 'in-time' : null;
}

/** What changed; null: nothing. Only what was judged on both days fell silent or came back: the rest proves neither. */
export function changeOf(now: ColumnStatus, then: Stood): ColumnChange | null {
  if (then === null) return null;
  if (now === 'unknown') return 'lost';
  const stands = stoodAs(now);
  if (stands === null || stands === then) return null;
  return stands === 'late' ? 'silent' : 'back';
}
