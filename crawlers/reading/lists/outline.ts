import type { AnyNode, Element, ParentNode } from 'domhandler';
import { Clicks } from '../clicks.ts';
import { dayOfTimeElement } from '../dates/time-element.ts';
import { isElement, isHidden, isNotDrawn, type Page, rawText } from '../page.ts';
import { cleanText } from '../text.ts';
import { islandIn } from './islands.ts';

/** A stretch of visible text: one text node, cleaned. */
export interface Run {
  readonly text: string;
  /** Index of the element around it. */
  readonly element: number;
  /** Index of the innermost link around it, or -1. */
  readonly link: number;
}

/** An anchor, or an element that opens a page when clicked. */
export interface Link {
  readonly element: number;
  /** As written; null where it leads nowhere. */
  readonly href: string | null;
  /** Its visible text without the text of links inside it. */
  text: string;
}

/**
 * A page as flat arrays in document order, made in one pass, so that "how many links are below this element" is a subtraction.
 * The elements below element `i` are `i + 1` to `end[i] - 1`; its runs are `runFrom[i]` to `runTo[i] - 1`; its links
 * `linkFrom[i]` to `linkTo[i] - 1`.
 */
export interface Outline {
  readonly elements: readonly Element[];
  readonly parent: readonly number[];
  readonly end: readonly number[];
  readonly runFrom: readonly number[];
  readonly runTo: readonly number[];
  readonly linkFrom: readonly number[];
  readonly linkTo: readonly number[];
  readonly runs: readonly Run[];
  readonly links: readonly Link[];
  /** Inline scripts with the number of runs before them: where on the page they write. */
  readonly scripts: readonly { readonly code: string; readonly run: number; readonly parent: number }[];
}

/** Beyond this many elements a page is no list that a person could read; the rest is left out to bound the time. */
const MOST_ELEMENTS = 60_000;
/** Characters of one text node that are read. */
const LONGEST_RUN = 20_000;

/**
 * Reads the page into flat arrays; parts that their own markup hides are left out unless `hidden` asks for them, rows that scripts hold or print stand
 * where the scripts stand.
 */
export function outlineOf(page: Page, hidden = false): Outline {
  const elements: Element[] = [];
  const parent: number[] = [];
  const end: number[] = [];
  const runFrom: number[] = [];
  const runTo: number[] = [];
  const linkFrom: number[] = [];
  const linkTo: number[] = [];
  const runs: Run[] = [];
  const links: Link[] = [];
  const linkStack: number[] = [];
  const scripts: Outline['scripts'][number][] = [];
  const clicks = new Clicks(page);

  const isLeftOut = hidden ? isNotDrawn : isHidden;
  const isRead = (element: Element) => element.name !== 'head' && !isLeftOut(element) && elements.length < MOST_ELEMENTS;
  const open = (element: Element, around: number): number => {
    const index = elements.push(element) - 1;
    parent.push(around);
    end.push(0);
    runFrom.push(runs.length);
    runTo.push(0);
    linkFrom.push(links.length);
    linkTo.push(0);
    if (isLink(element, clicks)) linkStack.push(links.push({ element: index, href: clicks.target(element), text: '' }) - 1);
    return index;
  };
  /** Ends an element; returns the one around it. */
  const close = (index: number): number => {
    end[index] = elements.length;
    runTo[index] = runs.length;
    linkTo[index] = links.length;
    if (links[linkStack.at(-1) ?? -1]?.element === index) linkStack.pop();
    return parent[index] ?? -1;
  };
  const addRun = (data: string, around: number) => {
    const text = cleanText(data.slice(0, LONGEST_RUN));
    if (text === '') return;
    const link = linkStack.at(-1) ?? -1;
    runs.push({ text, element: around, link });
    const owner = links[link];
    if (owner) owner.text = owner.text === '' ? text : `${owner.text} ${text}`;
  };

  /** The first node inside an element; null where there is none, or where its own attribute says in full what they say. */
  const enter = (element: Element, index: number): AnyNode | null => {
    const day = dayOfTimeElement(element);
    if (day === null) return element.firstChild as AnyNode | null;
    addRun(day, index);
    return null;
  };

  const traverse = (root: ParentNode, outside: number, written: boolean) => {
    let around = outside;
    let node: AnyNode | null = root.firstChild as AnyNode | null;
    while (node) {
      if (isElement(node) && isRead(node)) {
        around = open(node, around);
        const first = enter(node, around);
        if (first) {
          node = first;
          continue;
        }
        around = close(around);
      } else if (node.type === 'text') addRun(node.data, around);
      else if (isElement(node) && node.name === 'script' && !written) enterScript(node, around);
      while (!node.next) {
        node = node.parent as AnyNode | null;
        if (node === null || node === (root as AnyNode)) return;
        if (isElement(node)) around = close(around);
      }
      node = node.next as AnyNode;
    }
  };
  const enterScript = (script: Element, around: number) => {
    const code = rawText(script);
    scripts.push({ code, run: runs.length, parent: around });
    const island = islandIn(code);
    if (island) traverse(island, around, true);
  };
  traverse(page.document, -1, false);
  return { elements, parent, end, runFrom, runTo, linkFrom, linkTo, runs, links, scripts };
}

function isLink(element: Element, clicks: Clicks): boolean {
  if (element.name === 'a') return element.attribs.name === undefined || element.attribs.href !== undefined;
  // A script opens the row at its address; boxes around lists hold the addresses of their data.
  return (element.attribs.onclick !== undefined || CLICKED.test(element.name)) && clicks.target(element) !== null;
}

/** Elements that are rows or stand for links. */
const CLICKED = /^(?:li|tr|dd|dt|router-link|nuxt-link)$/;

/** Visible text of an element on one line, at most `limit` characters. */
export function textOf(outline: Outline, element: number, limit = 400): string {
  return joinRuns(outline, outline.runFrom[element] ?? 0, outline.runTo[element] ?? 0, limit);
}

/** Visible text of single runs on one line: Chinese on both sides of a seam is joined, words of other scripts are kept apart. */
export function spanText(outline: Outline, runs: readonly number[]): string {
  let text = '';
  for (const index of runs) {
    const next = outline.runs[index]!.text;
    const seamless = text === '' || (/[\u3000-\u9fff\uff00-\uffef]$/.test(text) && /^[\u3000-\u9fff\uff00-\uffef]/.test(next));
    text += seamless ? next : ` ${next}`;
  }
  return text;
}

/** Visible text of a stretch of runs on one line, at most `limit` characters. */
export function joinRuns(outline: Outline, from: number, to: number, limit = 400): string {
  let text = '';
  for (let i = from; i < to && text.length < limit; i++) {
    const run = outline.runs[i]?.text ?? '';
    text = text === '' ? run : `${text} ${run}`;
  }
  return text.slice(0, limit);
}
