import { dayInParts, dayInRow, isDateOfMonth, isMonthHeading, monthDayInRow } from '../dates/rows.ts';
import type { Link, Outline } from './outline.ts';

/** What the search for rows needs to know of every run and link, with running sums so that any subtree is counted at once. */
export interface Marks {
  /** Per run: a whole day, a day without its year, a piece of a day (`28`, `2023-04`), or nothing. */
  readonly dates: readonly DateMark[];
  /** Per link: whether its text could be a title. */
  readonly strong: readonly boolean[];
  /** Sums up to, not including, a run or link. */
  readonly daysBefore: readonly number[];
  readonly piecesBefore: readonly number[];
  readonly strongBefore: readonly number[];
  readonly lettersBefore: readonly number[];
}

export type DateMark = 'day' | 'month-day' | 'piece' | null;

/** Link texts of a site's frame and of a row's side actions: never titles. */
const FRAME_WORDS =
  /^(?:[<>«»‹›\s\d.…|[\]【】()·-]+|[[【(（]?(?:更多|more|详情|详细|查看|查看详情|查看更多|查看全文|阅读全文|阅读更多|全文|进入|点击(?:查看|进入|下载)|下载|附件|打印|打印本页|打印正文|关闭|关闭窗口|收藏|收藏本页|分享|分享到|QQ(?:空间|好友)|微信(?:好友|朋友圈)?|(?:新浪|腾讯)?微博|人人网|返回|返回(?:首页|顶部|上页|列表)|首页|上一页|下一页|上页|下页|前页|后页|尾页|末页|最后一?页|第一页|跳转|转到|确定|go|next|prev(?:ious)?|last|first|搜索|共\s?\d{1,7}\s?[条页篇则].{0,30}|登录|注册|设为首页|加入收藏|无障碍(?:浏览|阅读)?|繁體(?:中文|版)?|简体(?:中文|版)?|english|rss(?:订阅)?|pdf|word|excel|top)[\s>»›+…》.)\]]*)$/i;

/** Links of pagers, whatever signs stand around their words: `< 第一页`, `下5页`, `【末页】`. */
const PAGER_WORDS =
  /^[\s<>«»‹›[\]【】()（）|·.…-]{0,10}(?:(?:首|尾|末)\s?页|[上下前后]\s?[一二三四五六七八九十\d]{0,3}\s?页|第\s?[一二三四五六七八九十\d]{1,4}\s?页|最[前后]\s?一?页|共?\s?\d{1,5}\s?页|(?:next|prev(?:ious)?|first|last)(?:\s?page)?)[\s<>«»‹›[\]【】()（）|·.…-]{0,10}$/i;

/** Marks the runs and links of a page. */
export function markOutline(outline: Outline): Marks {
  const strong = outline.links.map(couldBeTitle);
  for (const link of deputies(outline, strong)) strong[link] = true;
  const dates = outline.runs.map((run): DateMark => dateMark(run.text, run.link >= 0 && (strong[run.link] ?? false)));
  markPiecesInLinks(outline, dates);
  markDaysUnderMonths(outline, dates);
  return {
    dates,
    strong,
    daysBefore: sums(dates, (mark) => Number(mark === 'day' || mark === 'month-day')),
    piecesBefore: sums(dates, (mark) => Number(mark === 'piece')),
    strongBefore: sums(strong, Number),
    lettersBefore: sums(outline.runs, (run) => run.text.replace(/[^\p{L}\p{N}]/gu, '').length),
  };
}

function couldBeTitle(link: Link): boolean {
  const bare = link.text.replace(/\s/g, '');
  return bare.length >= 2 && /[\u3400-\u9fff\w]/.test(bare) && !FRAME_WORDS.test(link.text) && !PAGER_WORDS.test(link.text);
}

/** Links that stand for a title that is no link itself: `关于…的通知 [查看全文] 2020-01-02`. */
const DEPUTY = /^[[【(（]?(?:详情|详细|查看|查看详情|查看全文|阅读全文|全文|点击查看)[\s>»›…》\])】）]*$/;
const LEAST_TITLE = 8;

/** Whether a link only says that its row can be opened. */
export const isDeputy = (link: Link) => link.href !== null && DEPUTY.test(link.text);

/** The row that a link stands in, by its element; 0 where there is none. */
export function rowAround({ elements, parent }: Outline, element: number): number {
  let row = element;
  while (row > 0 && !/^(?:li|tr)$/.test(elements[row]!.name)) row = parent[row]!;
  return Math.max(0, row);
}

