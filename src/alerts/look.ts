import type { AuditResult } from '../audit/audit-result.ts';
import type { Look } from '../checks/look.ts';
import { columnKey } from '../counting/count.ts';
import { dayIn } from '../model/day.ts';
import { isNothingReadable, type RunFacts } from './run-facts.ts';

/** What checks ask of a run and its judgement. `rules`: those that are held, as `<pack>/<id>`; `zone`: of the estate. */
export function lookOf(
  result: Pick<AuditResult, 'from' | 'columns' | 'sites' | 'duties' | 'accounts'>,
  facts: RunFacts,
  { rules, zone }: { readonly rules: ReadonlySet<string>; readonly zone: string },
): Look {
  const columns = new Map(result.columns.map((row) => [columnKey(row.site, row.id), row]));
  const watched = new Set(result.sites.map(({ id }) => id));
  return {
    from: result.from,
    dayOf: (instant) => dayIn(zone, instant),
    duties: result.duties,
    nothingReadable: isNothingReadable(facts),
    sideOf: (site) => facts.sitesNotRead.get(site) ?? null,
    isWatched: (site) => watched.has(site),
    wasSiteRead: (site) => facts.sitesRead.has(site),
    wasColumnRead: (site, column) => facts.columnsRead.has(columnKey(site, column)),
    statusOf: (site, column) => columns.get(columnKey(site, column))?.status ?? null,
    unitOf: (site, column) => columns.get(columnKey(site, column))?.unit ?? null,
    isHeld: (rule) => rules.has(rule),
    isJudgedOtherwise(site, column, measured) {
      const row = columns.get(columnKey(site, column));
      return row !== undefined && row.rule !== measured.rule && (row.lastPublished ?? '') <= (measured.lastPublished ?? '');
    },
    accountStatus: (id) => result.accounts.find((account) => account.id === id)?.status ?? null,
    elementsOf: (site) => facts.elements.get(site) ?? null,
    unmeasuredIn: (site) =>
      result.columns
        .filter((row) => row.site === site && row.status !== 'exempt')
        .filter((row) => row.status === 'unknown' || !facts.columnsRead.has(columnKey(row.site, row.id)))
        .map(({ id }) => id),
  };
}
