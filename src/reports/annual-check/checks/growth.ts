import { isCount } from '../language/lists.ts';
import type { CheckFinding, ParsedReport, TextClaim } from '../report.ts';
import type { ReportCheck } from './check.ts';

const UP = /(?:同比|较(?:上|去)年|比(?:上|去)年)(?:同期)?(?:增长|增加|上升|提高)(?:了)?(?:约)?$/;
const DOWN = /(?:同比|较(?:上|去)年|比(?:上|去)年)(?:同期)?(?:下降|减少|回落|降低)(?:了)?(?:约)?$/;

const LAST_YEAR = /(?:较|比|是|为|相当于)(?:上|去)年(?:同期)?(?:的)?$/;
const RISEN = /^[，,]?(?:同比)?(?:增长|增加|上升|提高)(?:了)?$/;
const FALLEN = /^[，,]?(?:同比)?(?:下降|减少|回落|降低)(?:了)?$/;

/** What a growth speaks of: this year's number and the one before, which stands beside it in the sentence or in last year's own report. */
export interface Compared {
  readonly now: TextClaim;
  readonly before: TextClaim;
  readonly beside: boolean;
}

/** 同比增长 n% against the number of the year before: beside it in the sentence, or in last year's own report. */
export const checkGrowth: ReportCheck = ({ claims, head }, earlier) => {
  const last = reportBefore(head, earlier);
  return claims.flatMap((growth): CheckFinding[] => {
    const compared = growth.unit === '%' ? comparedBy(growth, claims, last) : null;
    if (compared === null) return [];
    const { now, before, beside } = compared;
    const sign =
      UP.test(growth.lead) || (beside && RISEN.test(growth.lead))
        ? 1
        : DOWN.test(growth.lead) || (beside && FALLEN.test(growth.lead))
          ? -1
          : 0;
    if (sign === 0) return [];
    const grown = ((now.value - before.value) / before.value) * 100;
    if (Math.abs(grown - sign * growth.value) <= 10 ** -growth.decimals + 1e-9) return [];
    return [
      {
        kind: 'growth-mismatch',
        certainty: 'likely',
        message: `与${beside ? '' : '上年报告的'}“${before.quote}”比，${now.value}÷${before.value} 为 ${grown >= 0 ? '+' : ''}${grown.toFixed(2)}%，写成“${growth.quote}”`,
        quotes: [growth.quote, now.quote],
      },
    ];
  });
};

/** Of the reports given along, the one on the year before. */
export function reportBefore({ year }: ParsedReport['head'], earlier: readonly ParsedReport[]): ParsedReport | undefined {
  return earlier.find((report) => report.head.year === (year ?? 0) - 1);
}

/** The two numbers that a growth compares; null where one of them is not told, told roughly, or nothing. */
export function comparedBy(growth: TextClaim, claims: readonly TextClaim[], last: ParsedReport | undefined): Compared | null {
  const counts = claims
    .slice(0, claims.indexOf(growth))
    .filter((one) => isCount(one) && one.bracket === growth.bracket && one.paragraph === growth.paragraph);
  const beside = counts.findLast(({ lead, sentence }) => sentence === growth.sentence && LAST_YEAR.test(lead));
  const now = counts.findLast((one) => one !== beside && (!beside || one.at < beside.at));
  const before =
    beside && beside.unit === now?.unit
      ? beside
      : now && last?.claims.find((one) => one.exact && one.unit === now.unit && sameThing(one, now));
  if (!now?.exact || !before?.exact || before.value === 0) return null;
  return { now, before, beside: before === beside };
}

function sameThing(one: TextClaim, other: TextClaim): boolean {
  const plain = ({ measure }: TextClaim) => measure.replace(/20\d{2}年度?|全年|全[市县区]|共计?|累计/g, '');
  return plain(one).length >= 4 && plain(one) === plain(other);
}
