import type { RunRecord } from '../../src/model/records.ts';

/** How long before the deadline no more pages are read, so that judging and closing have time: a part of the run, at most ten minutes. */
const MARGIN_PART = 0.05;
const LONGEST_MARGIN_MS = 600_000;

/** When a run stops reading; null: whenever it is through. */
export function readingEnd({ deadline, startedAt }: Pick<RunRecord, 'deadline' | 'startedAt'>): Date | null {
  return deadline === null ? null : new Date(deadline.getTime() - marginMs({ deadline, startedAt }));
}

/** When a site's job that does not heed the end of reading is left behind. */
export function lastCall({ deadline, startedAt }: Pick<RunRecord, 'deadline' | 'startedAt'>): Date | null {
  return deadline === null ? null : new Date(deadline.getTime() - marginMs({ deadline, startedAt }) / 2);
}

function marginMs({ deadline, startedAt }: { readonly deadline: Date; readonly startedAt: Date }): number {
  return Math.min(LONGEST_MARGIN_MS, Math.max(0, deadline.getTime() - startedAt.getTime()) * MARGIN_PART);
}
