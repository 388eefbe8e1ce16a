import { createHash } from 'node:crypto';
import type { AuditResult } from '../../src/audit/audit-result.ts';
import { keyAreaReader, type ListedOnce, placesOf } from '../../src/counting/count.ts';
import type { Gap } from '../../src/counting/gaps.ts';
import type { Series, YearInNumbers } from '../../src/counting/series.ts';
import type { Column } from '../../src/model/estate.ts';
import type { RunRecord } from '../../src/model/records.ts';
import type { Listing } from '../../src/store/store.ts';
import type { Course } from '../../src/timeliness/course.ts';
import type { Workshop } from '../workshop.ts';
import { reviseClosed } from './close-periods.ts';
import { type Judged, type JudgingParts, judgeStored, yearToDate } from './judge.ts';

/** Raise it whenever judgements come to hold something else: those kept before are made anew. */
const FORM = 10;

/** What judges and keeps, with the clock by which a revision is dated. */
type KeepingParts = JudgingParts & Pick<Workshop, 'clock'>;

/** What a run of the whole estate came to: as it was kept, or, where it is judged by other rules by now, judged anew and kept. */
export async function judgementOf(parts: KeepingParts, run: RunRecord): Promise<Judged> {
  const kept = (await parts.store.judgements.get(run.id, await basisOf(parts))) as Kept | null;
  if (kept === null) return judgeAnew(parts, run);
  return { result: kept.result, numbers: read(kept.numbers), gaps: new Map(kept.gaps), courses: new Map(kept.courses) };
}

/** Sees to it that the lists that are counted are those of a run, judged by the rules of now. */
export async function judgeOnce(parts: KeepingParts, run: RunRecord): Promise<void> {
  if (!(await parts.store.judgements.has(run.id, await basisOf(parts)))) await judgeAnew(parts, run);
}

/** What was set right since, or other rules, may change figures of periods that are closed. */
async function judgeAnew(parts: KeepingParts, run: RunRecord): Promise<Judged> {
  const judged = await judgeAndKeep(parts, run);
  await reviseClosed(parts, run);
  return judged;
}

/** Judges the whole estate as of a run's moment, and keeps what it comes to and the lists behind its numbers for the console. */
export async function judgeAndKeep(parts: JudgingParts, run: RunRecord): Promise<Judged> {
  const { config, store } = parts;
  const basis = await basisOf(parts);
  const areaOf = keyAreaReader(config.taxonomy);
  const columns: Column[] = [];
  const order = { asOf: run.asOf, span: yearToDate(config.estate.timezone, run.asOf), narrowing: {}, pack: config.pack };
  const judged = await judgeStored(parts, order, async (column, listed) => {
    columns.push(column);
    await store.judgements.list(
      column,
      listed.map((item) => listing(item, column, areaOf(item))),
    );
  });
  const kept: Kept = { result: judged.result, numbers: write(judged.numbers), gaps: [...judged.gaps], courses: [...judged.courses] };
  await store.judgements.keep({ run: run.id, basis, judged: kept, columns });
  return judged;
}

/** Digest of all that a judgement depends on besides what was observed. */
async function basisOf({ config, store }: JudgingParts): Promise<string> {
  const { estate, taxonomy, calendar, pack, alerts } = config;
  const [corrections, ...entered] = await Promise.all([store.corrections.list(), store.approvals.list(), store.pairs.list()]);
  const basis = [FORM, estate, taxonomy, calendar, pack, alerts.language, corrections[0]?.id ?? null, corrections.length, ...entered];
  return createHash('sha256').update(JSON.stringify(basis)).digest('hex');
}

function listing(item: ListedOnce, column: Column, area: number | null): Listing {
  const places = placesOf(item);
  const place = places.findIndex((one) => one.column.site === column.site && one.column.id === column.id);
  const { firstOfUnit = true, firstOfSite = true, firstOfUnitOnSite = true } = places[place] ?? {};
  return { item: item.key, day: item.day, category: item.category, area, first: place === 0, firstOfUnit, firstOfSite, firstOfUnitOnSite };
}

/** As it is kept: JSON knows no maps. */
interface Kept {
  readonly result: AuditResult;
  readonly numbers: {
    readonly weekly: KeptSeries;
    readonly monthly: KeptSeries;
    readonly daily: readonly (readonly [string, readonly (readonly [string, number])[]])[];
  };
  readonly gaps: readonly (readonly [string, readonly Gap[]])[];
  readonly courses: readonly (readonly [string, Course])[];
}

interface KeptSeries {
  readonly steps: Series['steps'];
  readonly groups: readonly (readonly [string, readonly number[]])[];
}

function write({ weekly, monthly, daily }: YearInNumbers): Kept['numbers'] {
  const series = ({ steps, groups }: Series) => ({ steps, groups: [...groups] });
  return { weekly: series(weekly), monthly: series(monthly), daily: [...daily].map(([unit, days]) => [unit, [...days]]) };
}

function read({ weekly, monthly, daily }: Kept['numbers']): YearInNumbers {
  const series = ({ steps, groups }: KeptSeries) => ({ steps, groups: new Map(groups) });
  return { weekly: series(weekly), monthly: series(monthly), daily: new Map(daily.map(([unit, days]) => [unit, new Map(days)])) };
}