/** The links of rows that show a day and a text for a title and have no other link that could be one, and lead where no title of the same list leads. */
function deputies(outline: Outline, strong: readonly boolean[]): number[] {
  const { links, linkFrom, linkTo, runFrom, runTo, runs, parent } = outline;
  const candidates = links.flatMap((link, index) => (isDeputy(link) ? [index] : []));
  if (candidates.length === 0) return [];
  const byList = new Map<number, Set<string | null>>();
  const titledIn = (list: number) => {
    const titled = byList.get(list) ?? new Set<string | null>();
    if (!byList.has(list)) for (let link = linkFrom[list]!; link < linkTo[list]!; link++) if (strong[link]) titled.add(links[link]!.href);
    byList.set(list, titled);
    return titled;
  };
  // Beside it a row may only offer its file or a print.
  const hasBetterLink = (row: number, index: number) =>
    links
      .slice(linkFrom[row], linkTo[row])
      .some((link, at) => strong[linkFrom[row]! + at] || (linkFrom[row]! + at < index && isDeputy(link)));
  return candidates.filter((index) => {
    const row = rowAround(outline, links[index]!.element);
    if (
      row === 0 ||
      titledIn(parent[row]!).has(links[index]!.href) ||
      hasBetterLink(row, index) ||
      runTo[row]! - runFrom[row]! > LONGEST_ROW
    )
      return false;
    const texts = runs.slice(runFrom[row], runTo[row]).filter(({ link }) => link < 0);
    return (
      texts.some(({ text }) => text.length >= LEAST_TITLE && !dayInRow(text)) &&
      texts.some(({ text }) => text.length <= 40 && dayInRow(text))
    );
  });
}
/** Runs of such a row at most. */
const LONGEST_ROW = 12;

const PIECE =
  /^[[(【]?(?:(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?月?|\d{1,2}\s?[-/.]\s?(?:19|20)\d{2}|\d{1,2}\s?月|\d{1,2}\s?日?|(?:19|20)\d{2}\s?[-年]?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})[\])】]?$/i;

const isPiece = (text: string) => text.length <= 12 && PIECE.test(text);

/** What any full day holds, and any day without its year: most texts are told from dates at once. */
const YEAR = /[12１２]\s?[\d９０][\d０-９]{2}|[一二][〇○零九Oo0]|^\D{0,5}\d{2}[-/.]\d{2}[-/.]\d{2}\D{0,5}$/;
const MONTH_DAY = /[\d０-９]\s{0,3}[-/.－／．月]\s{0,3}[\d０-９]/;

function dateMark(text: string, inTitle: boolean): DateMark {
  if (text.length > 160) return null;
  if (!inTitle && isPiece(text)) return 'piece';
  if (YEAR.test(text) && dayInRow(text)) return 'day';
  return text.length <= 60 && MONTH_DAY.test(text) && monthDayInRow(text) ? 'month-day' : null;
}

/** A card that is one link holds its day in pieces as well; a number in a title is a piece only where its neighbours make a day of it. */
function markPiecesInLinks({ runs }: Outline, dates: DateMark[]): void {
  for (let from = 0; from < runs.length; from++) {
    if (dates[from] !== null || runs[from]!.link < 0 || !isPiece(runs[from]!.text)) continue;
    for (const size of [3, 2]) {
      const parts = runs.slice(from, from + size);
      if (!parts.every(({ text, link }) => link === runs[from]!.link && isPiece(text)) || !dayInParts(parts.map(({ text }) => text)))
        continue;
      dates.fill('piece', from, from + size);
      break;
    }
  }
}

/** `28日` in a row under the heading `2024年3月` is a day. One right behind the other are pieces of a card's day. */
function markDaysUnderMonths({ runs }: Outline, dates: DateMark[]): void {
  let heading: number | null = null;
  for (const [index, { text, link }] of runs.entries()) {
    if (link < 0 && isMonthHeading(text)) heading = index;
    else if (heading !== null && index > heading + 1 && dates[index] === 'piece' && isDateOfMonth(text)) dates[index] = 'month-day';
  }
}

function sums<T>(values: readonly T[], worth: (value: T) => number): number[] {
  const before = [0];
  for (const [index, value] of values.entries()) before.push(before[index]! + worth(value));
  return before;
}

/** A stretch of a page: elements, runs and links, each from…to (exclusive). */
export interface Span {
  readonly elementFrom: number;
  readonly elementTo: number;
  readonly runFrom: number;
  readonly runTo: number;
  readonly linkFrom: number;
  readonly linkTo: number;
}

/** The span of one element with all below it. */
export function spanOf(outline: Outline, element: number): Span {
  return {
    elementFrom: element,
    elementTo: outline.end[element]!,
    runFrom: outline.runFrom[element]!,
    runTo: outline.runTo[element]!,
    linkFrom: outline.linkFrom[element]!,
    linkTo: outline.linkTo[element]!,
  };
}

/** The span from the begin of one to the end of another. */
export function spanBetween(first: Span, last: Span): Span {
  return {
    elementFrom: first.elementFrom,
    elementTo: last.elementTo,
    runFrom: first.runFrom,
    runTo: last.runTo,
    linkFrom: first.linkFrom,
    linkTo: last.linkTo,
  };
}

/** Number of links in a span that could be titles. */
export function strongIn(marks: Marks, span: Span): number {
  return marks.strongBefore[span.linkTo]! - marks.strongBefore[span.linkFrom]!;
}

/** Number of dates in a span; the pieces of one day count as one. */
export function datesIn(marks: Marks, span: Span): number {
  const days = marks.daysBefore[span.runTo]! - marks.daysBefore[span.runFrom]!;
  if (days > 0) return days;
  return marks.piecesBefore[span.runTo]! - marks.piecesBefore[span.runFrom]! >= 2 ? 1 : 0;
}

/** Number of letters and digits in a span. */
export function lettersIn(marks: Marks, span: Span): number {
  return marks.lettersBefore[span.runTo]! - marks.lettersBefore[span.runFrom]!;
}
