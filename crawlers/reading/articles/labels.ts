import type { ChildNode, Element } from 'domhandler';
import { publishedRank, publishedRankAtEnd } from '../dates/labels.ts';
import { mayHoldDay, wholeDay, writtenDays } from '../dates/written.ts';
import { isElement, parentElement, visibleText } from '../page.ts';
import { withoutEnd } from '../text.ts';
import type { Field, Line, Particular, Words } from './line.ts';
import { SEAM } from './lines.ts';
import { publisherBehind } from './publisher.ts';

/** The words of real sites by field. 国办发〔2017〕47号 and the info tables of 政府信息公开目录 name most; the others are widespread habits. */
const WORDS: Readonly<Record<Exclude<Field, 'published'>, string>> = {
  source: '信息来源 文章来源 稿件来源 新闻来源 内容来源 消息来源 来源单位 来源部门 来源 稿源 文章出处 出处 转载自 来自 Source',
  author: '文章作者 作者 撰稿人 撰稿 Author',
  contributor: '供稿人 供稿单位 供稿部门 供稿 投稿',
  editor: '值班编辑 责任编辑 网站编辑 编辑者 编辑 责编 录入人 录入者 录入员 录入 发布人 发布者 发布员 信息员 上传者',
  reviewer: '审核人 审核 审签人 审签 审稿人 审稿 核稿人 核稿 复审 终审 校审 校对',
  indexNumber: '信息索引号 公开索引号 信息索引 索引编号 索引号 索引码',
  documentNumber: '发文字号 公文字号 文件字号 发文文号 公文文号 文件文号 文件编号 公文编号 发文号 文号',
  documentDate:
    '公文生成日期 信息生成日期 成文日期 成文时间 生成日期 生成时间 发文日期 发文时间 印发日期 印发时间 制发日期 签发日期 签发时间 形成日期',
  issuer:
    '发布机构 发文机关 发布机关 发文机构 发布单位 发文单位 公开主体 公开机构 制发机关 制定机关 制作机关 制文机关 发布部门 发文部门 公开单位 公开部门',
  subject: '主题分类 主题类别 主题分类名称',
  heading: '信息名称 文件名称 公文名称 标题 名称',
  weak: '图片来源 资料来源 数据来源 经费来源 资金来源 次数 电话 联系电话 分类 图片 文字 摘要 备注 责任单位 责任部门 类别',
  other:
    '浏览次数 浏览量 浏览数 浏览 阅读次数 阅读量 阅读数 阅读 点击次数 点击数 点击率 点击量 点击 访问次数 访问量 访问 人气 查看次数 查看 字号 字体大小 文字大小 字体 视力保护色 保护视力色 保护视力 背景色 ' +
    '评论数 评论 分享到 分享至 分享 打印 关闭 收藏 有效性 时效性 时效 是否有效 效力状态 废止日期 失效日期 失效时间 实施日期 施行日期 生效日期 生效时间 有效期至 有效期限 有效期 公开方式 公开范围 公开类别 公开形式 公开时限 公开程序 公开类型 公开属性 公开目录 ' +
    '内容概述 内容摘要 内容概要 主题词 关键词 关键字 信息分类 信息类别 组配分类 体裁分类 服务对象分类 生命周期分类 服务对象 主题导航 体裁 语种 载体类型 载体形式 记录形式 统一登记号 规范性文件编号 登记号 所属栏目 所属类别 栏目名称 栏目 频道 ' +
    '公文种类 文件类型 信息类型 文件状态 更新时间 更新日期 修改时间 摄影 摄像 通讯员 签发人 签发 当前位置 您的位置 扫一扫 特约记者 翻译 译者 校核 语音播报 朗读',
};

const FIELD_OF = new Map<string, Field>();
for (const [field, words] of Object.entries(WORDS))
  for (const word of words.split(' ')) if (!FIELD_OF.has(word)) FIELD_OF.set(word, field as Field);
const BY_LENGTH = [...FIELD_OF.keys()].sort((a, b) => b.length - a.length);
const DATE_WORDS =
  '(?:信息|公开|网站)?(?:提供|加入|发布|发表|公布|刊发|刊登|上传|上载|登载|公开|录入|添加|发稿|更新|创建|推送|上网)(?:日期|时间)|发布于|发表于|发布|日期|时间';
const ANY_WORD = `(?:${BY_LENGTH.join('|')}|${DATE_WORDS})`;
const LABEL = new RegExp(`${ANY_WORD}(?=[:：])|(?<=【)${ANY_WORD}(?=】)|(?<=[[［(（])${ANY_WORD}(?=[\\]］)）][:：])`, 'g');

