import type { Element } from 'domhandler';
import { parentElement } from '../page.ts';
import { isFileLink } from './attachments.ts';
import { infoFields, isDateLine, isInfoLine, isLabelAlone } from './labels.ts';
import type { Field, Line } from './line.ts';
import type { Drawing } from './lines.ts';

/** Lines of every site's frame: never part of an article. */
const FRAME =
  /版权所有|主办单位|承办单位|主办[:：]|承办[:：]|ICP备|网站标识码|公网安备|技术支持|设为首页|加入收藏|网站地图|联系我们|copyright|您(?:现在|当前)?(?:所在)?的?位置|当前(?:所在)?的?位置|所在位置|^首页|访问量|无障碍|^搜索|用户登录|今天是|建议使用|分辨率|ICP证/i;
/** Lines that stand around a body: reading aids and neighbours. */
const AIDS =
  /^附件下载$|打印(?:本页|此页|该页|本文|文章|页面)|^[[【(（]?打印|关闭(?:窗口|本页|页面|此页)|^[[【(（]?关闭|分享(?:到|至|按钮)|^分享|^(?:返回|回到)(?:顶部|列表|首页)|(?:上|下)一?(?:篇|条|页|则|个)(?:新闻|文章|信息|主题)?(?:\s*[:：>》]|$)|没有了|^收藏|^调整字体|^保存|^推荐给|^大家都在看|^展开全文|^阅读原文|^我来说两句|扫一扫|扫码|^字[号体]|视力保护|微信(?:公众号|扫)|我要(?:纠错|打印|评论|推荐)|^纠错|(?:文章|网站)纠错|复制链接|^(?:来源|编辑|责任编辑)[:：]\s*$|浏览次数|点击(?:数|次数|量)/;
/** Headings of lists that follow an article. */
const NEIGHBOURS =
  /^[【[<《]?(?:相关|推荐|热点|热门|最新|延伸|更多|近期|猜你)(?:信息|新闻|链接|文章|阅读|文件|内容|稿件|报道|推荐|附件|政策|资讯|解读|图解|专题|动态|资料|排行)+[】\]>》]?[:：]?$|^(?:网友评论|发表评论|评论列表|文章评论)/;

/** Marks of body containers in the great content systems; a hint beside the text's own weight. */
const KNOWN =
  /^(?:TRS_UEDITOR|TRS_Editor|trs_editor_view|UCAP-?CONTENT|zoom|zoomcon|vsb_content(?:_\d{1,4})?|v_news_content|wp_articlecontent|artibody|article-?(?:content|body|con|text|main)|content-?(?:body|text)|news-?(?:content|body|text)|pages_content|xl_?con|easysite-news-text|ewb-article-info|wzzw-article|bt-content|info-?content|detail-?con(?:tent)?|articleContent|contentText|ivs_content|main_?content|show_?con(?:tent)?|txt_?con|conTxt|fontzoom|j-fontContent|zw|zwnr|nr|mainText|TextContent|NewsContent|print_?content)$/i;

/** How much a line speaks for being part of the body: its prose, less its links and the frame's words. In characters, roughly. */
function weigh(lines: readonly Line[], at: number): number {
  const line = lines[at]!;
  const { text, length, linked } = line;
  if (length === 0) return 0;
  if (length < 120 && FRAME.test(text)) return -30;
  if (length < 60 && (AIDS.test(text) || NEIGHBOURS.test(text))) return -15;
  if (linked * 2 > length) return ATTACHED.test(text) || line.links.some(isFileLink) ? 2 : -12 - linked * 0.7;
  if (line.heading > 0 || (at < INFO_LINES && isInfoLine(lines, at))) return 0;
  return (length - linked * 2) * (SENTENCE.test(text) ? 1 : 0.35);
}
/** Info lines stand near the top; not looking for them in endless tables bounds the time of one page. */
const INFO_LINES = 5_000;
const ATTACHED = /^附\s?件/;
const SENTENCE = /[，。；！？、：]|[,;!?]\s/;

/** The page's lines weighed, as prefix sums: the weight of any element is one subtraction. */
export interface Scale {
  readonly drawing: Drawing;
  readonly sums: readonly number[];
}

export function weighLines(drawing: Drawing): Scale {
  const sums = [0];
  for (const at of drawing.lines.keys()) sums.push(sums[at]! + weigh(drawing.lines, at));
  return { drawing, sums };
}

/** The element whose lines weigh most together, the innermost of equals. What a dialect hints at (`#id`, `.class`, `tag`) weighs more, known containers a little. */
export function heaviestElement({ drawing, sums }: Scale, hints: ReadonlySet<string>): Element | null {
  let best: Element | null = null;
  let bestWeight = 0;
  for (const [element, [from, to]] of drawing.spans) {
    if (isPageItself(element)) continue;
    const sum = sums[to]! - sums[from]!;
    const weight = isHinted(element, hints) ? sum * 1.5 + 60 : isKnown(element) ? sum * 1.15 + 20 : sum;
    if (to > from && weight > 0 && weight >= bestWeight) {
      best = element;
      bestWeight = weight;
    }
  }
  return best;
}

/**
 * A body may lie in several boxes: climbs as long as what the parent adds behind the heading is more prose than frame.
 * A lone paragraph of a page without boxes is not a body; there the page is.
 */
export function grown({ drawing, sums }: Scale, element: Element, headingTo: number): Element {
  let current = element;
  for (
    let parent = parentElement(element), steps = 0;
    parent && steps < 8 && !isPageItself(parent);
    parent = parentElement(parent), steps++
  ) {
    const outer = drawing.spans.get(parent);
    const inner = drawing.spans.get(current)!;
    if (!outer) continue;
    const first = Math.min(inner[0], Math.max(outer[0], headingTo));
    const added = sums[inner[0]]! - sums[first]! + sums[outer[1]]! - sums[inner[1]]!;
    if (added < 0) break;
    if (added > 0) current = parent;
  }
  const around = parentElement(current);
  return around?.name === 'body' && current.name === 'p' ? around : current;
}

/** What stands below the heading in the smallest box that holds both: the body of pages with a picture, a film or a file and hardly a word. */
export function below({ drawing }: Scale, heading: Line, headingTo: number): Element | null {
  const { lines, spans } = drawing;
  for (let box: Element | null = heading.block; box && !isPageItself(box); box = parentElement(box)) {
    const to = spans.get(box)?.[1] ?? 0;
    for (let at = headingTo; at < to; at++) {
      if (FRAME.test(lines[at]!.text)) return null;
      if (lines[at]!.length > 0 && !isInfoLine(lines, at) && !AIDS.test(lines[at]!.text)) return box;
    }
  }
  return null;
}

function isPageItself(element: Element): boolean {
  return element.name === 'body' || element.name === 'html';
}

function isHinted({ name, attribs }: Element, hints: ReadonlySet<string>): boolean {
  return hints.size > 0 && (hints.has(name) || hints.has(`#${attribs.id}`) || classesOf(attribs.class).some((one) => hints.has(`.${one}`)));
}

function isKnown(element: Element): boolean {
  const { id, class: classes } = element.attribs;
  return (id !== undefined && KNOWN.test(id)) || classesOf(classes).some((name) => KNOWN.test(name));
}

/** The classes of an element; none where they are too many to be names. */
function classesOf(written: string | undefined): string[] {
  return written === undefined || written.length >= 200 ? [] : written.split(/\s+/);
}

/**
 * The lines of the container that are the body, as indexes: what opens it (info lines, reading aids) and what closes it (aids, editors,
 * neighbours, frame) is taken off; between them nothing is left out. `told` are the fields that lines before the container told.
 */
export function bodyLines(lines: readonly Line[], from: number, to: number, told: ReadonlySet<Field>): number[] {
  const filled: number[] = [];
  for (let at = from; at < to; at++) {
    if (isNeighbour(lines[at]!) && isMostlyLinks(lines, at + 1, to)) break;
    if (lines[at]!.length > 0) filled.push(at);
  }
  const opened = filled.slice(openingOf(lines, filled, told));
  return opened.slice(0, closingOf(lines, opened));
}

/**
 * How many lines open the body: the run of info lines and aids at its begin, or up to an info line further down if more text follows it than stands
 * before it. An info line that only repeats what was told already (a second 时间：, a second 来源：) is the body's own, as in the notice of a lecture.
 */
function openingOf(lines: readonly Line[], filled: readonly number[], told: ReadonlySet<Field>): number {
  const known = new Set(told);
  let run = 0;
  let opening = 0;
  let valueAt = -1;
  for (const [index, at] of filled.slice(0, LONGEST_OPENING).entries()) {
    if (index === valueAt) continue;
    const fields = infoFields(lines, at);
    if (fields.length === 0 && isProse(lines[at]!)) break;
    if (fields.length > 0) {
      if (fields.every((field) => field !== 'other' && known.has(field))) break;
      for (const field of fields) known.add(field);
      if (isLabelAlone(lines[at]!) && filled[index + 1] === at + 1 && !isLabelAlone(lines[at + 1]!) && !isProse(lines[at + 1]!))
        valueAt = index + 1;
      const next = Math.max(index, valueAt) + 1;
      if (run === index) run = next;
      if (index <= opening || fields.some((field) => field !== 'other' && field !== 'editor')) opening = next;
    } else if (run === index && isAid(lines[at]!)) run = index + 1;
  }
  const textOf = (from: number, to: number) =>
    filled.slice(from, to).reduce((sum, at) => sum + (isAid(lines[at]!) ? 0 : lines[at]!.length), 0);
  return opening > run && textOf(run, opening) < textOf(opening, filled.length) ? opening : run;
}
const LONGEST_OPENING = 60;

/** Where the body closes: behind its last prose, at the first line of aids, frame or neighbours; editors before it go too. */
function closingOf(lines: readonly Line[], opened: readonly number[]): number {
  const lastProse = opened.findLastIndex((at) => isProse(lines[at]!) && infoFields(lines, at).length === 0 && !isAid(lines[at]!));
  let closing = opened.findIndex((at, index) => index > lastProse && (isAid(lines[at]!) || isNeighbour(lines[at]!)));
  if (closing < 0) closing = opened.length;
  while (closing > 0) {
    const fields = infoFields(lines, opened[closing - 1]!);
    if (fields.length === 0 || fields.includes('documentNumber') || isDateLine(lines[opened[closing - 1]!]!)) break;
    closing--;
  }
  return closing;
}

/** Whether the line heads a list of other articles, or comments. */
export function isNeighbour(line: Line): boolean {
  return NEIGHBOURS.test(line.text);
}

/** Whether a line is a reading aid or the site's frame: a link to the page before or behind, to the home page, to print. */
export function isAid(line: Line): boolean {
  return line.length < 120 && !/。/.test(line.text) && (AIDS.test(line.text) || FRAME.test(line.text));
}

function isProse(line: Line): boolean {
  return line.length > 40 && line.linked * 2 < line.length && SENTENCE.test(line.text) && !isAid(line);
}

function isMostlyLinks(lines: readonly Line[], from: number, to: number): boolean {
  let linked = 0;
  let plain = 0;
  for (const line of lines.slice(from, to)) {
    if (line.linked * 2 > line.length) linked++;
    else if (line.length > 40) plain++;
  }
  return plain === 0 || linked > plain * 3;
}
