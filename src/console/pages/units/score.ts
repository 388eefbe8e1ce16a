import type { UnitRow } from '../../../audit/audit-result.ts';

/**
 * How punctual a unit is, 0 to 100: columns on time among those that could be judged and of which something is expected; null where
 * there is none. What could not be read counts neither for nor against, and how much a unit publishes does not count at all.
 */
export function scoreOf({ fresh, due, overdue, blank }: Pick<UnitRow, 'fresh' | 'due' | 'overdue' | 'blank'>): number | null {
  const judged = fresh + due + overdue + blank;
  return judged === 0 ? null : Math.round((100 * (fresh + due)) / judged);
}
