import type { CheckFinding, ParsedReport } from '../report.ts';
import { type Indicator, indicatorsOf } from '../tables/indicators.ts';
import type { ReportCheck } from './check.ts';

/** The statistical table before 2019 against itself and against the text. */
export const checkIndicators: ReportCheck = (report) => {
  const indicators = indicatorsOf(report);
  return indicators.length === 0 ? [] : [...sums(indicators), ...cumulativeAsAnnual(indicators, report)];
};

/** Whole by the form: what follows them with running numbers makes them up. */
const WHOLE = /收到申请数|申请办结数|申请答复数|行政复议数量|行政诉讼数量|公开信息总数|政府信息公开申请数$/;
/** ⑴ or 1. or （1）, and 其中： before it. */
const NUMBERED = /^(?:其中[:：])?(?:[⑴-⑽]|\d{1,2}[.．、]|[（(]\d{1,2}[)）])/;
const WITHIN = /^其中[:：](?![⑴1（(])|^其中[:：]?$/;

function sums(indicators: readonly Indicator[]): CheckFinding[] {
  return indicators.flatMap((parent, place) => {
    if (!WHOLE.test(parent.label) || /其中/.test(parent.label)) return [];
    const style = styleOf(indicators[place + 1]?.label ?? '');
    if (style === null || style === styleOf(parent.label)) return [];
    const parts: Indicator[] = [];
    for (const one of indicators.slice(place + 1)) {
      if (styleOf(one.label) === style) parts.push(one);
      else if (styleOf(one.label) !== null && styleOf(one.label) === styleOf(parent.label)) break;
      else if (!WITHIN.test(one.label) && styleOf(one.label) === null) break;
    }
    if (parts.length < 2 || !/其他|其它|信函|延期|途径|情形/.test(parts.at(-1)!.label)) return [];
    return (['annual', 'cumulative'] as const).flatMap((column) => {
      const sum = parts.reduce((all, part) => all + (part[column] ?? 0), 0);
      const total = parent[column];
      if (total === null || parts.some((part) => part[column] === null) || sum === total) return [];
      return [
        {
          kind: 'sum-mismatch',
          certainty: 'certain',
          message: `“${parent.label}”${total}，所列各项之和 ${parts.map((part) => part[column]).join('+')}=${sum}`,
          quotes: [parent.row.quote],
        },
      ];
    });
  });
}

function styleOf(label: string): 'circled' | 'dotted' | 'bracketed' | null {
  if (!NUMBERED.test(label)) return null;
  if (/^(?:其中[:：])?[⑴-⑽]/.test(label)) return 'circled';
  return /^(?:其中[:：])?\d/.test(label) ? 'dotted' : 'bracketed';
}

/** The text gives for the year what the table gives since the beginning. */
function cumulativeAsAnnual(indicators: readonly Indicator[], { claims }: ParsedReport): CheckFinding[] {
  const total = indicators.find(
    ({ label, annual, cumulative }) =>
      /公开.{0,4}信息总数|公开政府信息数/.test(label) && annual !== null && cumulative !== null && annual !== cumulative,
  );
  const said = claims.find(
    ({ measure, unit, value, lead }) =>
      unit === '条' && /公开/.test(measure) && /信息/.test(measure) && value === total?.cumulative && !/累计|截[至止]/.test(lead),
  );
  if (!total || !said) return [];
  return [
    {
      kind: 'cumulative-as-annual',
      certainty: 'certain',
      message: `正文“${said.quote}”是累计数 ${total.cumulative}，附表年度发生数是 ${total.annual}`,
      quotes: [said.quote, total.row.quote],
    },
  ];
}
