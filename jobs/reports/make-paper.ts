import { accountUnanswered } from '../../src/checks/account-unanswered.ts';
import { rulesOf } from '../../src/checks/parts/rules.ts';
import { spanOf } from '../../src/counting/periods.ts';
import { countsOf } from '../../src/counting/tally.ts';
import { countReplies, MESSAGES_FROM, type RepliesCounted } from '../../src/media/replies.ts';
import type { Alert } from '../../src/model/alerts.ts';
import { addDays, addPeriod, type Day, dayIn, daysBetween, startOfDay } from '../../src/model/day.ts';
import type { Span } from '../../src/model/estate.ts';
import type { Paper } from '../../src/model/paper.ts';
import type { PaperFacts, PaperKind } from '../../src/reports/facts.ts';
import { problemsOf } from '../../src/reports/problems.ts';
import { revisionsFor, withRevisions } from '../../src/reports/revisions.ts';
import type { TallyGroup } from '../../src/store/store.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';
import { judgeWithOthers } from '../judging/judge.ts';
import { judgeOnce } from '../judging/judgement.ts';
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
  if (run !== null) await judgeOnce(workshop, run);
  const before = { from: addDays(span.from, -1 - daysBetween(span.from, span.to)), to: addDays(span.from, -1) };
  const quarters = kind.byQuarter ? quartersOf(workshop, span) : [];
  const asOf = endOf(workshop, span);
  const others = [...(kind.compares ? [before] : []), ...quarters].map((other) => ({ asOf: endOf(workshop, other), span: other }));
  const { judged, others: stood } = await judgeWithOthers(workshop, { asOf, span, narrowing: {}, pack }, others);
  const { result, courses } = judged;
  const tally = (group: TallyGroup) => (run === null ? Promise.resolve([]) : store.judgements.tally(span, group));
  const [day, byUnit, bySite, column] = await Promise.all([tally('day'), tally('unit'), tally('site'), tally('column')]);
  const year = run === null ? [] : await store.judgements.tally({ from: `${span.to.slice(0, 4)}-01-01`, to: span.to }, 'unit');
  const facts: PaperFacts = {
    estate,
    taxonomy,
    pack,
    span,
    asOf: dayIn(estate.timezone, asOf),
    madeOn: dayIn(estate.timezone, workshop.clock.now()),
    unit,
    result,
    courses,
    counts: countsOf({ day, unit: byUnit, site: bySite, column }, result.totals.undated, taxonomy),
    byUnit,
    bySite,
    yearByUnit: year.reduce((sums, { key, items }) => sums.set(key, (sums.get(key) ?? 0) + items), new Map<string, number>()),
    replies: await repliesIn(workshop, span, dayIn(estate.timezone, asOf)),
    desk: config.alerts.contacts.flatMap(({ role, name, phone }) => (role === 'supervisor' ? [{ name, phone: phone ?? null }] : [])),
    calendar: createWorkingDays(config.calendar),
    opened: await openedIn(workshop, span),
    missed: await missedTerms(store),
    previous: kind.compares ? stood[0]! : null,
    scheme: config.papers.score ?? null,
    quarters: stood.slice(kind.compares ? 1 : 0).map((result, place) => ({ span: quarters[place]!, result })),
    before: await openedIn(workshop, before),
  };
  const evidence = problemsOf(facts).flatMap((column) => column.evidence ?? []);
  const revisions = kind.counts === 'in-words' ? revisionsFor(await store.closings.of({ from: span.from, to: span.to }), unit) : [];
  const paper = withRevisions(kind.compose(facts), revisions, estate, taxonomy);
  return { paper, asOf, evidence: [...new Set(evidence)] };
}

/** What a period is judged as of: its end or, where it is not over, now. */
function endOf({ config, clock }: PaperParts, { to }: Span): Date {
  const end = startOfDay(config.estate.timezone, addDays(to, 1)).getTime() - 1000;
  return new Date(Math.min(clock.now().getTime(), end));
}

/** The quarters that begin in a span and have begun. */
function quartersOf({ config, clock }: PaperParts, { from, to }: Span): Span[] {
  const quarters: Span[] = [];
  for (let span = spanOf('this-quarter', from); span.from <= to && startOfDay(config.estate.timezone, span.from) <= clock.now(); ) {
    quarters.push(span);
    span = spanOf('this-quarter', addDays(span.to, 1));
  }
  return quarters;
}

/** How accounts answered in a period, as of a day. */
async function repliesIn({ config, store }: PaperParts, span: Span, today: Day): Promise<Map<string, RepliesCounted>> {
  const limit = rulesOf(accountUnanswered, config.pack)[0]?.limit ?? null;
  const calendar = createWorkingDays(config.calendar);
  const known = addPeriod(span.from, MESSAGES_FROM);
  const counted = config.estate.accounts.map(async ({ id }) => {
    const replies = countReplies(await store.posts.messages(id, known), span, today, limit, calendar);
    return replies === null ? [] : [[id, replies] as const];
  });
  return new Map((await Promise.all(counted)).flat());
}

async function openedIn({ store, config }: PaperParts, { from, to }: Span): Promise<Alert[]> {
  const zone = config.estate.timezone;
  const [first, after] = [startOfDay(zone, from), startOfDay(zone, addDays(to, 1))];
  const alerts = await store.alerts.list({ audience: 'unit' }, { limit: ALL, order: 'newest' });
  return alerts.filter(
    ({ openedAt, kind, state }) => openedAt >= first && openedAt < after && kind !== 'due' && kind !== 'access' && state !== 'dismissed',
  );
}