/** Words that end a value although no colon follows them. */
const STOP =
  /(?:浏览|阅读|点击|访问)(?:次数|量|数)|\s(?:浏览|阅读|点击|访问|人气)\s?\d|\s(?:本报|特约)?(?:记者|通讯员|作者|编辑)\s|\s[\u4e00-\u9fff]{2,6}\s?[:：]|字[号体]|分享到|打印|关闭窗口|收藏本文|扫一扫|视力保护|保护视力|T\|T|[\s[【(（]大\s?[|/]?\s?中\s?[|/]?\s?小|\sA\s?[+-]/;
const DATE_IN_VALUE = /[12]\d{3}\s{0,3}[-/.年]\s{0,3}\d{1,2}\s{0,3}[-/.月]\s{0,3}\d{1,2}/;

const LONGEST_LINE = 1_500;

/** All labelled particulars of the lines from `from` up to `to`, in order, labels with their value in the next cell included. */
export function particularsOf(lines: readonly Line[], from: number, to: number): Particular[] {
  const found: Particular[] = [];
  for (let at = Math.max(0, from); at < Math.min(to, lines.length); at++) {
    const { alone, told } = wordsOf(lines[at]!);
    if (alone === null)
      for (const particular of told)
        found.push({ ...particular, value: particular.value || broken(lines, at, particular, told), line: at });
    else {
      const next = at + 1 < to ? lines[at + 1] : undefined;
      const value = next && wordsOf(next).alone === null && wordsOf(next).told.length === 0 ? next.text : '';
      found.push({ field: fieldOf(alone), label: alone, value: tidy(value), line: at });
    }
  }
  return found;
}

/** The value of the label that a line ends with, where a line break follows it within one block: `来源：<br>新华社`. */
function broken(lines: readonly Line[], at: number, { label }: Words['told'][number], told: Words['told']): string {
  const [line, next] = [lines[at]!, lines[at + 1]];
  const ends = told.at(-1)?.label === label && /[:：]\s{0,3}$/.test(line.text);
  if (!ends || next === undefined || next.block !== line.block || next.length > LONGEST_BROKEN) return '';
  return wordsOf(next).alone === null && wordsOf(next).told.length === 0 ? tidy(next.text) : '';
}
/** Longer lines are text to read. In characters. */
const LONGEST_BROKEN = 30;

const NO_WORDS: Words = { alone: null, told: [] };
/** Several fields ask for the same lines, so a line keeps its words. */
function wordsOf(line: Line): Words {
  line.words ??= wordsIn(line);
  return line.words;
}

function wordsIn(line: Line): Words {
  const allLink = line.linked > 4 && line.linked === line.length;
  if (line.length === 0 || line.length > LONGEST_LINE || allLink) return NO_WORDS;
  const alone = labelAlone(line.text);
  if (alone !== null) return { alone, told: [] };
  const told = /[:：】]/.test(line.text) ? particularsIn(line.marked) : [];
  return { alone: null, told: told.length > 0 ? told : besideSeam(line.marked) };
}

/** Whether the line is nothing but one label; then the label, without spaces, brackets and colon. */
function labelAlone(text: string): string | null {
  if (text.length > 40) return null;
  const compact = text.replace(/\s+/g, '');
  // Most lines are longer than any label with its brackets and colons, and need not be stripped of them.
  if (compact.length > LONGEST_LABEL + AROUND_LABEL) return null;
  const bare = compact
    .replace(/^[【[（(|·•*]{1,2}/, '')
    .replace(/[:：]$/, '')
    .replace(/[】\])）]$/, '')
    .replace(/[:：]$/, '');
  return FIELD_OF.has(bare) || DATE_LABEL.test(bare) ? bare : null;
}
const DATE_LABEL = new RegExp(`^(?:${DATE_WORDS})$`);
/** In characters; the words for dates, `信息发布日期` at most, are shorter than the longest of the others. */
const LONGEST_LABEL = BY_LENGTH[0]!.length;
/** Two brackets before a label, a colon, a bracket and a colon behind it. */
const AROUND_LABEL = 5;

function particularsIn(marked: string): Omit<Particular, 'line'>[] {
  const { text, places } = compact(marked);
  const labels = [...text.matchAll(LABEL)];
  return labels.map((match, index) => {
    const begin = places[match.index + match[0].length]! + 1;
    const next = labels[index + 1];
    const end = next ? places[next.index + foreignPrefix(next, places)]! : marked.length;
    const field = isPartOfWord(match[0], marked[places[match.index]! - 1]) ? 'weak' : fieldOf(match[0]);
    return { field, label: match[0], value: readValue(field, marked.slice(begin, end)) };
  });
}

/** In `来源：某某网站 发布时间：` the word before the gap ends the value before: how many signs of `网站发布时间` are no part of the label. */
function foreignPrefix({ 0: label, index }: RegExpExecArray, places: readonly number[]): number {
  const prefix = /^(?:信息|公开|网站)(?=发布|发表|公布|更新)/.exec(label)?.[0].length ?? 0;
  return prefix > 0 && places[index + prefix]! - places[index + prefix - 1]! > 1 ? prefix : 0;
}

/** `发行日期：` holds 日期 and says something else; `before` is the sign right before the label. */
function isPartOfWord(label: string, before: string | undefined): boolean {
  return /^(?:日期|时间|发布)$/.test(label) && before !== undefined && /[\u4e00-\u9fff]/.test(before);
}

/** `<b>发布日期</b><i>2018-12-03</i>`: label and value apart by nothing but their elements. */
function besideSeam(marked: string): Omit<Particular, 'line'>[] {
  const [first = '', ...rest] = marked.split(SEAM).filter((part) => part.trim() !== '');
  const label = rest.length > 0 ? labelAlone(first) : null;
  return label ? [{ field: fieldOf(label), label, value: readValue(fieldOf(label), rest.join(SEAM)) }] : [];
}

function fieldOf(label: string): Field {
  return FIELD_OF.get(label) ?? (publishedRank(label) === null ? 'other' : 'published');
}

/** The text without white space and seams, and the place of each of its characters in `marked`. */
function compact(marked: string): { text: string; places: number[] } {
  let text = '';
  const places: number[] = [];
  for (let at = 0; at < marked.length; at++) {
    const sign = marked[at]!;
    if (sign === SEAM || /\s/.test(sign)) continue;
    text += sign;
    places.push(at);
  }
  return { text, places };
}

/** A value ends at the seam after its first text; dates may have seams inside and keep all. */
function readValue(field: Field, rest: string): string {
  const whole = rest.replaceAll(SEAM, '');
  if (field === 'published' || field === 'documentDate' || field === 'other') return tidy(whole);
  const first = rest.split(SEAM).find((part) => part.trim() !== '') ?? '';
  const text = /^[\s《“"'「]*$/.test(first) ? whole : first;
  const stop = STOP.exec(text);
  return tidy(stop ? text.slice(0, stop.index) : text);
}

const ENDS = ' |,，;；·、【[（(〖〗-';
const NOTHING = /^(?:undefined|null|nan|none|无|暂无|空|略|[-—_/\\.]{1,6})$/i;

/** Brackets and separators around a value belong to the line; words for "nothing" are nothing. */
function tidy(value: string): string {
  const trimmed = value.replace(/\s+/g, ' ').trim();
  const open = withoutEnd(trimmed.replace(/^[\s|:：,，;；·\]】)）]+/, ''), ENDS);
  const closed = /^[^(（【[]*[】\])）]$/.test(open) ? open.slice(0, -1) : open;
  return NOTHING.test(closed.trim()) ? '' : closed.trim();
}

const WEAK: ReadonlySet<Field> = new Set(['weak', 'heading']);

/** The fields that a line of particulars tells; empty where the line is text to read. */
export function infoFields(lines: readonly Line[], at: number): readonly Field[] {
  const line = lines[at]!;
  line.fields ??= fieldsAt(lines, at);
  return line.fields;
}

function fieldsAt(lines: readonly Line[], at: number): Field[] {
  const line = lines[at]!;
  if (line.length === 0 || line.length > 200) return [];
  const found = particularsOf(lines, at, at + 1).filter(({ field, label, value }) => {
    if (WEAK.has(field)) return false;
    return !/^(?:时间|日期|发布)$/.test(label) || value === '' || DATE_IN_VALUE.test(value);
  });
  if (found.length === 0) return isDateLine(line) && !isOtherValue(lines, at) ? ['published'] : [];
  if (found.length === 1 && found[0]!.value !== '' && line.length > 50) return [];
  const fields = found.map(({ field }) => field);
  return fields.includes('source') && writtenDays(line.text).length > 0 ? [...fields, 'published'] : fields;
}

/** What is left of `（2018-12-03 阅读 345 次）` without its day. */
const VISITS = /^[\s(（[【|]{0,5}(?:浏览|阅读|点击|访问|人气)(?:次数|量|数)?\s{0,3}[:：]?\s{0,3}\d{0,9}\s{0,3}次?[\s)）\]】|]{0,5}$/;
/** `[ 水务局 ] 于 2018-12-03 发布`, the day as a dot. */
const SAYS_BY_WHOM =
  /^[\s[【(（]{0,5}[\u4e00-\u9fff]{0,20}[\s\]】)）]{0,5}(?:于|发布于|发表于)?\s{0,3}·\s{0,3}(?:发布|发表|公布|刊发|上传|登载)[\s\]】)）]{0,5}$/;
