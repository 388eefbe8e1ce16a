import { addDays, type Day, daysBetween } from '../../model/day.ts';
import type { PairDecision } from '../../model/pair-decision.ts';
import type { PairRule } from '../../model/rules.ts';
import type { JudgedColumn } from '../../timeliness/judged.ts';
import type { JudgingContext } from '../../timeliness/judging-context.ts';
import { isUncertain, limitEnd } from '../../timeliness/limit.ts';
import type { Lacking, PairResult } from '../duty.ts';
import { openAnswers } from './answers.ts';
import { type PairItem, pairRulesOf } from './reader.ts';

interface Placed extends PairItem {
  readonly unit: string;
}

/** Pairs of the last year: what called for something else, and whether that came. */
export function judgePairs(judged: readonly JudgedColumn[], context: JudgingContext, decisions: readonly PairDecision[]): PairResult[] {
  const items = judged.flatMap(({ view, paired }) => paired.map((item): Placed => ({ ...item, unit: view.column.unit })));
  return pairRulesOf(context.pack).flatMap((rule) => {
    const own = once(items.filter((item) => item.rule === rule.id));
    const calls = own.filter(({ role }) => role === 'call').sort((a, b) => a.day.localeCompare(b.day));
    const decided = decisions.filter((one) => one.rule === rule.id);
    const answering = own.filter(({ role }) => role === 'answer');
    const accepted = new Map(decided.flatMap((one) => (one.accepted ? [[one.call, one] as const] : [])));
    const taken = new Set([...accepted.values()].map(({ answer }) => answer));
    const answers = openAnswers(answering.filter(({ url }) => !taken.has(url)));
    return calls.map((call) => {
      const decision = accepted.get(call.url);
      const given = decision && answering.find(({ url }) => url === decision.answer);
      if (decision && given) return { ...judgePair(rule, call, given, judged, context), proposal: null, decidedBy: decision.by };
      const refused = new Set(decided.flatMap((one) => (one.call === call.url && !one.accepted ? [one.answer] : [])));
      const { answer, proposal } = answers.answerTo(call, refused);
      return { ...judgePair(rule, call, answer, judged, context), proposal: proposal?.url ?? null, decidedBy: null };
    });
  });
}

function judgePair(
  rule: PairRule,
  call: Placed,
  answer: Placed | null,
  judged: readonly JudgedColumn[],
  context: JudgingContext,
): Omit<PairResult, 'proposal' | 'decidedBy'> {
  const { pack, moment, calendar } = context;
  const dueOn = limitEnd(call.day, rule.limit, calendar);
  const certain = !isUncertain(call.day, dueOn, rule.limit, calendar);
  const late = certain && answer !== null && answer.day > dueOn;
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
    verdict.status !== 'unknown' && !hidesNewer && view.reading !== null && view.reading.reason === null;
  return places.length > 0 && places.every(isKnown) && call.subject !== '';
}

/** What several columns list is there once. */
function once(items: readonly Placed[]): Placed[] {
  return [...new Map(items.map((item) => [item.url, item])).values()];
}
