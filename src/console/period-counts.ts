import type { AuditResult } from '../audit/audit-result.ts';
import { columnKey } from '../counting/count.ts';
import { reconcile } from '../counting/reconcile.ts';
import type { Series } from '../counting/series.ts';
import { countsOf } from '../counting/tally.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import type { Tally } from '../store/store.ts';
import type { Judgement } from './judgement.ts';
import type { ConsoleServices } from './services.ts';

/** What pages that count show of a period; verdicts stay those of the last audit. */
export interface PeriodCounts {
  readonly result: Pick<AuditResult, 'totals' | 'classes' | 'categories' | 'keyAreas' | 'units' | 'reconciliation'>;
  readonly columns: AuditResult['columns'];
  readonly sites: AuditResult['sites'];
  readonly monthly: Series;
}

/** Counts of a period: as judged where it is the judged one, else from the lists that were kept with the judgement. */
export async function periodCounts(
  { store, config }: Pick<ConsoleServices, 'store' | 'config'>,
  judgement: Judgement,
  span: Span,
): Promise<PeriodCounts> {
  const { result, monthly } = judgement;
  if (span.from === judgement.span.from && span.to === judgement.span.to)
    return { result, columns: result.columns, sites: result.sites, monthly };
  const tally = (group: 'day' | 'unit' | 'site' | 'column') => store.judgements.tally(span, group);
  const [day, unit, site, column] = await Promise.all([tally('day'), tally('unit'), tally('site'), tally('column')]);
  const counts = countsOf({ day, unit, site, column }, result.totals.undated, config.taxonomy);
  const own = judgement.unit === null;
  return {
    result: {
      totals: { items: own ? counts.items : (counts.units.get(judgement.unit) ?? 0), undated: result.totals.undated },
      classes: result.classes.map((row) => ({ ...row, items: counts.classes.get(row.id) ?? 0 })),
      categories: result.categories.map((row) => ({ ...row, items: counts.categories.get(row.id) ?? 0 })),
      keyAreas: result.keyAreas.map((row) => ({ ...row, items: counts.keyAreas.get(row.number) ?? 0 })),
      units: result.units.map((row) => ({ ...row, items: counts.units.get(row.id) ?? 0 })),
      reconciliation: reconcile(counts, config.taxonomy, config.alerts.language),
    },
    columns: result.columns.map((row) => ({ ...row, items: counts.columns.get(columnKey(row.site, row.id)) ?? 0 })),
    sites: result.sites.map((row) => ({ ...row, items: counts.sites.get(row.id) ?? 0 })),
    monthly: byMonth(day, span),
  };
}

function byMonth(days: readonly Tally[], span: Span): Series {
  const steps = monthsOf(span);
  const groups = new Map<string, number[]>();
  for (const { key, category, items } of days) {
    if (category === null) continue;
    const numbers = groups.get(category) ?? new Array<number>(steps.length).fill(0);
    const place = steps.indexOf(`${key.slice(0, 7)}-01`);
    numbers[place] = (numbers[place] ?? 0) + items;
    groups.set(category, numbers);
  }
  return { steps, groups };
}

function monthsOf({ from, to }: Span): Day[] {
  const months: Day[] = [];
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = `${addDays(month, 31).slice(0, 7)}-01`) months.push(month);
  return months;
}
