import type { Moment } from '../counting/listed.ts';
import { type Day, daysBetween, formatInstant } from '../model/day.ts';
import type { Unit } from '../model/estate.ts';
import type { ColumnStatus, ReadingRecord } from '../model/records.ts';
import type { JudgedColumn, JudgedSite } from '../timeliness/judged.ts';
import { limitFields } from '../timeliness/limit.ts';
import type { Reachability } from '../timeliness/reachability.ts';
import type { ColumnRow, SiteRow, UnitRow } from './audit-result.ts';

/** A judged column in the contract's form. */
export function columnRow({ view, verdict }: JudgedColumn, items: number, moment: Moment): ColumnRow {
  const { column, reading } = view;
  const sure = lastSure(view);
  const { status, reason, lastPublished, expectation, dueOn, overdueDays, since, uncertain, overdueByLater } = verdict;
  return {
    site: column.site,
    id: column.id,
    unit: column.unit,
    name: column.name,
    path: column.path,
    url: column.url,
    category: column.category,
    items,
    lastPublished,
    status,
    reason,
    rule: expectation.rule,
    ...limitFields(expectation.limit),
    dueOn,
    overdueDays,
    since,
    gapDays: lastPublished === null ? null : daysBetween(lastPublished, moment.today),
    exempt: column.exempt,
    readAt: sure && formatInstant(moment.zone, sure.at),
    certainty: verdict.certainty,
    doubts: verdict.doubts,
    evidence: reading?.evidence ?? null,
    uncertain,
    overdueByLater,
  };
}

/** The last reading that saw the list for sure. */
function lastSure({ reading, readings }: JudgedColumn['view']): ReadingRecord | null {
  const saw = ({ reason, certainty }: ReadingRecord) => (reason === null || reason === 'undated') && certainty === 'sure';
  return readings.findLast(saw) ?? (readings.length === 0 && reading !== null && saw(reading) ? reading : null);
}

/** A unit with its columns by status; `items` are the distinct items over them. */
export function unitRow({ id, name, kind }: Unit, columns: readonly JudgedColumn[], items: number): UnitRow {
  const own = columns.filter(({ view }) => view.column.unit === id);
  return { id, name, kind, items, columns: own.length, ...byStatus(own), lastPublished: newestDay(own) };
}

export function siteRow(
  { site, record, status, columns: all, reachability }: JudgedSite,
  columns: readonly JudgedColumn[],
  items: number,
): SiteRow {
  const own = columns.filter(({ view }) => view.column.site === site.id);
  const tried = record !== null || all.some(({ view }) => view.reading !== null);
  return {
    id: site.id,
    name: site.name,
    unit: site.unit,
    url: site.url,
    status,
    reason: tried ? (record?.reason ?? null) : { zh: '尚未读取', en: 'not read yet' },
    items,
    columns: own.length,
    ...byStatus(own),
    homeUpdatedOn: record?.homeUpdatedOn ?? null,
    reachability: reachability && shareOf(reachability),
  };
}

function shareOf({ from, to, visits, failed, unmeasured, measurable }: Reachability): NonNullable<SiteRow['reachability']> {
  return { from, to, visits, failed, unmeasured, measurable };
}

function byStatus(columns: readonly JudgedColumn[]): Record<ColumnStatus, number> {
  const counts = { fresh: 0, due: 0, overdue: 0, blank: 0, unknown: 0, exempt: 0 };
  for (const { verdict } of columns) counts[verdict.status] += 1;
  return counts;
}

function newestDay(columns: readonly JudgedColumn[]): Day | null {
  return columns.reduce<Day | null>(
    (newest, { verdict: { lastPublished: day } }) => (day !== null && day > (newest ?? '') ? day : newest),
    null,
  );
}