const WEEKDAY = /\s{0,3}(?:星期|周)[一二三四五六日]\s?$/;

/** A day on its own, with its visits, with its time among a few words that are no sentence, or before its publisher: `2018-12-03 14:31 3楼大厅`, `2018-12-03 中国政府网`. */
export function isDateLine(line: Line): boolean {
  if (line.length > 60 || !mayHoldDay(line.text) || /[，。；、！？]/.test(line.text)) return false;
  if (wholeDay(line.text.replace(WEEKDAY, ''))) return true;
  const days = writtenDays(line.text);
  if (days.length === 1 && saysPublished(line.text.slice(0, days[0]!.start))) return true;
  if (days.length === 1 && SAYS_BY_WHOM.test(`${line.text.slice(0, days[0]!.start)}·${line.text.slice(days[0]!.end)}`)) return true;
  if (days.length === 1 && VISITS.test(line.text.slice(0, days[0]!.start) + line.text.slice(days[0]!.end))) return true;
  return days.length === 1 && (days[0]!.at.length > 10 || (days[0]!.start === 0 && publisherBehind(line.text, days[0]!) !== null));
}

/** Words that head a day, with a colon or without: `开标时间`, `公示截止期`. */
const HEADS_DAY = /(?:时间|日期|时刻|期限|截[止至]期?|[期日至])$/;
/** In characters. */
const LONGEST_HEAD = 14;

