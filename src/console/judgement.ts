import { readObservations } from '../../jobs/audit/judge.ts';
import { columnKey, foldItems, type ListedOnce } from '../counting/count.ts';
import { countSeries, type Series } from '../counting/series.ts';
import { addDays, addPeriod, type Day, dayIn } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import type { Finding, ReadingRecord, RunRecord } from '../model/records.ts';
import type { ListedThen } from '../store/store.ts';
import { type AuditInput, judgeAudit } from '../timeliness/audit.ts';
import type { AuditResult, ColumnRow } from '../timeliness/audit-result.ts';
import { viewEstate } from '../timeliness/view.ts';
import { watchedColumns } from '../timeliness/watched.ts';
import type { ConsoleDeps } from './deps.ts';

/** The estate as the last finished audit saw it, with what charts need. */
export interface Judgement {
  /** The unit to which it is narrowed, or null. */
  readonly unit: string | null;
  /** The run that it rests on; null: nothing was audited yet. */
  readonly run: RunRecord | null;
  readonly asOf: Date;
  readonly today: Day;
  /** What is counted: the calendar year up to today. */
  readonly span: Span;
  /** The year that charts show: 52 weeks back from today. */
  readonly year: Span;
  readonly result: AuditResult;
  readonly findings: readonly Finding[];
  /** Which moment of the lists was judged. */
  readonly listed: Omit<ListedThen, 'columns'>;
  /** Updates per week of `year`, by column key. */
  readonly weekly: Series;
  /** Updates per month of `span`, by category. */
  readonly monthly: Series;
  /** Updates per day of `year`, by unit; under an empty name those of all units, each item once. */
  readonly daily: ReadonlyMap<string, ReadonlyMap<Day, number>>;
}

const RUNS_LOOKED_AT = 50;

/**
 * Judges as of the last finished run, not as of this minute: what nobody has looked at since is nobody's fault. Item pages are not
 * read again; what they say is in the findings that the run left.
 */
export async function judge(deps: ConsoleDeps): Promise<Judgement> {
  const { store, clock, config } = deps;
  const zone = config.estate.timezone;
  const runs = await store.runs.list(RUNS_LOOKED_AT);
  const run = runs.find(({ state, finishedAt }) => finishedAt !== null && (state === 'done' || state === 'interrupted')) ?? null;
  const asOf = run?.asOf ?? clock.now();
  const today = dayIn(zone, asOf);
  const span = { from: `${today.slice(0, 4)}-01-01`, to: today };
  const year = { from: addDays(addPeriod(today, { years: 1, months: 0, days: 0 }, -1), 1), to: today };
  const until = clock.now();
  const input = await readObservations(deps, { asOf, span, narrowing: {}, pack: config.pack });
  const result = judgeAudit(input);
  const kept = run === null ? [] : await store.findings.list(run.id);
  const items = listedItems(input, today, zone);
  return {
    unit: null,
    run,
    asOf,
    today,
    span,
    year,
    result,
    listed: { asOf, today, until, known: lastReading(input.readings, asOf) },
    findings: kept.length > 0 ? kept : result.findings,
    weekly: countSeries(items, year, { step: 'week', group: 'column' }),
    monthly: countSeries(items, span, { step: 'month', group: 'category' }),
    daily: countDays(items, year),
  };
}

/** The last reading of that moment, or the moment itself where none was made after it. */
function lastReading(readings: readonly ReadingRecord[], asOf: Date): Date {
  return readings.reduce((last, reading) => (reading.asOf <= asOf && reading.at > last ? reading.at : last), asOf);
}

/** What belongs to one unit and nothing else. */
export function narrowed(judgement: Judgement, unit: string): Judgement {
  const { result } = judgement;
  const own = (row: { readonly unit: string | null }) => row.unit === unit;
  const columns = result.columns.filter(own);
  const keys = new Set(columns.map((column) => columnKey(column.site, column.id)));
  const sites = new Set(columns.map(({ site }) => site));
  return {
    ...judgement,
    unit,
    result: {
      ...result,
      totals: { items: result.units.find(({ id }) => id === unit)?.items ?? 0, undated: 0 },
      classes: [],
      categories: [],
      keyAreas: [],
      units: result.units.filter(({ id }) => id === unit),
      sites: result.sites.filter((site) => site.unit === unit || sites.has(site.id)),
      columns,
      findings: result.findings.filter(own),
      forecast: result.forecast.filter(own),
      duties: result.duties.filter(own),
      lags: { lawful: [], observed: NOTHING, gap: NOTHING },
    },
    findings: judgement.findings.filter(own),
    weekly: { ...judgement.weekly, groups: new Map([...judgement.weekly.groups].filter(([key]) => keys.has(key))) },
    monthly: { ...judgement.monthly, groups: new Map() },
    daily: new Map([['', judgement.daily.get(unit) ?? new Map()]]),
  };
}

const NOTHING = { measured: 0, median: null, worst: null };

export function findColumn({ result }: Judgement, site: string, id: string): ColumnRow | null {
  return result.columns.find((column) => column.site === site && column.id === id) ?? null;
}

function listedItems(input: AuditInput, today: Day, zone: string): ListedOnce[] {
  const columns = watchedColumns(input.estate.sites, input.columns, input.categoryOf);
  const views = viewEstate(input.estate.sites, { ...input, columns }, { asOf: input.asOf, today, zone }).flatMap((site) => site.columns);
  return foldItems(
    views.flatMap(({ listed }) => listed),
    views.map(({ column }) => column),
  );
}

function countDays(items: readonly ListedOnce[], span: Span): Map<string, Map<Day, number>> {
  const counts = new Map<string, Map<Day, number>>();
  for (const { day, columns } of items) {
    if (day === null || day < span.from || day > span.to) continue;
    for (const unit of new Set(['', ...columns.map((column) => column.unit)])) {
      const days = counts.get(unit) ?? new Map<Day, number>();
      days.set(day, (days.get(day) ?? 0) + 1);
      counts.set(unit, days);
    }
  }
  return counts;
}
