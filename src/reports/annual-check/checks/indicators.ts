import type { CheckFinding, ParsedReport } from '../report.ts';
import { type Indicator, indicatorsOf } from '../tables/indicators.ts';
import type { ReportCheck } from './check.ts';

/** The statistical table before 2019 against itself, against the text and against the year before. */
export const checkIndicators: ReportCheck = (report, earlier) => {
  const indicators = indicatorsOf(report);
  const told = allAlikeInText(report);
  if (indicators.length === 0) return told;
  const numbered = sums(indicators);
  const known = new Set(numbered.flatMap(({ quotes }) => quotes));
  const named = namedSums(indicators).filter(({ quotes }) => !quotes.some((quote) => known.has(quote)));
  return [...numbered, ...named, ...cumulativeAsAnnual(indicators, report), ...allAlike(indicators, report, earlier), ...told];
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

/** What the forms of 2008 and 2014 make up of named parts, however their rows are numbered: the list begins and ends with certain ones. */
interface NamedSum {
  readonly whole: RegExp;
  readonly part: RegExp;
  /** Parts of a part stand between, and are no parts of the whole. */
  readonly within?: RegExp;
  readonly last: RegExp;
  /** One may be of several parts at once (two grounds of a refusal), so that more of them says nothing. */
  readonly overlaps?: true;
  /** What is not ended yet stands in no part, so that fewer of them say nothing. */
  readonly pending?: true;
}

const GROUNDS = /国家秘密|商业秘密|个人隐私|危及|不是《?条例|非政府信息|信息不存在|过程性|内部管理|其[他它](?:情形|原因)/;
const NAMED_SUMS: readonly NamedSum[] = [
  {
    whole: /(?:受理|收到)(?:的)?申请(?:总)?数|^(?:[^其]*)申请总数$/,
    part: /(?:当面|传真|网络|网上|电子邮件|信函|其[他它](?:形式|方式|途径)?)申请数/,
    last: /信函|其[他它]/,
  },
  { whole: /申请办结(?:总)?数/, part: /(?:按时|延期)办结数/, last: /延期/ },
  {
    whole: /申请的?答复(?:总)?数/,
    part: /已主动公开范围|同意(?:部分)?公开答复数|(?:不同意|不予)公开答复(?:总)?数|不属于本(?:行政)?机关|申请信息不存在|更改补充|其[他它]途径/,
    within: GROUNDS,
    last: /其[他它]途径|不予公开答复/,
  },
  { whole: /(?:不同意|不予)公开答复(?:总)?数/, part: GROUNDS, last: /其[他它](?:情形|原因)/, overlaps: true },
  { whole: /行政复议(?:案件)?(?:数量|总数)/, part: /维持|纠错|其[他它]情形/, last: /其[他它]情形/, pending: true },
  { whole: /行政诉讼(?:案件)?(?:数量|总数)/, part: /维持|纠错|其[他它]情形/, last: /其[他它]情形/, pending: true },
  { whole: /从事[^，。]*人员(?:总)?数/, part: /(?:专职|兼职)人员(?:总)?数/, last: /兼职/ },
];

function namedSums(indicators: readonly Indicator[]): CheckFinding[] {
  return indicators.flatMap((parent, place) => {
    const sum = NAMED_SUMS.find(
      ({ whole, part }) => whole.test(parent.label) && !(part.test(parent.label) && !/公开答复/.test(parent.label)),
    );
    return sum === undefined ? [] : wrongSum(parent, partsOf(sum, indicators.slice(place + 1)), sum);
  });
}

function partsOf({ part, within }: NamedSum, rows: readonly Indicator[]): Indicator[] {
  const end = rows.findIndex(({ label }) => !part.test(label) && !within?.test(label));
  return (end < 0 ? rows : rows.slice(0, end)).filter(({ label }) => part.test(label));
}

function wrongSum(parent: Indicator, parts: readonly Indicator[], { last, overlaps, pending }: NamedSum): CheckFinding[] {
  if (parts.length < 2 || !last.test(parts.at(-1)!.label)) return [];
  return (['annual', 'cumulative'] as const).flatMap((column) => {
    const total = parent[column];
    const sum = parts.reduce((all, part) => all + (part[column] ?? 0), 0);
    if (total === null || parts.some((part) => part[column] === null) || sum === total) return [];
    if (sum > total ? overlaps : pending) return [];
    return [
      {
        kind: 'sum-mismatch',
        certainty: 'likely',
        message: `“${parent.label}”${total}，所列各项之和 ${parts.map((part) => part[column]).join('+')}=${sum}，相差 ${Math.abs(sum - total)}`,
        quotes: [parent.row.quote],
      },
    ];
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

/** Rows that may well be alike, where something was counted for the first time. */
const FEW = 3;
/** The decree on disclosure came into force in May 2008, so whoever reports on a later year has years before it. */
const FIRST_YEAR = 2008;

/** What has come together since the beginning is in every row just what the year brought: as if nothing had been before it. */
function allAlike(indicators: readonly Indicator[], { head }: ParsedReport, earlier: readonly ParsedReport[]): CheckFinding[] {
  const both = indicators.filter(({ annual, cumulative }) => annual !== null && cumulative !== null && cumulative > 0);
  const alike = both.filter(({ annual, cumulative }) => annual === cumulative);
  if (alike.length < FEW || alike.length < both.length || head.year === null || head.year <= FIRST_YEAR) return [];
  const before = earlier.flatMap(indicatorsOf).find(({ label, annual }) => label === alike[0]!.label && (annual ?? 0) > 0);
  return [
    {
      kind: 'cumulative-equals-annual',
      certainty: before ? 'certain' : 'likely',
      message: `${alike.length} 项的累计数都等于年度发生数，如“${alike[0]!.label}”均为 ${alike[0]!.annual}${
        before ? `，而上年报告已有 ${before.annual}` : '，似乎以前年度没有发生过'
      }`,
      quotes: alike.slice(0, FEW).map(({ row }) => row.quote),
    },
  ];
}

const SINCE = /(?:截[至止]|历年|以来|自\d{4}年|开通至今).{0,24}累计|累计(?:主动)?公开/;
const OF_THE_YEAR = /(?:其中)?[，,:：]?(?:今年|本年度?|当年|20\d{2}年度?)(?:新增|公开|主动公开|发布|新公开)/;

/** 历年累计公开300条，其中今年新增300条. */
function allAlikeInText({ claims }: ParsedReport): CheckFinding[] {
  return claims.flatMap((since, place) => {
    const year = claims[place + 1];
    if (!year || !since.exact || !year.exact || since.value !== year.value || since.unit !== year.unit || since.value === 0) return [];
    const near = since.paragraph === year.paragraph && year.sentence - since.sentence <= 1;
    if (!near || !SINCE.test(since.lead) || !OF_THE_YEAR.test(year.lead)) return [];
    return [
      {
        kind: 'cumulative-equals-annual',
        certainty: 'hint',
        message: `累计数与本年数相同：“${since.quote}”与“${year.quote}”`,
        quotes: [since.quote, year.quote],
      },
    ];
  });
}