/** `发布时间 `, `县水务局 发布于 `, `Published: `: words before a day that say what it is. */
function saysPublished(before: string): boolean {
  const words = before.replace(/[\s:：】\])）|]{1,20}$/, '');
  return words !== '' && words.length <= LONGEST_BROKEN && publishedRankAtEnd(words) !== null;
}

/** What heads the line as a label of its own, whether anybody knows it or not: the cell before or over its own, else the line before. Null where nothing does. */
function headOf(lines: readonly Line[], at: number): string | null {
  const cell = lines[at]!.block;
  if (/^(?:td|th|dd)$/.test(cell.name)) return asHead(cellText(previousCell(cell))) ?? asHead(cellText(cellOver(cell)));
  const before = lines[at - 1];
  return before === undefined ? null : asHead(before.text);
}

function asHead(text: string): string | null {
  const bare = text.replace(/\s/g, '');
  if (bare.length > LONGEST_HEAD || /\d/.test(bare)) return null;
  const label = bare.replace(/[:：]$/, '');
  return label !== bare || HEADS_DAY.test(label) ? label : null;
}

function cellText(cell: Element | null): string {
  return cell === null ? '' : visibleText(cell, 100);
}

function previousCell(cell: Element): Element | null {
  return sibling(cell.prev, (node) => node.prev);
}

/** The cell of the first row of a table that stands over a cell. */
function cellOver(cell: Element): Element | null {
  const row = parentElement(cell);
  const table = row && parentElement(row);
  const first = table ? sibling(table.firstChild, (node) => node.next) : null;
  if (first === null || first === row) return null;
  let over = sibling(first.firstChild, (node) => node.next);
  let before = previousCell(cell);
  for (let column = 0; before !== null; before = previousCell(before), column++) {
    if (column > MOST_COLUMNS) return null;
    over = over && sibling(over.next, (node) => node.next);
  }
  return over;
}
/** Wider tables are no table of particulars. */
const MOST_COLUMNS = 12;

/** The first element from a node on. */
function sibling(from: ChildNode | null, next: (node: ChildNode) => ChildNode | null): Element | null {
  let node = from;
  while (node && !isElement(node)) node = next(node);
  return node;
}

/** How sure the label that heads a line says "published"; null where none does. */
export function publishedHead(lines: readonly Line[], at: number): number | null {
  const head = headOf(lines, at);
  return head === null ? null : publishedRankAtEnd(head);
}

/** Whether a label heads the line that says something else than "published": `开始时间：` in one cell, the day in the next. */
export function isOtherValue(lines: readonly Line[], at: number): boolean {
  const head = headOf(lines, at);
  return head !== null && publishedRankAtEnd(head) === null;
}

/** Whether the line is one label whose value stands in the next line. */
export function isLabelAlone(line: Line): boolean {
  return labelAlone(line.text) !== null;
}

/** Whether a line holds labelled particulars and nothing to read. */
export function isInfoLine(lines: readonly Line[], at: number): boolean {
  return infoFields(lines, at).length > 0;
}
