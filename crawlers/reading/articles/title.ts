import { wholeDay } from '../dates/written.ts';
import { type Page, visibleText } from '../page.ts';
import { cleanText } from '../text.ts';
import { isDateLine, isInfoLine, isLabelAlone, particularsOf } from './labels.ts';
import type { Field, Line } from './line.ts';
import { SEAM } from './lines.ts';

/** The heading of an article and the lines it stands on. */
export interface Title {
  readonly text: string;
  /** First line and line after the last; null where the title stands in meta tags or `<title>` only. */
  readonly at: { readonly from: number; readonly to: number } | null;
}

/** Longer headings are no headings. In characters. */
const LONGEST_TITLE = 500;

const META_TITLES = ['articletitle', 'og:title', 'twitter:title', 'title', 'dc.title', 'weibo:article:title'];
const SEPARATOR = /\s{0,20}(?:_{1,5}|\||｜|»|›|::|>{1,2}|--{1,5}|—{1,4}|\s[-–·]\s|(?<![\dA-Za-z])-|-(?![\dA-Za-z]))\s{0,20}/;
const SITE_NAME =
  /(?:网|网站|门户|官网|政府|平台|首页|频道|日报|晚报|在线|欢迎您|系统|委员会|管理局|中心|大学|学院|协会|医院|集团|公司)$|^(?:首页|欢迎|正文|内容页?|详情页?|文章(?:正文|内容|详情)?|新闻(?:中心|详情|内容)?)/;
const TITLE_MARK = /(?:^|[-_\s])(?:[a-z]{0,8}[-_]?)?(?:title|tit\d?|headline|bt|biaoti|h1|arti-?t|ucaptitle|subject)(?:$|[-_\s\d])|title/i;
const NO_TITLE =
  /您(?:现在|当前)?(?:所在)?的?位置|当前(?:所在)?的?位置|所在位置|^(?:首页|网站首页|正文|详细信息|内容|新闻|公告|相关|附件|上一|下一|打印|关闭|分享)$|^首页\s*[-–>»›/|]|[>»›]\s*正文$|今天是|版权所有|ICP备|^(?:www\.|https?:)/;

/**
 * The heading as it stands on the page: the line that agrees best with the page's own words for its title (meta ArticleTitle, `<title>`),
 * with its markup and with its place over the info line and the body. Without such a line, those words themselves, the site's name taken off.
 */
export function readTitle(page: Page, lines: readonly Line[], bodyFrom: number): Title | null {
  const named = META_TITLES.map((name) => page.meta.get(name)).filter((text) => text !== undefined && text.length <= LONGEST_TITLE * 2);
  const meta = page.meta.get('articletitle') ?? null;
  const columns = columnsOf(lines, bodyFrom);
  const tabled = headedInTable(lines, bodyFrom);
  const references = [...new Set([...named, page.title, tabled].map((text) => flat(text ?? '')))].filter((text) => text.length >= 2);
  const trail = lines.slice(0, bodyFrom).findIndex(({ text, length }) => length < 200 && HERE.test(text));
  let best: { score: number; from: number; to: number; text: string } | null = null;
  const last = Math.min(lines.length, bodyFrom + 12);
  for (let at = Math.max(0, bodyFrom - 150); at < last; at++) {
    const to = headingEnd(lines, at);
    for (const end of to > at + 1 ? [to, at + 1] : [to]) {
      const text = joined(lines.slice(at, end).map(withoutDate));
      const judged = columns.has(flat(text)) ? null : judge(lines, at, end, text, references, bodyFrom, page);
      const score = judged !== null && at < trail ? judged - OVER_TRAIL : judged;
      if (score !== null && (best === null || score > best.score)) best = { score, from: at, to: end, text };
    }
  }
  if (best && best.score >= ENOUGH) {
    const text = withoutMark(best.text, lines[best.from]!, references);
    return { text, at: { from: best.from, to: best.to } };
  }
  const worded = meta ?? tabled ?? withoutSite(page) ?? (best ? best.text : null);
  return worded ? { text: worded.slice(0, LONGEST_TITLE), at: null } : null;
}

const ENOUGH = 6;
/** What stands over the way to the page heads the site. */
const OVER_TRAIL = 8;
const HERE = /位置(?:是|为)?\s{0,4}[:：]/;

