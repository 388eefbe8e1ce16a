import type { AuditResult } from '../../src/audit/audit-result.ts';
import { spanOf } from '../../src/counting/periods.ts';
import { countsOf } from '../../src/counting/tally.ts';
import type { Alert } from '../../src/model/alerts.ts';
import { addDays, dayIn, daysBetween, startOfDay } from '../../src/model/day.ts';
import type { Span } from '../../src/model/estate.ts';
import type { Paper } from '../../src/model/paper.ts';
import type { PaperFacts, PaperKind } from '../../src/reports/facts.ts';
import { problemsOf } from '../../src/reports/problems.ts';
import type { TallyGroup } from '../../src/store/store.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';
import { judgeStored } from '../judging/judge.ts';
import { judgementOf } from '../judging/judgement.ts';
import type { Workshop } from '../workshop.ts';
import { missedTerms } from './missed-terms.ts';

const ALL = 100_000;

type PaperParts = Pick<Workshop, 'config' | 'store' | 'classifier' | 'clock'>;

/** A paper with the moment that it was made at and judged as of. */
export interface MadePaper {
  readonly paper: Paper;
  readonly asOf: Date;
  /** Pages as fetched that its problems rest on. */
  readonly evidence: readonly string[];
}

/** Makes a draft: the period counted by what the last audit saw, columns judged as of its end or, where it is not over, of now. */
export async function makePaper(workshop: PaperParts, kind: PaperKind, span: Span, unit: string | null): Promise<MadePaper> {
  const { config, store } = workshop;
  const { estate, taxonomy, pack } = config;
  const run = await store.runs.lastAudit();
  if (run !== null) await judgementOf(workshop, run);
  const { asOf, result, courses } = await judgedAtEnd(workshop, span);
  const tally = (group: TallyGroup) => (run === null ? Promise.resolve([]) : store.judgements.tally(span, group));
  const [day, byUnit, bySite, column] = await Promise.all([tally('day'), tally('unit'), tally('site'), tally('column')]);
  const year = run === null ? [] : await store.judgements.tally({ from: `${span.to.slice(0, 4)}-01-01`, to: span.to }, 'unit');
  const before = { from: addDays(span.from, -1 - daysBetween(span.from, span.to)), to: addDays(span.from, -1) };
  const facts: PaperFacts = {
    estate,
    taxonomy,
    pack,
    span,
    asOf: dayIn(estate.timezone, asOf),
    unit,
    result,
    courses,
    counts: countsOf({ day, unit: byUnit, site: bySite, column }, result.totals.undated, taxonomy),
    byUnit,
    bySite,
    yearByUnit: year.reduce((sums, { key, items }) => sums.set(key, (sums.get(key) ?? 0) + items), new Map<string, number>()),
    calendar: createWorkingDays(config.calendar),
    opened: await openedIn(workshop, span),
    missed: await missedTerms(store),
    previous: kind.compares ? (await judgedAtEnd(workshop, before)).result : null,
    scheme: config.papers.score ?? null,
    quarters: kind.byQuarter ? await judgedByQuarter(workshop, span) : [],
    before: await openedIn(workshop, before),
  };
  const evidence = problemsOf(facts).flatMap((column) => column.evidence ?? []);
  return { paper: kind.compose(facts), asOf, evidence: [...new Set(evidence)] };
}

/** A period judged as of its end or, where it is not over, of now. */
async function judgedAtEnd(workshop: PaperParts, span: Span) {
  const { config, clock } = workshop;
  const end = startOfDay(config.estate.timezone, addDays(span.to, 1)).getTime() - 1000;
  const asOf = new Date(Math.min(clock.now().getTime(), end));
  const { result, courses } = await judgeStored(workshop, { asOf, span, narrowing: {}, pack: config.pack });
  return { asOf, result, courses };
}

/** The quarters that begin in a span and have begun. */
async function judgedByQuarter(workshop: PaperParts, { from, to }: Span): Promise<PaperFacts['quarters']> {
  const { config, clock } = workshop;
  const judged: { span: Span; result: AuditResult }[] = [];
  for (let span = spanOf('this-quarter', from); span.from <= to && startOfDay(config.estate.timezone, span.from) <= clock.now(); ) {
    judged.push({ span, result: (await judgedAtEnd(workshop, span)).result });
    span = spanOf('this-quarter', addDays(span.to, 1));
  }
  return judged;
}

async function openedIn({ store, config }: PaperParts, { from, to }: Span): Promise<Alert[]> {
  const zone = config.estate.timezone;
  const [first, after] = [startOfDay(zone, from), startOfDay(zone, addDays(to, 1))];
  const alerts = await store.alerts.list({ audience: 'unit' }, { limit: ALL, order: 'newest' });
  return alerts.filter(
    ({ openedAt, kind, state }) => openedAt >= first && openedAt < after && kind !== 'due' && kind !== 'access' && state !== 'dismissed',
  );
}
