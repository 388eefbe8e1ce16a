import type { Element } from 'domhandler';
import type { PageLink } from '../../src/model/links.ts';
import { isFileLink } from './articles/attachments.ts';
import { descend, elementsOf, isElement, isHidden, type Page, visibleText } from './page.ts';
import { canonicalUrl } from './urls.ts';

/** A page with more is a map of the site; what it links to is met elsewhere. */
const MOST_LINKS = 400;
const LONGEST_NAME = 80;
const LONGEST_ADDRESS = 2_000;
/** What a box is called whose word is searched for. */
const SEARCH_BOX = /^(?:q|s|kw|wd|word|words|keyword|keywords|key|query|search|searchword|searchkey|searchtext|searchcontent|qt)$/i;
const SEARCH_FORM = /search|sousuo|\bso\b|jsearch|搜索|检索/i;
/** A word that every government site has items with. */
const SEARCHED = '通知';

/** What a script is yet to fill in: `{{item.url}}`, `${url}`, `<%= url %>`. */
const TO_BE_FILLED = /\{\{|[$#]\{|<%|\[\[/;

/**
 * The links of a page as people can follow them, each address once, in page order; with what its search box asks for where no script
 * of the page could ask otherwise. Where a click goes to a script, or nobody sees anything to click, an address proves nothing.
 */
export function linksOf(page: Page): PageLink[] {
  const found = new Map<string, PageLink>();
  const hasScripts = /<script\b/i.test(page.html);
  descend(page.document, (node) => {
    if (!isElement(node)) return undefined;
    if (isHidden(node)) return false;
    const link =
      node.name === 'a' || node.name === 'area' ? linkOf(node, page) : node.name === 'form' && !hasScripts ? searchOf(node, page) : null;
    if (link !== null && found.size < MOST_LINKS && !found.has(link.url)) found.set(link.url, link);
    return undefined;
  });
  return [...found.values()];
}

function linkOf(element: Element, page: Page): PageLink | null {
  const { href, onclick } = element.attribs;
  if (onclick !== undefined || TO_BE_FILLED.test(href ?? '')) return null;
  const url = canonicalUrl(href, page.base);
  if (url === null || url.length > LONGEST_ADDRESS) return null;
  const name = (visibleText(element, 300) || element.attribs.title || '').trim().slice(0, LONGEST_NAME);
  return { url, name, kind: isFileLink(element) ? 'attachment' : 'page' };
}

/** What a search box asks for: a form sent as an address, with one box for words. One that needs a script or a code cannot be tried. */
function searchOf(form: Element, page: Page): PageLink | null {
  const { action = '', method = 'get' } = form.attribs;
  const boxes = elementsOf(form).filter(({ name }) => name === 'input');
  const words = boxes.filter(({ attribs: { type = 'text' } }) => /^(?:text|search)$/i.test(type));
  const [box] = words;
  const name = box?.attribs.name ?? '';
  const isSearch = SEARCH_FORM.test(`${action} ${form.attribs.id ?? ''} ${form.attribs.name ?? ''}`) || SEARCH_BOX.test(name);
  if (words.length !== 1 || name === '' || !isSearch || !/^get$/i.test(method) || 'onsubmit' in form.attribs) return null;
  const target = canonicalUrl(action || page.url, page.base);
  if (target === null) return null;
  const url = new URL(target);
  for (const { attribs } of boxes) if (attribs.type === 'hidden' && attribs.name) url.searchParams.set(attribs.name, attribs.value ?? '');
  url.searchParams.set(name, SEARCHED);
  return { url: url.href, name: '站内搜索', kind: 'search' };
}
