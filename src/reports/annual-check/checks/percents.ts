import { sumOf } from '../language/lists.ts';
import type { CheckFinding, ParsedReport, TextClaim } from '../report.ts';
import type { ReportCheck } from './check.ts';
import { outcomesToldIn } from './outcomes.ts';
import { allBreakdowns } from './sums.ts';

/** Percentages against part and whole, and all of a list against a hundred. Cut off is as good as rounded. */
export const checkPercents: ReportCheck = (report) => {
  const lists = allBreakdowns(report).map(({ percents, total, whole, parts }) => ({
    percents,
    wholes: [total],
    complete: parts.every((part) => percents.has(part)) && (whole !== null || sumOf(parts) === total.value),
  }));
  const told = outcomesToldIn(report).map(({ percents, wholes, parts }) => ({
    percents,
    wholes,
    complete: parts.length >= 4 && parts.every((part) => percents.has(part)),
  }));
  const seen = new Set<TextClaim>();
  return [...lists, ...told, ...rates(report)].flatMap(({ percents, wholes, complete }) => {
    const fresh = new Map([...percents].filter(([, percent]) => !seen.has(percent)));
    for (const percent of fresh.values()) seen.add(percent);
    return [...shares(fresh, wholes), ...(complete ? together([...fresh.values()]) : [])];
  });
};

/** Below the smallest difference that a writer can make by cutting off: whole numbers by one, others by a tenth. */
export function agrees(claimed: TextClaim, part: number, whole: number): boolean {
  if (whole === 0) return true;
  const difference = Math.abs(claimed.value - (part / whole) * 100);
  return claimed.decimals === 0 ? difference < 1 : difference <= 0.1 + 1e-9;
}

/** The whole is one of `wholes`: that which most percentages agree with. What agrees with any of them is not reported. */
function shares(percents: ReadonlyMap<TextClaim, TextClaim>, wholes: readonly TextClaim[]): CheckFinding[] {
  const usable = [...percents].filter(([part, percent]) => part.exact && percent.exact);
  const candidates = wholes.filter(({ exact }) => exact);
  const votes = candidates.map((whole) => usable.filter(([part, percent]) => agrees(percent, part.value, whole.value)).length);
  const most = Math.max(0, ...votes);
  const whole = candidates[votes.indexOf(most)];
  if (!whole || (candidates.length > 1 && most < 2)) return [];
  return usable
    .filter(([part, percent]) => !candidates.some(({ value }) => agrees(percent, part.value, value)))
    .map(([part, percent]) => ({
      kind: 'percent-mismatch',
      certainty: 'certain',
      message: `${part.value}÷${whole.value}=${((part.value / whole.value) * 100).toFixed(2)}%，写成${percent.value}%`,
      quotes: [`${part.quote}，${percent.quote}`, percent.quote.length > 6 ? percent.quote : part.quote, part.quote],
    }));
}

function together(percents: readonly TextClaim[]): CheckFinding[] {
  const sum = sumOf(percents);
  const room = percents.length * (percents.some(({ decimals }) => decimals === 0) ? 1 : 0.2);
  if (percents.length < 2 || Math.abs(sum - 100) <= room) return [];
  return [
    {
      kind: 'percent-sum',
      certainty: 'certain',
      message: `各项占比之和 ${percents.map(({ value }) => `${value}%`).join('+')}=${sum}%`,
      quotes: percents.map(({ quote }) => quote),
    },
  ];
}

const RATE = /(?:答复|办结|回复|办复|办理)率(?:为|达到?|是|均为)?[:：]?$/;
/** 按期办结率 counts what was in time, which the sentence does not tell. */
const OF_SOMETHING_ELSE = /按期|按时|及时|满意|限时|法定/;
const RECEIVED = /受理|收到|接到|收办|来信|留言|受到/;
const HANDLED = /答复|办结|回复|办理/;

/** `受理意见建议78条，答复71条，答复率91%`: a rate behind what came in and what was done. */
function rates({ claims }: ParsedReport) {
  return claims.flatMap((rate) => {
    if (rate.unit !== '%' || !RATE.test(rate.lead) || OF_SOMETHING_ELSE.test(rate.lead)) return [];
    const before = claims.filter(
      ({ paragraph, sentence, at, bracket }) =>
        paragraph === rate.paragraph && sentence === rate.sentence && at < rate.at && bracket === rate.bracket,
    );
    const done = before.findLast(({ measure, unit }) => HANDLED.test(measure) && unit !== '%');
    const come = before
      .slice(0, done ? before.indexOf(done) : 0)
      .findLast(({ measure, unit }) => RECEIVED.test(measure) && unit === done?.unit);
    return done && come && !/未|正在|中/.test(done.measure) ? [{ percents: new Map([[done, rate]]), wholes: [come], complete: false }] : [];
  });
}
