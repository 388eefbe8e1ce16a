import type { Element } from 'domhandler';
import { isFileLink } from './attachments.ts';
import { particularsOf } from './labels.ts';
import type { Drawing, Line } from './lines.ts';

/** Lines of every site's frame: never part of an article. */
const FRAME =
  /版权所有|主办单位|承办单位|主办[:：]|承办[:：]|ICP备|网站标识码|公网安备|技术支持|设为首页|加入收藏|网站地图|联系我们|copyright|您(?:现在|当前)?(?:所在)?的?位置|当前(?:所在)?的?位置|所在位置|^首页|最佳(?:浏览)?(?:效果|分辨率)|访问量|无障碍|^搜索|用户登录|今天是/i;
/** Lines that stand around a body: reading aids and neighbours. */
const AIDS =
  /打印(?:本页|此页|该页|本文|文章|页面)|^打印|关闭(?:窗口|本页|页面|此页)|^关闭|分享(?:到|至|按钮)|^分享|^(?:返回|回到)(?:顶部|列表|首页)|(?:上|下)一?(?:篇|条|页|则|个)(?:新闻|文章|信息|主题)?(?:\s*[:：>》]|$)|没有了|^收藏|扫一扫|扫码|^字[号体]|视力保护|微信(?:公众号|扫)|我要(?:纠错|打印|评论)|^纠错|文章纠错|复制链接|^附件下载$|^(?:来源|编辑|责任编辑)[:：]\s*$|浏览次数|点击(?:数|次数|量)/;
/** Headings of lists that follow an article. */
const NEIGHBOURS =
  /^[【[<《]?(?:相关|推荐|热点|热门|最新|延伸|更多|近期|猜你)(?:信息|新闻|链接|文章|阅读|文件|内容|稿件|报道|推荐|附件|政策|资讯|解读|图解|专题|动态|资料|排行)+[】\]>》]?[:：]?$|^(?:网友评论|发表评论|评论列表|文章评论)/;

/** Marks of body containers in the great content systems; a hint beside the text's own weight. */
const KNOWN =
  /^(?:TRS_UEDITOR|TRS_Editor|trs_editor_view|UCAP-?CONTENT|zoom|zoomcon|vsb_content(?:_\d{1,4})?|v_news_content|wp_articlecontent|artibody|article-?(?:content|body|con|text|main)|content-?(?:body|text)|news-?(?:content|body|text)|pages_content|xl_?con|easysite-news-text|ewb-article-info|wzzw-article|bt-content|info-?content|detail-?con(?:tent)?|articleContent|contentText|ivs_content|main_?content|show_?con(?:tent)?|txt_?con|conTxt|fontzoom|j-fontContent|zw|zwnr|nr|mainText|TextContent|NewsContent|print_?content)$/i;

/** The body of an article: the element that holds it, and its lines without frame, heading and neighbours. */
export interface Body {
  readonly element: Element | null;
  readonly from: number;
  readonly to: number;
}

/** How much a line speaks for being part of the body: its prose, less its links and the frame's words. In characters, roughly. */
function weigh(line: Line): number {
  const { text, length, linked } = line;
  if (length === 0) return 0;
  if (length < 120 && FRAME.test(text)) return -60;
  if (length < 60 && (AIDS.test(text) || NEIGHBOURS.test(text))) return -30;
  if (linked * 2 > length) return line.links.some(isFileLink) ? 0 : -12 - linked * 0.7;
  if (line.heading > 0) return 0;
  const plain = length - linked * 2;
  const sentence = SENTENCE.test(text);
  return plain * (sentence ? 1 : 0.35);
}
const SENTENCE = /[，。；！？、：]|[,;!?]\s/;

/**
 * The element whose lines weigh most together, the innermost of equals. `hints` are selectors' finds of a dialect; known containers weigh a little more.
 * One pass over prefix sums, so its time is linear in the page.
 */
export function heaviestElement(drawing: Drawing, hinted: ReadonlySet<Element>): Element | null {
  const sums = [0];
  for (const [at, line] of drawing.lines.entries())
    sums.push(sums[at]! + weigh(line) - (isInfoLine(drawing.lines, at) ? line.length + 20 : 0));
  let best: Element | null = null;
  let bestWeight = 0;
  for (const [element, [from, to]] of drawing.spans) {
    if (element.name === 'body' || element.name === 'html') continue;
    const sum = sums[to]! - sums[from]!;
    const weight = hinted.has(element) ? sum * 1.5 + 60 : isKnown(element) ? sum * 1.15 + 20 : sum;
    if (weight > 0 && weight >= bestWeight) {
      best = element;
      bestWeight = weight;
    }
  }
  return best;
}

function isKnown(element: Element): boolean {
  const { id, class: classes } = element.attribs;
  return (
    (id !== undefined && KNOWN.test(id)) ||
    (classes !== undefined && classes.length < 200 && classes.split(/\s+/).some((name) => KNOWN.test(name)))
  );
}

/** Lines that hold labelled particulars and nothing to read. */
export function isInfoLine(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  if (line.length === 0 || line.length > 200) return false;
  const found = particularsOf(lines, at, at + 1);
  if (found.length === 0) return false;
  return found.length > 1 || found[0]!.value === '' || line.length < 50;
}

/** Cuts the lines of the container to the body: what stands before its first own line and the aids and neighbours behind its last go. */
export function bodyLines(lines: readonly Line[], from: number, to: number): Body['from'][] {
  const kept: number[] = [];
  for (let at = from; at < to; at++) {
    const line = lines[at]!;
    if (line.length === 0) continue;
    if (NEIGHBOURS.test(line.text) && restIsLinks(lines, at + 1, to)) break;
    if (line.length < 60 && (AIDS.test(line.text) || FRAME.test(line.text)) && !SENTENCE_END.test(line.text)) continue;
    kept.push(at);
  }
  return kept;
}
const SENTENCE_END = /。/;

function restIsLinks(lines: readonly Line[], from: number, to: number): boolean {
  let linked = 0;
  let plain = 0;
  for (let at = from; at < to; at++) {
    const line = lines[at]!;
    if (line.linked * 2 > line.length) linked++;
    else if (line.length > 40) plain++;
  }
  return plain === 0 || linked > plain * 3;
}
