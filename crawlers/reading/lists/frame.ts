import type { Element } from 'domhandler';
import { parentElement } from '../page.ts';
import type { Group } from './groups.ts';
import type { Outline } from './outline.ts';

const FRAME_NAME =
  /(?:^|[\s_-])(?:nav|menu|navbar|navigation|foot|footer|bottom|topbar|header|sitemap|crumbs?|breadcrumb|link(?:s|box)?|friend(?:link)?s?|yqlj)(?:$|[\s_-]|\d)/i;

/** What scrolls over a page is news of the site. */
const FRAME_TAG = /^(?:nav|footer|marquee)$/;

/** Whether an element stands in the page's frame: navigation, header, footer, friendly links. */
export function inFrame(outline: Outline, container: number): boolean {
  for (let at = container, steps = 0; at >= 0 && steps < 12; at = outline.parent[at]!, steps++) {
    if (isOfFrame(outline.elements[at]!)) return true;
  }
  return false;
}

/** The same for an element that no browser fills with the page's own text. */
export function standsInFrame(element: Element): boolean {
  let at: Element | null = element;
  for (let steps = 0; at !== null && steps < 12; at = parentElement(at), steps++) if (isOfFrame(at)) return true;
  return false;
}

function isOfFrame({ name, attribs }: Element): boolean {
  return FRAME_TAG.test(name) || FRAME_NAME.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`);
}

/** Letters of running text outside links and outside a group's rows, in pieces long enough to be sentences. */
export function proseLetters(outline: Outline, group: Group | null = null): number {
  const { from, to } = runsOf(group);
  let letters = 0;
  for (const [index, run] of outline.runs.entries()) {
    if (run.link < 0 && run.text.length >= 40 && (index < from || index >= to)) letters += run.text.length;
  }
  return letters;
}

function runsOf(group: Group | null): { from: number; to: number } {
  return { from: group?.rows[0]?.runFrom ?? 0, to: group?.rows.at(-1)?.runTo ?? 0 };
}

const HEAD_LINE =
  /(?:发布(?:时间|日期)|发文日期|信息来源|文章来源|来源|作者|浏览次数|点击(?:数|量|率)|阅读次数|责任编辑|索引号|字体|字号)\s{0,4}[:：]/;

/** Whether lines such as `发布时间：… 来源：… 浏览次数：…` stand outside a group of rows: they head an article. */
export function hasArticleHead(outline: Outline, group: Group | null): boolean {
  const { from, to } = runsOf(group);
  return outline.runs.some((run, index) => (index < from || index >= to) && run.text.length <= 120 && HEAD_LINE.test(run.text));
}
