import { chineseNumber, chineseYear } from '../../model/chinese-numerals.ts';
import { type Day, makeDay } from '../../model/day.ts';
import type { TextDocument } from '../../model/document.ts';
import { fold } from './language/fold.ts';
import type { ReporterKind, ReportForm, ReportHead } from './report.ts';

const TITLE = /(?:信息|政务)公开.{0,12}(?:报告|报表)|自查报告/;
/** A report that names itself in a sentence: 现公布某局2018年政府信息公开工作年度报告。 */
const NAMED =
  /(?:现公布|现将|编制(?:了)?|发布)?([^，。；：:“《\n\d]{0,24}20\d{2}年度?[^，。；：:“《\n\d]{0,10}(?:信息|政务)公开[^，。；：:“《\n\d]{0,8}报告)/;
const SELF_CHECK = /自查报告|自查情况|季度.{0,12}(?:检查|自查)/;
/** Lines in which a page shows its particulars, from its top. */
const HEAD_LINES = 12;
const DAY = '(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?';
const PERIOD = new RegExp(`(?:${DAY}|(\\d{4})年(\\d{1,2})月)?起?(?:至|到|[-—－~～]{1,4})(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日`, 'g');
const OF_NUMBERS =
  /统计(?:的)?(?:期限|期间|日期|时间|时限|数据|周期|范围)|(?:数据|资料|数字).{0,12}(?:期限|时限|起|自|从)|所列(?:的)?(?:数据|各项)/;
const CHINESE_DAY = /([二〇○零ОO一三四五六七八九]{4})年([一二三四五六七八九十元]{1,2})月([一二三四五六七八九十廿卅]{1,3})日/;

/** Who reports, on which year, in which form and when; `lines` are folded. */
export function headOf(document: TextDocument, lines: readonly string[], paragraphs: readonly string[], tableText: string): ReportHead {
  const own = document.title ? fold(document.title) : null;
  const top = lines.slice(0, 30);
  const joined = top.slice(0, -1).map((line, at) => (/20\d{2}年/.test(line) && !TITLE.test(line) ? `${line}${top[at + 1]}` : line));
  const alone = [...joined, ...top, ...(own ? [own] : [])].find(
    (line) => TITLE.test(line) && line.length < 60 && !/[，。；：:]/.test(line),
  );
  const text = paragraphs.join('\n');
  const named = alone ?? NAMED.exec(text)?.[1] ?? own ?? '';
  const period = periodOf(paragraphs);
  const year = yearIn(named) ?? (period ? Number(period.to.slice(0, 4)) : null) ?? yearIn(text);
  const unit = unitOf(named, paragraphs);
  return {
    title: named,
    unit,
    unitKind: kindOf(unit),
    year,
    form: SELF_CHECK.test(named) ? 'site-self-check' : formOf(year, tableText),
    publishedOn: publishedIn(document, lines),
    period,
    signedOn: signedIn(paragraphs),
    reviewer: reviewerOf(document, lines),
  };
}

function yearIn(text: string): number | null {
  const found = /(20\d{2})年/.exec(text) ?? /(20\d{2})(?!\d)/.exec(text);
  if (found) return Number(found[1]);
  const spoken = /二[〇○零ОO][〇○零ОO一二][〇○零ОO一二三四五六七八九](?=年)/.exec(text);
  return spoken ? chineseYear(spoken[0]) : null;
}

/** The title's words before the year or the report's name; else who published or signed it. Empty where the report does not say. */
function unitOf(title: string, lines: readonly string[]): string {
  const plain = title.replace(/^(?:现公布|现将|关于)|[《》]/g, '');
  const [before = '', behind = ''] = plain.split(/20\d{2}年?度?(?:第?[一二三四]季度)?|[二〇○零]{2}[〇一二三四五六七八九]{2}年度?/);
  const tail = (behind || before).replace(/(?:政府)?(?:网站|信息(?:公开|与)|政务(?:公开|新媒体)).*$/, '');
  const name = (before.length >= 2 && behind !== '' ? before : tail).replace(/年度?$|的$/, '');
  if (name.length >= 2 && !/我|本机关|本单位|本级|编制/.test(name)) return name;
  const labelled = lines
    .slice(0, HEAD_LINES)
    .map((line) => /(?:发布|公开)?(?:机构|单位)[:：]([^，。；:：|]{2,20})$/.exec(line)?.[1])
    .find((name) => name !== undefined);
  const signed = [...lines]
    .reverse()
    .slice(0, 12)
    .find((line) => line.length < 30 && /(?:政府|局|委员会|办公室|办事处|厅|院|中心)$/.test(line));
  return labelled ?? signed ?? '';
}

