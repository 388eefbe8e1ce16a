import type { AuditResult } from '../audit/audit-result.ts';
import { columnKey } from '../counting/count.ts';
import { reconcile } from '../counting/reconcile.ts';
import type { Series } from '../counting/series.ts';
import { countsOf } from '../counting/tally.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import type { RunRecord } from '../model/records.ts';
import type { Tally } from '../store/store.ts';
import { setBounded } from './guard/bounded-map.ts';
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
  const { day, unit, site, column } = await talliesOf(store, judgement, span);
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

interface Tallies {
  readonly day: readonly Tally[];
  readonly unit: readonly Tally[];
  readonly site: readonly Tally[];
  readonly column: readonly Tally[];
}

/** Periods remembered of a judgement. */
const REMEMBERED = 24;
/** By the run that a judgement read: whatever is judged anew reads its run anew. */
const tallied = new WeakMap<RunRecord, Map<string, Promise<Tallies>>>();

/** Counted once a judgement and period: people go from page to page with the same one. */
function talliesOf(store: ConsoleServices['store'], { run }: Judgement, span: Span): Promise<Tallies> {
  const known = (run && tallied.get(run)) ?? new Map<string, Promise<Tallies>>();
  if (run !== null) tallied.set(run, known);
  const key = `${span.from} ${span.to}`;
  const made = known.get(key) ?? tally(store, span);
  setBounded(known, key, made, REMEMBERED);
  made.catch(() => known.delete(key));
  return made;
}

async function tally(store: ConsoleServices['store'], span: Span): Promise<Tallies> {
  const by = (group: keyof Tallies) => store.judgements.tally(span, group);
  const [day, unit, site, column] = await Promise.all([by('day'), by('unit'), by('site'), by('column')]);
  return { day, unit, site, column };
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
