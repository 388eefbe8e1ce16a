import type { CheckFinding, ParsedReport, TextClaim } from '../report.ts';
import type { ReportCheck } from './check.ts';
import { outcomesToldIn } from './outcomes.ts';
import { agrees } from './percents.ts';
import { allBreakdowns } from './sums.ts';

/** 占75%, 占全部信息的75%, （75%）, 占比为75%: of what, or null where it is left open. */
const SHARE = /(?:占(?:到|了)?(.{0,12}?)的?(?:比例|比重|比)?(?:的|为|是|达|约|[:：])*|^)$/;
/** Names of the whole that say no more than that it is the whole. */
const THE_WHOLE = /^(?:全部|所有|全年|全局|全县|全市|全区|总|本年度?|主动|公开|发布|政府|政务|信息|申请|总数|总量|数量?|总体|比|的|其)*$/;
/** Where a percentage tells something other than a share of what stands before it. */
const OF_SOMETHING_ELSE = /同比|环比|增长|增加|上升|提高|下降|减少|较|率|满意|完成|达标|以上/;
const TOTAL = /共|总|主动公开|公开(?:政府)?信息|发布信息|全年|全部|合计|累计|本年|当年|20\d{2}年/;

/**
 * `全年公开信息386条。动态类264条，占全部信息的75%`: the number right before a share, against the totals before it. Whatever total of the report it
 * agrees with, it may have been meant of; lists with their own total are read in percents.ts.
 */
export const checkShares: ReportCheck = (report) => {
  const told = [...allBreakdowns(report), ...outcomesToldIn(report)].flatMap(({ percents }) => [...percents.values()]);
  return report.claims.flatMap((share, at) => (told.includes(share) ? [] : wrongShare(share, at, report)));
};

function wrongShare(share: TextClaim, at: number, { claims, paragraphs }: ParsedReport): CheckFinding[] {
  const part = claims[at - 1];
  if (share.unit !== '%' || !share.exact || !part || !isBehind(share, part, paragraphs[share.paragraph]!)) return [];
  const whole = SHARE.exec(share.lead.replace(/^[，,、]/, ''))?.[1] ?? '';
  if (OF_SOMETHING_ELSE.test(share.lead) || !THE_WHOLE.test(whole)) return [];
  const before = claims.slice(0, at - 1).filter(({ paragraph, sentence, bracket }) => {
    const near = paragraph === part.paragraph && part.sentence - sentence <= 1;
    return near && bracket < 0;
  });
  const isWhole = (claim: TextClaim) => claim.unit === part.unit && claim.value >= part.value;
  const total = before.findLast((claim) => isWhole(claim) && TOTAL.test(`${claim.lead}${claim.quote}`));
  if (total === undefined || !total.exact) return [];
  // Other totals of any kind may be what was meant, and so may numbers that are not exact.
  const others = claims.filter((claim) => isWhole(claim) && claim !== part);
  if (others.some((claim) => !claim.exact || agrees(share, part.value, claim.value))) return [];
  return [
    {
      kind: 'percent-mismatch',
      certainty: 'likely',
      message: `${part.value}÷${total.value}=${((part.value / total.value) * 100).toFixed(2)}%，写成${share.value}%`,
      quotes: [`${part.quote}，${share.quote}`, part.quote, total.quote],
    },
  ];
}

/** `264条，占`, `264条为工作动态，占`, `264条信息占`, or in a bracket right behind it: nothing else is told of in between. */
function isBehind(share: TextClaim, part: TextClaim, text: string): boolean {
  if (share.paragraph !== part.paragraph || share.sentence !== part.sentence || !part.exact || part.unit === '%' || part.unit === '')
    return false;
  const between = text.slice(part.end, share.at);
  if (share.bracket >= 0 && share.bracket !== part.bracket) return /^[（(](?:约?占[^，,。；;]{0,12})?$/.test(between);
  return /^(?:信息|[^，,。；;（）()]{0,12}[，,](?:约|大约|数量|总体|各?)?)?占[^，,。；;（）()]{0,14}$/.test(between);
}
