import type { ColumnRow } from '../audit/audit-result.ts';
import { COLUMN_STATUSES, type ColumnStatus } from '../model/records.ts';

/** How many columns stand how. */
export function statusCounts(columns: readonly ColumnRow[]): Record<ColumnStatus, number> {
  const counts = Object.fromEntries(COLUMN_STATUSES.map((status) => [status, 0])) as Record<ColumnStatus, number>;
  for (const { status } of columns) counts[status] += 1;
  return counts;
}