export function kindOf(unit: string): ReporterKind {
  if (/(?:乡|镇|街道|苏木)(?:人民政府|办事处|政府)?$|街道办/.test(unit)) return 'township';
  if (/(?:政府|市|县|区|旗|州|省)办公(?:室|厅)$|政府办$/.test(unit)) return 'office';
  if (/(?:人民政府|市|县|区|旗|盟|自治州|省|自治区)$/.test(unit)) return 'government';
  return 'department';
}

function formOf(year: number | null, tableText: string): ReportForm {
  if (/本年制发件数|本年废止件数|现行有效件数/.test(tableText)) return 'tables-2021';
  if (/本年新制作数量|本年新公开数量|上一年项目数量/.test(tableText)) return 'tables-2019';
  if (year === null || year <= 2018) return 'narrative-2008';
  return year <= 2020 ? 'tables-2019' : 'tables-2021';
}

function publishedIn(document: TextDocument, lines: readonly string[]): ReportHead['publishedOn'] {
  const head = lines.slice(0, HEAD_LINES);
  for (const label of [/(?:发布|公开|发文)(?:日期|时间)/, /(?<!生成|成文|统计)(?:时间|日期)[:：]/, /生成日期|^\d{4}-\d{1,2}-\d{1,2}$/]) {
    for (const line of head) {
      const at = label.exec(line);
      const day = at ? dayIn(line.slice(at.index)) : null;
      if (at && day && !OF_NUMBERS.test(line)) return { day, quote: line.slice(at.index).slice(0, 60) };
    }
  }
  return document.publishedOn ? { day: document.publishedOn, quote: document.publishedOn } : null;
}

function dayIn(text: string): Day | null {
  const found = new RegExp(DAY).exec(text);
  return found ? makeDay(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

function periodOf(lines: readonly string[]): ReportHead['period'] {
  for (const line of lines) {
    if (!OF_NUMBERS.test(line)) continue;
    for (const match of line.matchAll(PERIOD)) {
      const fromYear = Number(match[1] ?? match[4] ?? match[6]);
      const toYear = Number(match[6] ?? match[1] ?? match[4]);
      const from = makeDay(fromYear, Number(match[2] ?? match[5] ?? 1), Number(match[3] ?? 1));
      const to = makeDay(toYear, Number(match[7]), Number(match[8]));
      if (from && to) return { from, to, quote: `${match[0]}${line[match.index + match[0].length] === '止' ? '止' : ''}` };
    }
  }
  return null;
}

/** A line that is nothing but a day, or ends a short signature, near the end. */
function signedIn(lines: readonly string[]): ReportHead['signedOn'] {
  for (const line of [...lines].reverse().slice(0, 40)) {
    if (line.length > 40) continue;
    const spoken = CHINESE_DAY.exec(line);
    const day = spoken ? chineseDay(spoken) : /^[^，。；:：]{0,24}\d{4}年\d{1,2}月\d{1,2}日[)）]?$/.test(line) ? dayIn(line) : null;
    if (day) return { day, quote: spoken ? spoken[0] : line };
  }
  return null;
}

function chineseDay(found: RegExpExecArray): Day | null {
  return makeDay(chineseYear(found[1]!), chineseNumber(found[2]!), chineseNumber(found[3]!));
}

function reviewerOf(document: TextDocument, lines: readonly string[]): ReportHead['reviewer'] {
  for (const line of [...lines.slice(0, HEAD_LINES), ...lines.slice(-HEAD_LINES)]) {
    const found = /审核(?:人|员)?[:：]([^，,。；;|]{1,20})/.exec(line);
    if (found) return { name: found[1]!, quote: found[0] };
  }
  return document.reviewer ? { name: document.reviewer, quote: document.reviewer } : null;
}
