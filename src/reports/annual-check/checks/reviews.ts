import type { CheckFinding, ParsedReport, TextClaim } from '../report.ts';
import { type ReviewBlock, reviewBlocksOf } from '../tables/reviews.ts';
import type { ReportCheck } from './check.ts';

/** Table four: each total is the sum of its four results, and the text says the same. */
export const checkReviewTable: ReportCheck = (report) => {
  const blocks = reviewBlocksOf(report);
  return [...blocks.flatMap(totals), ...allUpheld(blocks, report), ...numbersInText(blocks, report)];
};

function totals({ name, row, numbers }: ReviewBlock): CheckFinding[] {
  const total = numbers[4] ?? null;
  const sum = sumOfFour(numbers);
  if (total === null || total === sum) return [];
  return [
    {
      kind: 'sum-mismatch',
      certainty: 'certain',
      message: `表四“${name}”四种结果之和 ${sum}，总计 ${total}，相差 ${Math.abs(total - sum)}`,
      quotes: [row.quote],
    },
  ];
}

function sumOfFour(numbers: readonly (number | null)[]): number {
  return numbers.slice(0, 4).reduce<number>((sum, number) => sum + (number ?? 0), 0);
}

/** 均获维持 cannot be said while cases are undecided or were lost. */
function allUpheld(blocks: readonly ReviewBlock[], { paragraphs }: ParsedReport): CheckFinding[] {
  const said = paragraphs
    .map((text) => (/复议|诉讼/.test(text) ? /(?:均|全部|都)(?:获得?|被|予以)?(?:维持|胜诉)/.exec(text)?.[0] : undefined))
    .find((found) => found !== undefined);
  const others = blocks.flatMap(({ name, numbers }) =>
    numbers[1] || numbers[2] || numbers[3] ? [`${name}纠正 ${numbers[1] ?? 0}、其他 ${numbers[2] ?? 0}、尚未审结 ${numbers[3] ?? 0}`] : [],
  );
  if (!said || others.length === 0) return [];
  return [{ kind: 'text-table-conflict', certainty: 'certain', message: `正文说“${said}”，表四${others.join('；')}`, quotes: [said] }];
}

/** Numbers in words may be of another scope (登记备案的, 本级的): a question, no more. */
function numbersInText(blocks: readonly ReviewBlock[], { claims }: ParsedReport): CheckFinding[] {
  if (blocks.length < 3) return [];
  const [reviews, direct, after] = blocks.map(({ numbers }) => numbers[4] ?? sumOfFour(numbers)) as [number, number, number];
  const told = (pattern: RegExp, possible: readonly number[]) =>
    claims
      .filter(
        ({ measure, unit, exact, value, bracket }) =>
          bracket < 0 && exact && unit === '件' && pattern.test(measure) && !possible.includes(value),
      )
      .slice(0, 1);
  const wrong: TextClaim[] = [
    ...told(/^(?!.*诉讼).*行政复议(?:案件|案|申请)?$/, [reviews]),
    ...told(/^(?!.*复议).*(?:行政诉讼|诉讼)(?:案件|案)?$/, [direct, after, direct + after]),
  ];
  if (wrong.length === 0) return [];
  return [
    {
      kind: 'text-table-conflict',
      certainty: 'hint',
      message: `正文${wrong.map(({ quote }) => `“${quote}”`).join('、')}，表四复议 ${reviews} 件、诉讼 ${direct}+${after}=${direct + after} 件：口径需要说明`,
      quotes: wrong.map(({ quote }) => quote),
    },
  ];
}
