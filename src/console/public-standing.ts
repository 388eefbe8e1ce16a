import type { ColumnRow } from '../audit/audit-result.ts';
import { columnKey } from '../counting/count.ts';
import type { ColumnStatus } from '../model/records.ts';
import type { RulePack } from '../model/rules.ts';
import type { AlertStore } from '../store/store.ts';

/** How a column stands before everybody. */
export type PublicStanding = 'inTime' | 'late' | 'unknown' | 'exempt';

type Standing = Pick<ColumnRow, 'site' | 'id' | 'status' | 'rule'>;

const IN_TIME: readonly ColumnStatus[] = ['fresh', 'due'];
const LATE: readonly ColumnStatus[] = ['overdue', 'blank'];

/** Columns, by key, of which somebody says that they are not late: a unit that waits for an answer, or the office that dismissed it. */
export async function contestedColumns(alerts: Pick<AlertStore, 'list'>): Promise<ReadonlySet<string>> {
  const contested = await alerts.list({ states: ['objected', 'dismissed'], kinds: ['column'] });
  return new Set(contested.flatMap(({ site, column }) => (site === null || column === null ? [] : [columnKey(site, column)])));
}

/**
 * Tells how columns stand before everybody. Nobody is called late there by a rule whose wording this office has not compared with the
 * document, nor while that is contested.
 */
export function openStandings(pack: RulePack, contested: ReadonlySet<string>) {
  const verified = new Set(pack.rules.filter((rule) => rule.verified).map(({ id }) => `${pack.id}/${id}`));
  const of = ({ site, id, status, rule }: Standing): PublicStanding => {
    if (IN_TIME.includes(status)) return 'inTime';
    if (status === 'exempt') return 'exempt';
    const isProven = rule !== null && verified.has(rule) && !contested.has(columnKey(site, id));
    return LATE.includes(status) && isProven ? 'late' : 'unknown';
  };
  return {
    of,
    /** In numbers: those that were judged, those of them in time, their share, and those that could not be judged. */
    count(columns: readonly Standing[]) {
      const all = columns.map(of);
      const count = (wanted: PublicStanding) => all.filter((standing) => standing === wanted).length;
      const [inTime, judged] = [count('inTime'), count('inTime') + count('late')];
      return { judged, inTime, share: judged === 0 ? null : `${((100 * inTime) / judged).toFixed(1)} %`, unknown: count('unknown') };
    },
  };
}