/** `<h1><span>转载</span>标题</h1>`: a mark in an element of its own is no part of the title where the page's own words for it leave it out. */
function withoutMark(text: string, { marked }: Line, references: readonly string[]): string {
  const mark = flat(marked.split(SEAM).find((part) => part.trim() !== '') ?? '');
  const plain = flat(text);
  const isMark =
    mark.length > 0 && mark.length <= LONGEST_MARK && plain.length >= 2 * mark.length && references.includes(plain.slice(mark.length));
  return isMark && text.startsWith(mark) ? text.slice(mark.length).trim() : text;
}
/** In characters. */
const LONGEST_MARK = 6;

/** `标题：…` in the table of particulars, where no line heads the text. */
function headedInTable(lines: readonly Line[], bodyFrom: number): string | null {
  const named = particularsOf(lines, bodyFrom - TABLE_LINES, bodyFrom).find(({ field, value }) => field === 'heading' && value.length >= 5);
  return named?.value ?? null;
}
/** The longest tables of particulars have some twenty cells. */
const TABLE_LINES = 60;

/** Info lines are set as headings, too, for the size of their letters. */
const BEGINS_WITH_LABEL =
  /^[【[(（]?\s?(?:信息|文章|稿件)?(?:发布|发表|更新|来源|稿源|作者|编辑|日期|时间|浏览|阅读|点击)[\u4e00-\u9fff]{0,4}\s?[】\])）]?\s?[:：]/;

/** Headings of this kind are the column's far more often than an article's, unless an info line follows at once. */
const COLUMN_NAME =
  /^[\u4e00-\u9fff]{0,4}(?:公告|公示|动态|要闻|新闻|中心|公开|文件|法规|解读|信息|专栏|专题|之窗|服务|互动|指南|目录|栏目|详情|资讯|通知|工作|概况)$/;

/** How much speaks for a line being the heading, or null where something speaks against it outright. */
function judge(
  lines: readonly Line[],
  at: number,
  end: number,
  text: string,
  references: readonly string[],
  bodyFrom: number,
  page: Page,
): number | null {
  const line = lines[at]!;
  const plain = flat(text);
  if (plain.length < 2 || plain.length > LONGEST_TITLE || NO_TITLE.test(text) || wholeDay(text)) return null;
  if (line.linked * 2 > line.length || /[:：]$/.test(text)) return null;
  if (isInfoLine(lines, at) && (line.heading === 0 || BEGINS_WITH_LABEL.test(text))) return null;
  if (at >= bodyFrom && isSignature(plain, page)) return null;
  if (plain === flat(page.meta.get('sitename') ?? '') || plain === flat(page.meta.get('columnname') ?? '')) return null;
  let score = 0;
  if (line.heading > 0 && plain.length < 150) score += [0, 6, 5, 4, 3, 3, 2][line.heading]!;
  if (marked(line)) score += 3;
  if (/ucaptitle/i.test(line.block.name)) score += 6;
  score += agreement(plain, references);
  const follows = infoFollows(lines, end);
  score += follows;
  if (at < bodyFrom) score += 1;
  score -= Math.min(4, Math.max(0, bodyFrom - end) / 12);
  if (at >= bodyFrom && /。$/.test(text)) score -= 6;
  if (at > 0 && isLabelAlone(lines[at - 1]!)) score -= 6;
  if (plain.length < 5) score -= 2;
  if (follows < AT_ONCE && COLUMN_NAME.test(plain)) score -= 9;
  if (plain.length >= 10) score += 2;
  if (plain.length > 120) score -= 3;
  return score;
}

/** The office that signs a text and has given the site its name: `青峰县人民政府` in `正文_青峰县人民政府`. */
function isSignature(plain: string, page: Page): boolean {
  const [, ...names] = (page.title ?? '').slice(0, LONGEST_TITLE).split(SEPARATOR);
  return names.some((name) => flat(name) === plain);
}

/** Agreement with the page's own words for its title: all of them, their begin, or a part of them. */
function agreement(plain: string, references: readonly string[]): number {
  let best = 0;
  for (const reference of references) {
    if (reference === plain) best = Math.max(best, 9);
    else if (reference.startsWith(plain) && plain.length >= 4)
      best = Math.max(best, plain.length * 2 >= reference.length || plain.length > 10 ? 8 : 4);
    else if (plain.startsWith(reference.replace(/(?:\.{2,20}|…{1,20})$/, '')) && reference.length >= 8) best = Math.max(best, 7);
    else if (reference.includes(plain) && plain.length >= 6) best = Math.max(best, 5);
  }
  return best;
}

