import { addDays, type Day, daysBetween } from '../../model/day.ts';
import type { PairDecision } from '../../model/pair-decision.ts';
import type { PairRule } from '../../model/rules.ts';
import type { JudgedColumn } from '../../timeliness/judged.ts';
import type { JudgingContext } from '../../timeliness/judging-context.ts';
import { isUncertain, limitEnd } from '../../timeliness/limit.ts';
import type { Lacking, PairResult } from '../duty.ts';
import { openAnswers } from './answers.ts';
import { linkedPairs } from './linked.ts';
import { type PairItem, pairRulesOf } from './reader.ts';
import type { References } from './references.ts';

interface Placed extends PairItem {
  readonly unit: string;
}

/** What tells pairs beside their titles. */
interface Told {
  readonly decisions: readonly PairDecision[];
  readonly references: References;
}

/** Pairs of the last year: what called for something else, and whether that came. */
export function judgePairs(judged: readonly JudgedColumn[], context: JudgingContext, { decisions, references }: Told): PairResult[] {
  const items = judged.flatMap(({ view, paired }) => paired.map((item): Placed => ({ ...item, unit: view.column.unit })));
  return pairRulesOf(context.pack).flatMap((rule) => {
    const own = once(items.filter((item) => item.rule === rule.id));
    const calls = own.filter(({ role }) => role === 'call').sort((a, b) => a.day.localeCompare(b.day));
    const decided = decisions.filter((one) => one.rule === rule.id);
    const answering = own.filter(({ role }) => role === 'answer');
    const accepted = new Map(decided.flatMap((one) => (one.accepted ? [[one.call, one] as const] : [])));
    const taken = new Set([...accepted.values()].map(({ answer }) => answer));
    const refused = openRefused(decided);
    const free = answering.filter(({ url }) => !taken.has(url));
    const linked = linkedPairs(calls, free, references);
    const proven = new Map(
      calls.map((call) => [call, (linked.proven.get(call) ?? []).filter(({ url }) => !refused(call).has(url)).sort(byDay)]),
    );
    const linkedAnswers = new Set([...proven.values()].flat());
    const answers = openAnswers(free.filter((answer) => !linkedAnswers.has(answer)));
    const judge = (call: Placed, answer: Placed | null) => judgePair(rule, call, answer, judged, context);
    return calls.map((call) => {
      const decision = accepted.get(call.url);
      const given = decision && answering.find(({ url }) => url === decision.answer);
      if (decision && given) return { ...judge(call, given), proposal: null, linked: false, decidedBy: decision.by };
      const [first] = proven.get(call) ?? [];
      if (first) return { ...judge(call, first), proposal: null, linked: true, decidedBy: null };
      const { answer, proposal } = answers.answerTo(call, refused(call));
      const hinted = answer === null ? linked.hinted.get(call)?.find(({ url }) => !refused(call).has(url)) : undefined;
      return { ...judge(call, answer), proposal: (hinted ?? proposal)?.url ?? null, linked: hinted !== undefined, decidedBy: null };
    });
  });
}

/** Answers, by URL, of which a person said that they are not a call's. */
function openRefused(decided: readonly PairDecision[]): (call: Placed) => ReadonlySet<string> {
  const refused = new Map<string, Set<string>>();
  for (const { call, answer, accepted } of decided) if (!accepted) refused.set(call, (refused.get(call) ?? new Set()).add(answer));
  return ({ url }) => refused.get(url) ?? NONE;
}
const NONE: ReadonlySet<string> = new Set();

function byDay(one: Placed, other: Placed): number {
  return one.day.localeCompare(other.day);
}

function judgePair(
  rule: PairRule,
  call: Placed,
  answer: Placed | null,
  judged: readonly JudgedColumn[],
  context: JudgingContext,
): Omit<PairResult, 'proposal' | 'linked' | 'decidedBy'> {
  const { pack, moment, calendar } = context;
  const dueOn = limitEnd(call.day, rule.limit, calendar);
  const certain = !isUncertain(call.day, dueOn, rule.limit, calendar);
  // Local practice is no law: what came after its days came.
  const late = certain && rule.severity !== 'notice' && answer !== null && answer.day > dueOn;
  const state =
    answer !== null ? (late ? 'late' : 'done') : stateWithout(rule, call, dueOn, certain, judged, moment.today, pack.warningDays);
  return {
    rule: `${pack.id}/${rule.id}`,
    name: rule.name,
    nameEn: rule.nameEn ?? null,
    unit: call.unit,
    site: null,
    year: Number(call.day.slice(0, 4)),
    dueOn,
    movedFrom: null,
    begunBy: null,
    state,
    publishedOn: answer?.day ?? null,
    url: call.url,
    title: call.title,
    counterpart: answer?.url ?? null,
    since: state === 'late' || state === 'missing' ? addDays(dueOn, 1) : null,
    certain,
    source: { ...rule.source, verified: rule.verified },
    fault: null,
    lacking: state === 'not-watched' ? { why: whyNot(rule, call, certain, judged), of: [] } : null,
    toldBy: null,
    budget: null,
  };
}

/**
 * An answer is missing only where columns that hold such answers were all read, and where a law asks for one: not every file owes an
 * interpretation, and of those that local practice asks for it is only told that none was seen.
 */
function stateWithout(
  rule: PairRule,
  call: Placed,
  dueOn: Day,
  certain: boolean,
  judged: readonly JudgedColumn[],
  today: Day,
  warningDays: number,
): PairResult['state'] {
  if (dueOn >= today) return daysBetween(today, dueOn) <= warningDays ? 'due' : 'pending';
  return certain && rule.severity !== 'notice' && isAllRead(rule, call, judged) ? 'missing' : 'not-watched';
}

function whyNot(rule: PairRule, call: Placed, certain: boolean, judged: readonly JudgedColumn[]): Lacking['why'] {
  if (!isAllRead(rule, call, judged)) return 'unread';
  return certain || rule.severity === 'notice' ? 'none-seen' : 'holidays';
}

/** Whether all columns that hold such answers were read; where none holds any, nobody knows where to look. */
function isAllRead(rule: PairRule, call: Placed, judged: readonly JudgedColumn[]): boolean {
  const places = judged.filter(({ paired }) => paired.some((item) => item.rule === rule.id && item.role === 'answer'));
  const isKnown = ({ verdict, hidesNewer, view }: JudgedColumn) =>
    verdict.status !== 'unknown' && !hidesNewer && !view.readLater && view.reading !== null && view.reading.reason === null;
  return places.length > 0 && places.every(isKnown) && call.subject !== '';
}

/** What several columns list is there once. */
function once(items: readonly Placed[]): Placed[] {
  return [...new Map(items.map((item) => [item.url, item])).values()];
}
