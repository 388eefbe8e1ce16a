import type { ColumnRow } from '../audit/audit-result.ts';
import type { ColumnStatus } from '../model/records.ts';
import type { RulePack } from '../model/rules.ts';

/** How a column stands before everybody. */
export type PublicStanding = 'inTime' | 'late' | 'unknown' | 'exempt';

const IN_TIME: readonly ColumnStatus[] = ['fresh', 'due'];
const LATE: readonly ColumnStatus[] = ['overdue', 'blank'];

/** Before everybody nobody is called late by a rule whose wording this office has not compared with the document. */
export function publicStanding({ status, rule }: Pick<ColumnRow, 'status' | 'rule'>, pack: RulePack): PublicStanding {
  if (IN_TIME.includes(status)) return 'inTime';
  if (status === 'exempt') return 'exempt';
  const verified = pack.rules.some((one) => `${pack.id}/${one.id}` === rule && one.verified);
  return LATE.includes(status) && verified ? 'late' : 'unknown';
}

/** How columns stand, in numbers: those that were judged, those of them in time, their share, and those that could not be judged. */
export function standingOf(columns: readonly Pick<ColumnRow, 'status' | 'rule'>[], pack: RulePack) {
  const all = columns.map((column) => publicStanding(column, pack));
  const count = (wanted: PublicStanding) => all.filter((standing) => standing === wanted).length;
  const [inTime, judged] = [count('inTime'), count('inTime') + count('late')];
  return { judged, inTime, share: judged === 0 ? null : `${((100 * inTime) / judged).toFixed(1)} %`, unknown: count('unknown') };
}
