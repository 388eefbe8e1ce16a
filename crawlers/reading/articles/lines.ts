import type { AnyNode, Element } from 'domhandler';
import { dayOfTimeElement } from '../dates/time-element.ts';
import { isBlock, isElement, isHidden, type Page, rawText } from '../page.ts';
import { cleanText, withoutUnseen } from '../text.ts';
import type { Line } from './line.ts';
import { printedBy } from './scripts.ts';

/** Marks in `Line.marked` where an inline element begins or ends: `来源：<b>新华社</b>张三` ends its source at such a seam. */
export const SEAM = '\u0001';

/** A page as lines, and which lines each block element holds. */
export interface Drawing {
  readonly lines: readonly Line[];
  /** First line and line after the last of every block element, in document order of the elements. */
  readonly spans: ReadonlyMap<Element, readonly [from: number, to: number]>;
}

const HEADINGS: ReadonlyMap<string, number> = new Map([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level]));
const CELLS = new Set(['td', 'th', 'dt', 'dd']);
const UNPRINTED = new Set(['button', 'option', 'canvas', 'video', 'audio', 'map', 'datalist']);
const BLOCK_TAG = /<\/?(?:p|div|br|li|ul|tr|td|table|h[1-6])\b[^<>]{0,300}>/gi;
const HOLDS_LINK = /<a\s/i;
const ANY_TAG = /<\/?[a-z][^<>]{0,300}>/gi;

/** Draws the page's lines in one walk without recursion; at most `limit` characters. */
export function drawLines(page: Page, limit = 4_000_000): Drawing {
  const lines: Line[] = [];
  const spans = new Map<Element, [number, number]>();
  const blocks: Element[] = [];
  let marked = '';
  let printed = '';
  let links: Element[] = [];
  let linked = 0;
  let inLink = 0;
  let heading = 0;
  let lineBlock: Element | null = null;
  let lineHeading = 0;
  let total = 0;

  const flush = () => {
    // Most borders stand next to another: nothing but white space was written since the last one.
    if (lineBlock !== null) {
      const condensed = marked.replace(/\s+/g, ' ').trim();
      // A seam is one of the unseen characters, and the others were left out when they were written.
      const text = condensed.includes(SEAM) ? cleanText(condensed) : condensed;
      lines.push({
        text,
        marked: condensed,
        block: lineBlock,
        linked,
        length: withoutSpace(text),
        heading: lineHeading,
        printed: cleanText(printed),
        links,
        words: null,
        fields: null,
      });
    }
    marked = '';
    printed = '';
    links = [];
    linked = 0;
    lineBlock = null;
  };
  const write = (raw: string) => {
    const text = withoutUnseen(raw);
    total += text.length;
    if (inLink > 0) linked += withoutSpace(text);
    if (lineBlock === null) {
      const blank = text.trim() === '';
      // Half of all texts are the white space between tags, which no line begins with.
      if (blank && marked === '') return;
      if (!blank && blocks.length > 0) {
        lineBlock = blocks.at(-1)!;
        lineHeading = heading;
      }
    }
    marked += text;
  };
  const print = (script: Element) => {
    const output = printedBy(rawText(script));
    if (output === '') return;
    for (const [index, part] of decodeEntities(output).split(BLOCK_TAG).entries()) {
      if (index > 0) flush();
      const text = part.replace(ANY_TAG, ' ');
      printed += text;
      marked += SEAM;
      write(text);
      marked += SEAM;
      if (inLink === 0 && HOLDS_LINK.test(part)) linked += withoutSpace(text);
    }
  };
  const enter = (element: Element): boolean => {
    if (element.name === 'script') print(element);
    if (isHidden(element) || UNPRINTED.has(element.name)) return false;
    const day = dayOfTimeElement(element);
    if (day !== null) {
      marked += SEAM;
      write(day);
      marked += SEAM;
      return false;
    }
    if (element.name === 'br' || element.name === 'hr') flush();
    else if (isBlock(element)) {
      flush();
      blocks.push(element);
      spans.set(element, [lines.length, lines.length]);
      heading = HEADINGS.get(element.name) ?? heading;
    } else marked += SEAM;
    if (element.name === 'a') {
      inLink++;
      links.push(element);
    }
    return true;
  };
  const leave = (element: Element) => {
    if (element.name === 'a') inLink--;
    if (element.name === 'br' || element.name === 'hr') return;
    if (!isBlock(element)) {
      marked += SEAM;
      return;
    }
    flush();
    const span = spans.get(element)!;
    if (CELLS.has(element.name) && span[0] === lines.length) lines.push(emptyCell(element));
    span[1] = lines.length;
    blocks.pop();
    if (HEADINGS.has(element.name)) heading = 0;
  };

  let node: AnyNode | null = page.document.firstChild as AnyNode | null;
  while (node) {
    let inside = false;
    if (node.type === 'text') {
      if (total < limit) write(node.data);
    } else if (isElement(node)) inside = enter(node);
    else inside = 'children' in node;
    if (inside && 'children' in node && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (inside && isElement(node)) leave(node);
    while (node && !node.next) {
      node = node.parent as AnyNode | null;
      if (node && isElement(node)) leave(node);
      if (node === (page.document as AnyNode)) node = null;
    }
    node = node?.next ?? null;
  }
  flush();
  return { lines, spans };
}

function emptyCell(block: Element): Line {
  return { text: '', marked: '', block, linked: 0, length: 0, heading: 0, printed: '', links: [], words: null, fields: null };
}

function withoutSpace(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 32 && code !== 0xa0 && code !== 0x3000) count++;
  }
  return count;
}

function decodeEntities(text: string): string {
  return text
    .replace(/&(?:nbsp|emsp|ensp);?/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
