import { judgeStored, yearToDate, yearUpTo } from '../../jobs/judging/judge.ts';
import { judgementOf } from '../../jobs/judging/judgement.ts';
import type { AuditResult, ColumnRow } from '../audit/audit-result.ts';
import { columnKey } from '../counting/count.ts';
import type { Gap } from '../counting/gaps.ts';
import type { YearInNumbers } from '../counting/series.ts';
import { type Day, dayIn } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import type { RunRecord } from '../model/records.ts';
import type { Course } from '../timeliness/course.ts';
import type { ConsoleDeps } from './deps.ts';

/** The estate as its last finished audit saw it, with what charts need. */
export interface Judgement extends YearInNumbers {
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
  /** The longest silences of each column that had some, by column key. */
  readonly gaps: ReadonlyMap<string, readonly Gap[]>;
  /** How columns kept their limits, by column key. */
  readonly courses: ReadonlyMap<string, Course>;
}

/**
 * As of the last finished audit of the whole estate, not as of this minute or of a later look at some columns: what nobody has looked
 * at since is nobody's fault.
 */
export async function judge(deps: ConsoleDeps): Promise<Judgement> {
  const { store, clock, config } = deps;
  const zone = config.estate.timezone;
  const run = await store.runs.lastAudit();
  const asOf = run?.asOf ?? clock.now();
  const today = dayIn(zone, asOf);
  const span = yearToDate(zone, asOf);
  const { result, numbers, gaps, courses } = run
    ? await judgementOf(deps, run)
    : await judgeStored(deps, { asOf, span, narrowing: {}, pack: config.pack });
  return {
    unit: null,
    run,
    asOf,
    today,
    span,
    year: yearUpTo(today),
    result,
    gaps,
    courses,
    ...numbers,
  };
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
      findings: result.findings.filter(({ subject }) => own(subject)),
      forecast: result.forecast.filter(own),
      duties: result.duties.filter(own),
      clocks: result.clocks.filter(own),
      accounts: result.accounts.filter(own),
      budgets: result.budgets.filter(({ units }) => units.includes(unit)),
      lags: { lawful: [], observed: NOTHING, gap: NOTHING },
    },
    gaps: only(keys, judgement.gaps),
    courses: only(keys, judgement.courses),
    weekly: { ...judgement.weekly, groups: only(keys, judgement.weekly.groups) },
    monthly: { ...judgement.monthly, groups: new Map() },
    daily: new Map([['', judgement.daily.get(unit) ?? new Map()]]),
  };
}

function only<Value>(keys: ReadonlySet<string>, all: ReadonlyMap<string, Value>): Map<string, Value> {
  return new Map([...all].filter(([key]) => keys.has(key)));
}

const NOTHING = { measured: 0, median: null, worst: null };

export function findColumn({ result }: Judgement, site: string, id: string): ColumnRow | null {
  return result.columns.find((column) => column.site === site && column.id === id) ?? null;
}
