import type { Outline } from './outline.ts';

/** What stands before the trail: `当前位置：`, `您现在的位置是：`, `当前栏目：`. */
const HERE = /(?:当前|所在|所处|您的?|你的?|现在的?|目前的?|在的?){1,3}位置(?:是|为)?\s{0,4}[:：]?|(?:位置|当前栏目)\s{0,4}[:：]/;
const SEPARATOR = /\s*(?:>{1,3}|[›»→\\＞》|]|--|－|—)\s*|\s*\/\s*|\s+-\s+/;
const BEGINS_WITH_SEPARATOR = /^\s*[>›»→＞》]/;
const HOME = /^(?:首\s?页|网站首页|本站首页|门户首页|主\s?页|home)$/i;
/** The article or the list itself, not a column. */
const NO_STEP = /^(?:正文|内容|列表|详情|信息列表|文章列表|(?:正文|内容|列表|详情)页)$/;
/** Longer ones are titles of articles. In characters. */
const LONGEST_STEP = 30;
/** Runs that a trail has at most, its separators counted. */
const MOST_RUNS = 24;
/** Runs of a page in which its trail is looked for. */
const REACH = 2_000;

/**
 * The steps of the way from the home page to the page as it prints them (`当前位置：首页 > 政务公开 > 通知公告`), without the home page; empty where it
 * prints none. Links are a step each, whatever draws the signs between them.
 */
export function trailOf(outline: Outline): string[] {
  const from = beginOf(outline);
  if (from === null) return [];
  const steps: string[] = [];
  let link = -1;
  for (let at = from; at < endOf(outline, from); at++) {
    const run = outline.runs[at]!;
    const text = at === from ? run.text.slice(afterLabel(run.text)) : run.text;
    if (run.link >= 0 && run.link === link) steps.push((steps.pop() ?? '') + text);
    else steps.push(...(run.link >= 0 ? [text] : text.split(SEPARATOR)));
    link = run.link;
  }
  const named = steps
    .map((step) => step.replace(/^[\s>›»→＞》:：]+|[\s>›»→＞》]+$/g, ''))
    .filter((step) => step !== '' && step.length <= LONGEST_STEP);
  return named.slice(named.findIndex((step) => HOME.test(step)) + 1).filter((step) => !HOME.test(step) && !NO_STEP.test(step));
}

/** The run that says "current place", else a link to the home page with a sign of the way behind it. */
function beginOf({ runs }: Outline): number | null {
  let home: number | null = null;
  for (let at = 0; at < Math.min(runs.length, REACH); at++) {
    const { text, link } = runs[at]!;
    if (text.length < 200 && HERE.test(text)) return at;
    if (home === null && link >= 0 && HOME.test(text) && BEGINS_WITH_SEPARATOR.test(runs[at + 1]?.text ?? '')) home = at;
  }
  return home;
}

function afterLabel(text: string): number {
  const label = HERE.exec(text);
  return label === null ? 0 : label.index + label[0].length;
}

/** The label often has an element of its own: the trail is what stands with it. */
function endOf(outline: Outline, from: number): number {
  let element = outline.runs[from]!.element;
  for (let up = 0; up < 3 && outline.runTo[element]! - from < 3; up++) {
    const parent = outline.parent[element]!;
    if (parent < 0 || outline.runTo[parent]! - outline.runFrom[parent]! > MOST_RUNS) break;
    element = parent;
  }
  return Math.min(outline.runTo[element]!, from + MOST_RUNS);
}