/** What an info line right below a heading weighs. */
const AT_ONCE = 5;

/** What an info line tells; tables of particulars tell other things as well. */
const HEADS: ReadonlySet<Field> = new Set(['published', 'source', 'author', 'editor', 'contributor']);

/** How near an info line (a date, a source, reading aids) follows. */
function infoFollows(lines: readonly Line[], end: number): number {
  const first = lines[end]?.length === 0 ? end + 1 : end;
  for (let at = first; at < Math.min(first + 4, lines.length); at++) {
    const line = lines[at]!;
    if (line.length > 200) return 0;
    const told = particularsOf(lines, at, at + 1).some(({ field }) => HEADS.has(field));
    if (told || isDateLine(line) || (/浏览|阅读|点击|字[号体]/.test(line.text) && line.length < 80)) return at === first ? AT_ONCE : 3;
  }
  return 0;
}

function marked(line: Line): boolean {
  for (let element: Line['block'] | null = line.block, up = 0; element && up < 2; up++) {
    const { id = '', class: classes = '' } = element.attribs;
    if ((id.length < 60 && TITLE_MARK.test(id)) || (classes.length < 120 && TITLE_MARK.test(classes))) return true;
    element = element.parent && 'attribs' in element.parent ? (element.parent as Line['block']) : null;
  }
  return false;
}

/** The columns that the line of the page's place names (`当前位置：首页 > 政务公开 > 通知公告`): their headings are not the article's. */
function columnsOf(lines: readonly Line[], bodyFrom: number): Set<string> {
  const trails = lines.slice(0, bodyFrom).filter(({ text, length }) => length < 200 && TRAIL.test(text));
  const names = trails.flatMap(({ links }) => links.map((link) => flat(visibleText(link, 200))));
  return new Set(names.filter((name) => name.length <= LONGEST_COLUMN));
}
const TRAIL = /位置|首页\s*[-–>»›/|→]/;
/** In characters. */
const LONGEST_COLUMN = 14;

/** A heading broken over lines is one heading: the lines of one block, less a date that stands in it. */
function headingEnd(lines: readonly Line[], at: number): number {
  let end = at + 1;
  if (lines[at]!.length > 80) return end;
  while (end < lines.length && end < at + 6) {
    const next = lines[end]!;
    if (
      next.block !== lines[at]!.block ||
      next.heading !== lines[at]!.heading ||
      wholeDay(next.text) ||
      isInfoLine(lines, end) ||
      next.length > 80
    )
      break;
    end++;
  }
  return lines[at]!.heading > 0 || marked(lines[at]!) ? end : Math.min(end, at + 3);
}

/** Some headings hold their date in an element of its own: `<h2>标题<small>（2018年12月3日）</small></h2>`. */
function withoutDate(line: Line): string {
  if (!line.marked.includes(SEAM)) return line.text;
  const parts = line.marked.split(SEAM);
  const last = parts.findLastIndex((part) => part.trim() !== '');
  return last > 0 && wholeDay(parts[last]!) ? cleanText(parts.slice(0, last).join('')) : line.text;
}

/** Chinese text needs no space where a line was broken. */
function joined(parts: readonly string[]): string {
  return parts.reduce((text, next) => text + (text !== '' && /[\w)]$/.test(text) && /^[\w(]/.test(next) ? ' ' : '') + next, '');
}

/** `<title>` without the site's and the column's names. */
function withoutSite(page: Page): string | null {
  if (!page.title) return null;
  const names = ['sitename', 'columnname', 'og:site_name'].map((name) => flat(page.meta.get(name) ?? ''));
  const parts = page.title
    .slice(0, LONGEST_TITLE * 2)
    .split(SEPARATOR)
    .filter((part) => part !== '' && !names.includes(flat(part)));
  const own = parts.filter((part) => !(SITE_NAME.test(part) && parts.length > 1));
  const [first] = own.length > 0 ? own : parts;
  if (first === undefined) return null;
  const longest = own.reduce((a, b) => (flat(b).length > flat(a).length * 1.5 ? b : a), first);
  return longest;
}

function flat(text: string): string {
  return text.replace(/\s+/g, '');
}
