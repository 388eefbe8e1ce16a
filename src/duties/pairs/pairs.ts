import { addDays, type Day, daysBetween } from '../../model/day.ts';
import type { PairRule } from '../../model/rules.ts';
import type { JudgedColumn } from '../../timeliness/judged.ts';
import type { JudgingContext } from '../../timeliness/judging-context.ts';
import { isUncertain, limitEnd } from '../../timeliness/limit.ts';
import type { PairResult } from '../duty.ts';
import { type PairItem, pairRulesOf } from './reader.ts';
import { alike, isSame } from './subject.ts';

interface Placed extends PairItem {
  readonly unit: string;
}

/** An answer may come a little before what calls for it: interpretation and file are put in by different people. */
const BEFORE_DAYS = 3;

/** Pairs of the last year: what called for something else, and whether that came. */
export function judgePairs(judged: readonly JudgedColumn[], context: JudgingContext): PairResult[] {
  const items = judged.flatMap(({ view, paired }) => paired.map((item): Placed => ({ ...item, unit: view.column.unit })));
  return pairRulesOf(context.pack).flatMap((rule) => {
    const own = once(items.filter((item) => item.rule === rule.id));
    const calls = own.filter(({ role }) => role === 'call').sort((a, b) => a.day.localeCompare(b.day));
    const free = new Set(own.filter(({ role }) => role === 'answer'));
    return calls.map((call) => {
      const answer = answerTo(call, free);
      if (answer) free.delete(answer);
      return judgePair(rule, call, answer, judged, context);
    });
  });
}

/** The answer whose subject is most like the call's; of several the earliest. */
function answerTo(call: Placed, answers: ReadonlySet<Placed>): Placed | null {
  let best: { answer: Placed; likeness: number } | null = null;
  for (const answer of answers) {
    if (answer.day < addDays(call.day, -BEFORE_DAYS)) continue;
    const likeness = alike(call.subject, answer.subject);
    if (!isSame(likeness)) continue;
    if (best === null || likeness > best.likeness || (likeness === best.likeness && answer.day < best.answer.day))
      best = { answer, likeness };
  }
  return best?.answer ?? null;
}

function judgePair(
  rule: PairRule,
  call: Placed,
  answer: Placed | null,
  judged: readonly JudgedColumn[],
  context: JudgingContext,
): PairResult {
  const { pack, moment, calendar } = context;
  const dueOn = limitEnd(call.day, rule.limit, calendar);
  const certain = !isUncertain(call.day, dueOn, rule.limit, calendar);
  const late = answer !== null && answer.day > dueOn;
  const state =
    answer !== null ? (late ? 'late' : 'done') : stateWithout(rule, call, dueOn, certain, judged, moment.today, pack.warningDays);
  return {
    rule: `${pack.id}/${rule.id}`,
    name: rule.name,
    unit: call.unit,
    site: null,
    year: Number(call.day.slice(0, 4)),
    dueOn,
    movedFrom: null,
    begunBy: null,
    state,
    publishedOn: answer?.day ?? null,
    url: call.url,
    counterpart: answer?.url ?? null,
    since: state === 'late' || state === 'missing' ? addDays(dueOn, 1) : null,
    certain,
    source: { ...rule.source, verified: rule.verified },
    fault: null,
    lacking: state === 'not-watched' ? { why: 'unread', of: [] } : null,
    toldBy: null,
  };
}

/** An answer is missing only where columns that hold such answers were all read; where none holds any, nobody knows where to look. */
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
  if (!certain) return 'due';
  const places = judged.filter(({ paired }) => paired.some((item) => item.rule === rule.id && item.role === 'answer'));
  const isKnown = ({ verdict, hidesNewer, view }: JudgedColumn) =>
    verdict.status !== 'unknown' && !hidesNewer && view.reading !== null && view.reading.reason === null;
  return places.length > 0 && places.every(isKnown) && call.subject !== '' ? 'missing' : 'not-watched';
}

/** What several columns list is there once. */
function once(items: readonly Placed[]): Placed[] {
  return [...new Map(items.map((item) => [item.url, item])).values()];
}
