import type { CheckFinding, ParsedReport, TextClaim } from '../report.ts';
import type { ReportCheck } from './check.ts';
import { allBreakdowns } from './sums.ts';

/** One thing with two numbers, and one number for two things. */
export const checkTwiceTold: ReportCheck = (report) => [...bodies(report), ...channels(report), ...sameNumber(report)];

/** Of the bodies of a district there are as many as there are, whenever all of them are meant. */
const BODIES = /^(镇办|乡镇街道|镇街道?|街镇|乡镇|街道|乡镇（街道）|镇乡|行政村|社区|市直部门|县直部门|区直部门)/;
const ALL_OF_THEM = /全[市县区域镇乡]|所有|各(?!类)|下辖|辖/;

function bodies({ claims, paragraphs }: ParsedReport): CheckFinding[] {
  const known = new Map<string, TextClaim>();
  for (const claim of claims) {
    const text = paragraphs[claim.paragraph]!;
    const name = /^[个家]$/.test(claim.unit) ? BODIES.exec(text.slice(claim.end, claim.end + 8))?.[1] : undefined;
    const context = text.slice(Math.max(0, claim.at - 14), claim.at).replace(/^.*[，,。；;]/, '');
    if (!name || !claim.exact || !ALL_OF_THEM.test(context)) continue;
    const before = known.get(name);
    if (before && before.value !== claim.value) {
      const quotes = [before, claim].map((one) => `${one.value}${one.unit}${name}`);
      return [
        { kind: 'count-conflict', certainty: 'certain', message: `${name}数前后不一：${before.value} 个与 ${claim.value} 个`, quotes },
      ];
    }
    known.set(name, claim);
  }
  return [];
}

/** 审计信息栏目公开信息20条 and 通过审计信息专栏公开政府信息16条 are the same thing: the channel and what was done, other words left out. */
function channels(report: ParsedReport): CheckFinding[] {
  const parts = new Set(allBreakdowns(report).flatMap(({ parts }) => parts));
  const beginning = ({ paragraph, at }: TextClaim) => report.paragraphs[paragraph]!.slice(0, at).replace(/^.*[。！？]/, '');
  const told = report.claims
    .filter((claim) => claim.exact && claim.bracket < 0 && !parts.has(claim))
    .flatMap((claim) => {
      const key = channelKey(claim, beginning(claim));
      return key ? [{ claim, key }] : [];
    });
  return told.flatMap(({ claim, key }, place) => {
    const before = told.slice(0, place).find((one) => one.claim.unit === claim.unit && areSame(one.key, key));
    if (
      !before ||
      before.claim.value === claim.value ||
      (before.claim.sentence === claim.sentence && before.claim.paragraph === claim.paragraph)
    )
      return [];
    return [
      {
        kind: 'count-conflict' as const,
        certainty: 'certain' as const,
        message: `同一事项前后两处不一：“${before.claim.quote}”与“${claim.quote}”`,
        quotes: [before.claim.quote, claim.quote],
      },
    ];
  });
}

/** A longer name of the same channel ends with the shorter one. Totals have no channel and are the same only by their whole name. */
function areSame(one: string, other: string): boolean {
  const isTotal = /^(?:全.)?(?:主动|收到)/.test(one) || /^(?:全.)?(?:主动|收到)/.test(other);
  return isTotal ? one === other : one.endsWith(other) || other.endsWith(one);
}

const OF_A_YEAR = /新增|累计|截[至止]|月|季度|上半年|下半年|去年|上年|以来|日均|平均|结转|其中/;

function channelKey({ lead, unit, after, measure }: TextClaim, sentence: string): string | null {
  if (OF_A_YEAR.test(lead)) return null;
  const words = lead.split(/[，,。；;]/).at(-1)!;
  const plain = words
    .replace(
      /20\d{2}年度?|全年|本年度?|年度|累计|共计?|总计|主动|我[局委办乡镇县市区]|本[局委办乡镇县市区]|通过|利用|依托|在|上|的|了|于/g,
      '',
    )
    .replace(/栏目|专栏|专题|板块/g, '栏')
    .replace(/各类|政府|政务(?=信息)|有关|相关/g, '')
    .replace(/发布|刊登|更新/g, '公开');
  if (/[条篇期]/.test(unit) && /[一-龥]{3,}(?:栏|网站|网|平台|公众号|微博|公报|公开栏)公开信息$/.test(plain) && plain.length >= 8)
    return plain;
  const scope = /全[市县区镇乡]/.exec(sentence)?.[0] ?? '';
  if (NARROWED.test(sentence)) return null;
  if (unit === '条' && /主动公开/.test(measure) && plain === '公开信息') return `${scope}主动公开信息`;
  return /[件份]/.test(unit) && RECEIVED.test(`${plain}${after}`) ? `${scope}收到公开申请` : null;
}

/** Words that make a number one of a part of the whole. */
const NARROWED =
  /网|微[信博]|平台|栏|公报|媒体|屏|报[刊纸]|通过|利用|依托|办公室|各?部门|各?乡镇|街道|级|自然人|法人|企业|信函|当面|邮件|传真|线[上下]|领域|类/;
const RECEIVED =
  /^(?:收到|受理|接到|新收)(?:到)?(?:依申请公开|信息公开申请|公开申请|公开信息申请|申请公开)(?:申请|信息|事项)?(?:件|数量?)?$/;

/** Received and closed, or a total and its electronic share, may well be the same number. */
const MAY_BE_SAME = /办结|答复|回复|电子化|收到|受理|其中|转载|采用/;

function sameNumber({ claims }: ParsedReport): CheckFinding[] {
  return claims.flatMap((claim, place) => {
    if (!claim.exact || claim.value < 1_000 || claim.value % 10 === 0 || MAY_BE_SAME.test(claim.lead)) return [];
    const before = claims
      .slice(0, place)
      .find((one) => one.paragraph === claim.paragraph && one.value === claim.value && one.unit === claim.unit && one.exact);
    if (!before || MAY_BE_SAME.test(before.lead) || sameMeasure(before.measure, claim.measure)) return [];
    return [
      {
        kind: 'same-number-two-measures' as const,
        certainty: 'likely' as const,
        message: `“${claim.value}${claim.unit}”既是“${before.measure}”，又是“${claim.measure}”`,
        quotes: [before.quote, claim.quote],
      },
    ];
  });
}

function sameMeasure(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/20\d{2}年度?|全年|共计?|累计|主动|政府|各类|的|了|发布|公开/g, '');
  return plain(one).endsWith(plain(other)) || plain(other).endsWith(plain(one));
}
