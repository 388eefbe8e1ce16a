import type { Element } from 'domhandler';
import { type Page, parentElement } from '../page.ts';
import { canonicalUrl } from '../urls.ts';
import { isFileLink } from './attachments.ts';
import { isAid } from './body.ts';
import type { Line } from './line.ts';

/** A text that links to more is a list of its own, and says of none of them that it belongs to it. */
const MOST = 20;
/** Lines below a body among which a box of what belongs to it stands. */
const BELOW = 60;
/** Heads a box of what belongs to this one article; boxes of news and of what is new stand below every article. */
const BELONGS =
  /^[【[<《]?(?:(?:相关|关联|对应|配套|本文|延伸|查看|点击查看)(?:的)?(?:政策|文件|解读|图解|原文|反馈|结果|征集|意见|预告|实录|回复)+|(?:政策|文件)?(?:原文|解读)链接|政策原文|文件原文|解读材料|(?:文件|政策)(?:及|与|和)解读)[】\]>》]?(?:[:：]|$)/;

/** Addresses of pages that an article's text, or a box of what belongs to it, links to; each once, in page order. None where there are too many. */
export function refersTo(page: Page, body: readonly Line[], below: readonly Line[]): string[] {
  const found = new Set<string>();
  for (const line of [...body, ...boxesOf(below.slice(0, BELOW))]) {
    if (isAid(line)) continue;
    for (const link of line.links) {
      const url = isFileLink(link) ? null : canonicalUrl(link.attribs.href, page.base);
      if (url !== null && url !== page.url) found.add(url);
    }
  }
  return found.size > MOST ? [] : [...found];
}

/** The lines of boxes below the body whose heads say that they belong to it: what the smallest element around head and first link holds. */
function boxesOf(below: readonly Line[]): Line[] {
  return below.flatMap((head, at) => {
    if (!BELONGS.test(head.text)) return [];
    const behind = below.slice(at + 1);
    const box = around(head.block, behind.find(isLinked)?.block ?? head.block);
    const end = behind.findIndex((line) => line.heading > 0 || !isLinked(line) || !isWithin(line.block, box));
    return [head, ...behind.slice(0, end < 0 ? behind.length : end)];
  });
}

function isLinked({ linked, length }: Line): boolean {
  return linked * 2 > length;
}

function around(one: Element, other: Element): Element {
  let element: Element = one;
  while (!isWithin(other, element)) element = parentElement(element) ?? other;
  return element;
}

function isWithin(element: Element, box: Element): boolean {
  for (let at: Element | null = element; at; at = parentElement(at)) if (at === box) return true;
  return false;
}
