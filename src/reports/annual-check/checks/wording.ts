import type { CheckFinding, ParsedReport } from '../report.ts';
import type { ReportCheck } from './check.ts';

/** What is told without its number, with half a number, or of something that is not there. */
export const checkWording: ReportCheck = (report) => [...imprecise(report), ...missing(report), ...annex(report), ...enumerated(report)];

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
