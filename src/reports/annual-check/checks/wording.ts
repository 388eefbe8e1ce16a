import { isCount } from '../language/lists.ts';
import type { CheckFinding, ParsedReport } from '../report.ts';
import type { ReportCheck } from './check.ts';

/** What is told without its number, with half a number, or of something that is not there. */
export const checkWording: ReportCheck = (report) => [
  ...imprecise(report),
  ...missing(report),
  ...withoutUnit(report),
  ...annex(report),
  ...enumerated(report),
];

/** The total of what was disclosed must be a number. 100余篇 of reports in newspapers may stay. */
function imprecise({ claims }: ParsedReport): CheckFinding[] {
  const said = claims.find(
    ({ measure, exact, unit, value, quote, after }) =>
      !exact &&
      value > 0 &&
      /[条件篇]/.test(unit) &&
      /主动公开/.test(measure) &&
      /信息/.test(measure) &&
      /余|多|近|约|左右|以上|超|逾/.test(`${measure}${quote}${after}`),
  );
  return said ? [{ kind: 'imprecise-number', certainty: 'certain', message: `“${said.quote}”不是统计数`, quotes: [said.quote] }] : [];
}

/** 占；  共条  公开信息条. */
const NO_NUMBER =
  /[^，。；;、（(]{0,12}(?:\d+[条件次](?:信息)?占(?=[；;，,。])|占(?:比)?%|(?<!公)共(?:计)?[条件](?![件例款约])|(?:公开|发布|收到|受理)[^，。；\d]{0,8}(?:信息|申请)[条件](?=[，,。；;]))/;

function missing({ paragraphs }: ParsedReport): CheckFinding[] {
  return paragraphs.flatMap((text) => {
    const found = NO_NUMBER.exec(text);
    return found
      ? [
          {
            kind: 'number-missing' as const,
            certainty: 'certain' as const,
            message: `漏写数字：“${found[0]}”`,
            quotes: [`${found[0]}${text.slice(found.index + found[0].length, found.index + found[0].length + 1)}`],
          },
        ]
      : [];
  });
}

/** Names that say by themselves what is counted: 访问量, 人数; and what is a number, not a count. */
const NAMES_ITS_UNIT = /(?:量|数|次数|人数|率|比|指数|排名|名次|得分|评分|分值|编号|代码|号码|邮编|电话|传真|区号|单位)$/;
const COUNTED = /公开|发布|收到|受理|答复|办结|办理|信息|申请|复议|诉讼|文件/;
const MONEY = /(?:金额|经费|费用|收费|支出|总额)(?:共计|合计|总计|共|为|是|达|[:：])*$/;

/** 工作信息126，… among numbers that have 条; money without 元 or 万元. A number that ends its paragraph may have lost what stood behind it. */
function withoutUnit({ claims, paragraphs }: ParsedReport): CheckFinding[] {
  return claims.flatMap((claim) => {
    const isCutOff = claim.end === paragraphs[claim.paragraph]!.length;
    if (claim.unit !== '' || claim.value === 0 || isCutOff) return [];
    const money = MONEY.test(claim.lead);
    const peers = claims.filter(
      (one) => one.paragraph === claim.paragraph && one.sentence === claim.sentence && one.bracket === claim.bracket && isCount(one),
    );
    const counted = peers.length > 0 && COUNTED.test(claim.measure) && !NAMES_ITS_UNIT.test(claim.measure);
    if (!money && !counted) return [];
    return [
      {
        kind: 'unit-missing' as const,
        certainty: 'hint' as const,
        message: money ? `“${claim.quote}”没有写明是元还是万元` : `“${claim.quote}”没有计量单位，同一句里其他数字以“${peers[0]!.unit}”计`,
        quotes: [claim.quote],
      },
    ];
  });
}

const ANNEX = /[^，。；]{0,14}详见(?:附表|附件|附后|下表)/;
/** Excerpts leave out what the report has. */
const EXCERPT = /……|\.\.\.\.\.\./;

function annex({ paragraphs, rows, attachments }: ParsedReport): CheckFinding[] {
  if (rows.length > 0 || attachments.length > 0 || paragraphs.some((text) => EXCERPT.test(text))) return [];
  const said = paragraphs.map((text) => ANNEX.exec(text)?.[0]).find((found) => found !== undefined);
  return said ? [{ kind: 'annex-missing', certainty: 'certain', message: `“${said}”，页面上没有附表或附件`, quotes: [said] }] : [];
}

const LISTED =
  /([^，。；;:：]{0,16}?(\d+|[一二三四五六七八九十]+)(?:个|家|项|类)[^，。；;:：\d]{0,10})[，,:：]?分别(?:是|为)[:：]?([^。；;]+)/;

/** 维护专栏7个，分别是甲、乙、丙等: names counted against the number. */
function enumerated({ paragraphs, claims }: ParsedReport): CheckFinding[] {
  return paragraphs.flatMap((text, paragraph) => {
    const found = LISTED.exec(text);
    const claim = found
      ? claims.find((one) => one.paragraph === paragraph && one.at >= found.index && one.at < found.index + found[1]!.length && one.exact)
      : undefined;
    if (
      !found ||
      !claim ||
      claims.some((one) => one.paragraph === paragraph && one.at > found.index + found[1]!.length && one.at < found.index + found[0].length)
    )
      return [];
    const names = namesIn(found[3]!);
    const open = /等(?:[^、]{0,4})?$/.test(found[3]!.trim());
    if (names === claim.value || names < 2 || (open && names > claim.value)) return [];
    return [
      {
        kind: open ? ('unit-conflict' as const) : ('count-conflict' as const),
        certainty: open ? ('hint' as const) : ('likely' as const),
        message: `“${claim.quote}”，只列出 ${names} 个${open ? '加“等”' : ''}`,
        quotes: [claim.quote],
      },
    ];
  });
}

function namesIn(list: string): number {
  return list
    .replace(/[“《‘][^”》’]*[”》’]/g, '名')
    .split(/[、，,]|(?<=.)[和及](?=.)/)
    .filter((name) => name !== '').length;
}
