import type { Outline } from './outline.ts';

/** What stands before the trail: `当前位置：`, `您现在的位置是：`, `当前栏目：`. */
const HERE = /(?:当前|所在|所处|您的?|你的?|现在的?|目前的?|在的?){1,3}位置(?:是|为)?\s{0,4}[:：]?|(?:位置|当前栏目)\s{0,4}[:：]/;
const MAY_SAY_HERE = /位置|栏目/;
const SEPARATOR = /\s{0,20}(?:>{1,3}|[›»→\\＞》|]|--|－|—)\s{0,20}|\s{0,20}\/\s{0,20}|\s{1,20}-\s{1,20}/;
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

/** The way from the home page to a page as the page prints it, without the home page, and the runs that it stands in. */
export interface Trail {
  readonly steps: readonly string[];
  readonly from: number;
  readonly to: number;
}

/**
 * Reads `当前位置：首页 > 政务公开 > 通知公告`; no steps in no runs where the page prints nothing of the kind. Links are a step each, whatever draws the
 * signs between them.
 */
export function trailOf(outline: Outline): Trail {
  const begin = beginOf(outline);
  if (begin === null) return { steps: [], from: 0, to: 0 };
  const from = begin.run;
  const to = begin.box === null ? endOf(outline, from) : outline.runTo[begin.box]!;
  const steps: string[] = [];
  let link = -1;
  for (let at = from; at < to; at++) {
    const run = outline.runs[at]!;
    const text = at === from ? run.text.slice(afterLabel(run.text)) : run.text;
    if (run.link >= 0 && run.link === link) steps.push((steps.pop() ?? '') + text);
    else steps.push(...(run.link >= 0 ? [text] : text.split(SEPARATOR)));
    link = run.link;
  }
  const named = steps
    .map((step) => step.replace(/^[\s>›»→＞》:：]+|[\s>›»→＞》]{1,40}$/g, ''))
    .filter((step) => /[\p{L}\p{N}]/u.test(step) && step.length <= LONGEST_STEP);
  const below = named.slice(named.findIndex((step) => HOME.test(step)) + 1);
  return { steps: below.filter((step) => !HOME.test(step) && !NO_STEP.test(step)), from, to };
}

/** Where the trail begins, and the element around it where its class or id says so. */
interface Begin {
  readonly run: number;
  readonly box: number | null;
}

/** The run that says "current place", else a link to the home page with a sign of the way behind it or in a box that is named for it. */
function beginOf(outline: Outline): Begin | null {
  const { runs } = outline;
  let home: Begin | null = null;
  for (let run = 0; run < Math.min(runs.length, REACH); run++) {
    const { text, link } = runs[run]!;
    if (text.length < 200 && MAY_SAY_HERE.test(text) && HERE.test(text)) return { run, box: null };
    if (home !== null || link < 0 || !HOME.test(text)) continue;
    const box = trailBox(outline, run);
    if (box !== null || BEGINS_WITH_SEPARATOR.test(runs[run + 1]?.text ?? '')) home = { run, box };
  }
  return home;
}

const NAMED = /(?:^|[\s_-])(?:bread-?crumbs?|crumbs?|bread|position|location|weizhi|dqwz|sitepath|path)(?:$|[\s_-])/i;

function trailBox({ runs, elements, parent, runFrom, runTo }: Outline, run: number): number | null {
  for (let at = runs[run]!.element, up = 0; at >= 0 && up < 4; at = parent[at]!, up++) {
    const { id = '', class: classes = '' } = elements[at]!.attribs;
    if (NAMED.test(`${classes} ${id}`) && runTo[at]! - runFrom[at]! <= MOST_RUNS) return at;
  }
  return null;
}

function afterLabel(text: string): number {
  const label = HERE.exec(text);
  return label === null ? 0 : label.index + label[0].length;
}

/** Whether a way stands in some runs already: a sign between two steps, or several links. */
function isWhole({ runs }: Outline, from: number, to: number): boolean {
  if (to - from >= 3) return true;
  const said = runs.slice(from, to).map(({ text }) => text);
  const way = [said[0]!.slice(afterLabel(said[0]!)), ...said.slice(1)].join(' ').trim();
  return way.split(SEPARATOR).filter((step) => /[\p{L}\p{N}]/u.test(step)).length > 1;
}

/** The label often has an element of its own: the trail is what stands with it. */
function endOf(outline: Outline, from: number): number {
  let element = outline.runs[from]!.element;
  for (let up = 0; up < 3 && !isWhole(outline, from, outline.runTo[element]!); up++) {
    const parent = outline.parent[element]!;
    if (parent < 0 || outline.runTo[parent]! - outline.runFrom[parent]! > MOST_RUNS) break;
    element = parent;
  }
  return Math.min(outline.runTo[element]!, from + MOST_RUNS);
}
