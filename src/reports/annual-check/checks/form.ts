import type { CheckFinding, ParsedReport } from '../report.ts';
import type { ReportCheck } from './check.ts';

/** The form of the year: heads of tables and names of sections (国办公开办函〔2021〕30号; before it 〔2019〕60号). */
export const checkForm: ReportCheck = (report) => [...outdated(report), ...renamed(report)];

const OLD_HEADS = /本年新制作数量|本年新公开数量|上一年项目数量|其他对外管理服务事项|采购项目数量/;

function outdated({ head, rows, paragraphs }: ParsedReport): CheckFinding[] {
  if (head.year === null || head.year < 2021) return [];
  // In a page without tables every cell is a line of its own.
  const cells = paragraphs.filter((text) => text.length < 16).map((quote) => ({ quote }));
  const old = [...rows, ...cells].find(({ quote }) => OLD_HEADS.test(quote));
  return old
    ? [{ kind: 'form-outdated', certainty: 'certain', message: `${head.year} 年的报告仍用 2019 年试行格式的表头`, quotes: [old.quote] }]
    : [];
}

const SECTIONS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const NUMERALS = '一二三四五六';

/** Only where most sections bear the form's names, so that the report means to follow it. */
function renamed({ head, paragraphs }: ParsedReport): CheckFinding[] {
  if (head.year === null || head.year < 2021) return [];
  const headings = paragraphs.flatMap((text) => {
    const found = /^([一二三四五六])、([^，。；]{3,30})$/.exec(text);
    return found ? [{ place: NUMERALS.indexOf(found[1]!), name: found[2]!.replace(/[（(].*$/, ''), quote: text }] : [];
  });
  const right = headings.filter(({ place, name }) => name === SECTIONS[place]).length;
  if (right < 4) return [];
  return headings
    .filter(({ place, name }) => name !== SECTIONS[place])
    .map(({ place, quote }) => ({
      kind: 'section-renamed',
      certainty: 'hint',
      message: `“${quote}”，格式规定为“${NUMERALS[place]}、${SECTIONS[place]}”`,
      quotes: [quote],
    }));
}
