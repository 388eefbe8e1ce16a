import { isCount, sumOf } from '../language/lists.ts';
import type { CheckFinding, ParsedReport, TextClaim } from '../report.ts';
import type { ReportCheck } from './check.ts';

/** Categories told one after the other against the total before them, and categories against the class that they belong to. */
export const checkCategories: ReportCheck = (report) => [...typed(report), ...beyondClass(report)];

const HEADING = /(?:信息)?(?:类别|分类|类型)(?:情况)?(?:如下|为|包括)?[:：]/;
const ADDED = /^(?:今年|本年|当年|其中)?新增$/;

/** 信息类别：甲180条，新增31条；乙…: two series, each against its own total. */
function typed({ paragraphs, claims }: ParsedReport): CheckFinding[] {
  return paragraphs.flatMap((text, place) => {
    const heading = HEADING.exec(text);
    if (!heading) return [];
    const own = claims
      .filter(
        ({ paragraph, at, bracket, sentence }) =>
          paragraph === place && at > heading.index && bracket < 0 && sentence === sentenceAt(text, heading.index),
      )
      .filter(isCount);
    const before = claims.filter(
      ({ paragraph, at, bracket }) =>
        bracket < 0 && (paragraph < place ? place - paragraph <= 3 : paragraph === place && at < heading.index),
    );
    if (own.length < 4 || /其中/.test(text.slice(heading.index))) return [];
    return [false, true].flatMap((added) => {
      const parts = own.filter(({ measure }) => ADDED.test(measure) === added);
      const total = before.findLast(
        ({ measure, unit, lead }) => unit === parts[0]?.unit && /新增/.test(measure) === added && (added || /共|累计|总/.test(lead)),
      );
      const sum = sumOf(parts);
      if (!total || parts.length < 3 || !total.exact || parts.some(({ exact }) => !exact) || sum === total.value) return [];
      return [
        {
          kind: 'sum-mismatch' as const,
          certainty: 'certain' as const,
          message: `各类别之和 ${parts.map(({ value }) => value).join('+')}=${sum}，与“${total.quote}”不符，相差 ${Math.abs(sum - total.value)}`,
          quotes: [total.quote],
        },
      ];
    });
  });
}

function sentenceAt(text: string, place: number): number {
  return [...text.slice(0, place).matchAll(/[。！？!?]/g)].length;
}

const CLASS = /(?:政务)?动态(?:类)?(?:信息)?(?:更新|公开|发布)?$/;
const WITHIN = /^(?:其中)?(?!政务).*(?:工作动态|新闻|要闻)(?:类|信息)?(?:更新|公开|发布)?$/;

/** 工作动态 and news are of the class 政务动态: together they can hardly be more than it. */
function beyondClass({ claims }: ParsedReport): CheckFinding[] {
  const whole = claims.find(({ measure, unit, exact }) => exact && unit === '条' && /政务动态/.test(measure) && CLASS.test(measure));
  if (!whole) return [];
  const parts: TextClaim[] = claims.filter(
    (one) =>
      one !== whole &&
      one.paragraph === whole.paragraph &&
      one.unit === '条' &&
      one.exact &&
      one.bracket === whole.bracket &&
      WITHIN.test(one.measure),
  );
  const sum = sumOf(parts);
  if (parts.length < 2 || sum <= whole.value) return [];
  return [
    {
      kind: 'part-exceeds-class',
      certainty: 'hint',
      message: `${parts.map(({ quote }) => quote).join('与')}之和 ${sum}，大于“${whole.quote}”：类别归入大类的口径需要说明`,
      quotes: [...parts, whole].map(({ quote }) => quote),
    },
  ];
}
