import { type CheerioAPI, load } from 'cheerio/slim';
import type { AnyNode, Document, Element, ParentNode } from 'domhandler';
import { parseMarkup } from './markup.ts';
import { mended } from './mending.ts';
import { boundNesting } from './nesting.ts';
import { cleanText } from './text.ts';

/** A page parsed once, for the readers of lists and articles, for discovery and for the dialects. */
export interface Page {
  /** Where it was fetched from. */
  readonly url: string;
  /** What its links are resolved against: `<base href>` where given, else `url`. */
  readonly base: string;
  readonly html: string;
  readonly document: Document;
  /** Content of `<meta name|property|itemprop>` by lower-case name; the first that is not empty. */
  readonly meta: ReadonlyMap<string, string>;
  /** Sources of the inline scripts in page order. */
  readonly scripts: readonly string[];
  /** Addresses of the scripts beside the page, as written. */
  readonly scriptSources: readonly string[];
  /** Its `<iframe>` and `<frame>` elements. */
  readonly frames: readonly Element[];
  /** A browser has run its scripts: what they could draw is drawn. */
  readonly drawn: boolean;
  /** Text of `<title>`, cleaned, or null. */
  readonly title: string | null;
  /** Where `<link rel="next">` leads, as written; null where there is none. */
  readonly nextPage: string | null;
}

/** Characters of a page that are looked at: no list or article is longer, and time must be bounded. */
const LONGEST = 4_000_000;

/** Parses HTML leniently and never fails; `url` is the absolute address of the page, `drawn` says that a browser has run its scripts. */
export function parsePage(html: string, url: string, drawn = false): Page {
  const document = parseMarkup(rooted(boundNesting(mended(html.slice(0, LONGEST)))));
  const meta = new Map<string, string>();
  const scripts: string[] = [];
  const scriptSources: string[] = [];
  const frames: Element[] = [];
  let title: string | null = null;
  let nextPage: string | null = null;
  let base = url;
  descend(document, (element) => {
    if (!isElement(element)) return undefined;
    if (element.name === 'meta') noteMeta(meta, element);
    else if (element.name === 'script') {
      scripts.push(rawText(element));
      if (element.attribs.src !== undefined) scriptSources.push(element.attribs.src);
    } else if (element.name === 'iframe' || element.name === 'frame') frames.push(element);
    else if (element.name === 'link' && element.attribs.rel?.toLowerCase() === 'next') nextPage ??= element.attribs.href ?? null;
    else if (element.name === 'title') title ??= cleanText(rawText(element)) || null;
    else if (element.name === 'base' && base === url) base = resolve(element.attribs.href, url);
    return undefined;
  });
  return {
    url,
    base,
    html,
    document,
    meta,
    scripts: scripts.filter((script) => script.trim() !== ''),
    scriptSources,
    frames,
    drawn,
    title,
    nextPage,
  };
}

/**
 * Selectors over a page, for what few pages hold: they keep its tree in memory until the next full collection of garbage.
 * Their `.text()` recurses: take `visibleText` for elements of unknown depth.
 */
export function selectorsOf({ document }: Page): CheerioAPI {
  return load(document);
}

/** Fragments, as list APIs send them, get the element that browsers would put around them. */
function rooted(html: string): string {
  return /<(?:html|body|frameset)\b/i.test(html) ? html : `<body>${html}</body>`;
}

function noteMeta(meta: Map<string, string>, element: Element): void {
  const name = (element.attribs.name ?? element.attribs.property ?? element.attribs.itemprop ?? '').trim().toLowerCase();
  const content = cleanText(element.attribs.content ?? '');
  if (name && content && !meta.has(name)) meta.set(name, content);
}

function resolve(href: string | undefined, url: string): string {
  if (!href || !URL.canParse(href, url)) return url;
  const base = new URL(href, url);
  return base.protocol === 'http:' || base.protocol === 'https:' ? base.href : url;
}

/** Whether a node is an element (scripts and styles included). */
export function isElement(node: AnyNode | null | undefined): node is Element {
  return node !== null && node !== undefined && (node.type === 'tag' || node.type === 'script' || node.type === 'style');
}

/** The element around a node, or null at the top of the page. */
export function parentElement(node: AnyNode): Element | null {
  const parent = node.parent;
  return parent && isElement(parent as AnyNode) ? (parent as Element) : null;
}

/** The next node in document order below `root`, stepping over the children of `node` when `skip` says so. */
function following(node: AnyNode, root: ParentNode, skip: boolean): AnyNode | null {
  if (!skip && 'children' in node && node.firstChild) return node.firstChild;
  for (let at: AnyNode = node; ; at = at.parent as AnyNode) {
    if (at === (root as AnyNode)) return null;
    if (at.next) return at.next;
    if (!at.parent) return null;
  }
}

/**
 * Visits all nodes below `root` in document order without recursion, so that no depth of nesting can overflow the stack.
 * `visit` returns false to step over a node's children.
 */
export function descend(root: ParentNode, visit: (node: AnyNode) => boolean | undefined): void {
  let node: AnyNode | null = root.firstChild as AnyNode | null;
  while (node) node = following(node, root, visit(node) === false);
}

/** All elements below `root` in document order. */
export function elementsOf(root: ParentNode): Element[] {
  const found: Element[] = [];
  descend(root, (node) => {
    if (isElement(node)) found.push(node);
    return undefined;
  });
  return found;
}

const NOT_DRAWN = new Set(['script', 'style', 'noscript', 'template', 'head', 'select', 'textarea', 'iframe', 'object', 'svg']);
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Whether no browser draws such an element, whatever scripts do. */
export function isNotDrawn(element: Element): boolean {
  return NOT_DRAWN.has(element.name);
}

/** Whether the element's own markup keeps it from being drawn. */
export function isHidden(element: Element): boolean {
  if (isNotDrawn(element)) return true;
  if (element.attribs.hidden !== undefined) return true;
  const style = element.attribs.style;
  return style !== undefined && HIDING.test(style);
}

const BLOCK = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Whether browsers set an element's text apart from the text around it. Elements they do not know (`<publishtime>`, `<ucapsource>`) stay in the line. */
export function isBlock(element: Element): boolean {
  return BLOCK.has(element.name);
}

/**
 * What a person sees of an element, on one line: hidden parts left out, blocks and line breaks apart by a space.
 * Reads at most `limit` characters.
 */
export function visibleText(root: ParentNode, limit = 2_000_000): string {
  const only = root.children.length === 1 ? root.children[0]! : null;
  if (only?.type === 'text') return cleanText(only.data.slice(0, limit));
  let text = '';
  descend(root, (node) => {
    if (text.length > limit) return false;
    if (node.type === 'text') text += node.prev && isElement(node.prev) && isBlock(node.prev) ? ` ${node.data}` : node.data;
    else if (isElement(node)) {
      if (isHidden(node)) return false;
      if (isBlock(node)) text += ' ';
    }
    return undefined;
  });
  return cleanText(text.length > limit ? text.slice(0, limit) : text);
}

/** Source text of an element whose content is not markup (script, style, title, textarea). */
export function rawText(element: Element): string {
  let text = '';
  for (const child of element.children) if (child.type === 'text') text += child.data;
  return text;
}
