import type { Link, Outline } from '../lists/outline.ts';
import { canonicalUrl } from '../urls.ts';
import type { Sequence } from './sequence.ts';

const NEXT =
  /^[\s<>«»‹›[\]]*(?:下一?[页頁]|后一?页|(?:点击|点此)?(?:加载|载入)(?:更多|下一页)|load more|next(?: page)?|(?:较旧|更早)的?(?:文章|内容|信息)|older(?: posts| entries)?)[\s<>«»‹›[\]]*$|^[>›»→]$/i;
/** Signs that also stand for other things than a next page. */
const SIGN = /^.?$/;
const LAST = /^[\s<>«»‹›[\]]*(?:尾页|末页|最后一?页|最末页|last(?: page)?)[\s<>«»‹›[\]]*$/i;
const NUMBER = /^[[\s]*(\d{1,5})[\]\s]*$/;

/** The pages that the links of a pager lead to. */
export interface PagerLinks {
  readonly next: string | null;
  /** Addresses by page number as printed. */
  readonly numbered: ReadonlyMap<number, string>;
  readonly last: string | null;
}

/** Collects the pager's links: 下一页 (加载更多 where a list grows), 尾页 and numbers, near the places where pagers stand. Links that all lead to one address lead nowhere. */
export function pagerLinks(outline: Outline, places: readonly number[], base: string): PagerLinks {
  let next: string | null = null;
  let last: string | null = null;
  const numbered = new Map<number, string>();
  const near = nearPlaces(outline, places);
  for (const link of outline.links) {
    const url = canonicalUrl(link.href, base);
    if (url === null) continue;
    const number = NUMBER.exec(link.text);
    if (isNextLink(outline, link) && (!SIGN.test(labelOf(outline, link)) || isNextByRel(outline, link) || near(link))) next ??= url;
    else if (LAST.test(labelOf(outline, link))) last ??= url;
    else if (number && near(link) && !numbered.has(Number(number[1]))) numbered.set(Number(number[1]), url);
  }
  const distinct = new Set(numbered.values()).size === numbered.size;
  return { next, last, numbered: distinct ? numbered : new Map() };
}

/** Whether a link says that it leads to the next page. */
export function isNextLink(outline: Outline, link: Link): boolean {
  return NEXT.test(labelOf(outline, link)) || isNextByRel(outline, link);
}

function isNextByRel({ elements }: Outline, { element }: Link): boolean {
  const { rel = '', href = '' } = elements[element]!.attribs;
  return /(?:^|\s)next(?:\s|$)/i.test(rel) && isNumberedPage(href);
}

const NUMBERED_PAGE = /(?:[?&](?:page\w{0,10}|pn|p|start|offset)=\d{1,6}|\/page\/\d{1,6}|[_-]\d{1,4}\.\w{3,5})(?=$|[&/?#])/i;

/** Whether an address is that of a page by its number: `rel="next"` (HTML, link types) may lead to the next article as well. */
export const isNumberedPage = (address: string) => NUMBERED_PAGE.test(address);

/** Pagers drawn with pictures, signs or buttons say what they are in alternative texts, titles or values. */
function labelOf(outline: Outline, link: Link): string {
  const { name, attribs } = outline.elements[link.element]!;
  if (link.text !== '') return attribs.title !== undefined && NEXT.test(attribs.title) ? attribs.title : link.text;
  const image = outline.elements[link.element + 1];
  return attribs.title ?? (name === 'input' ? (attribs.value ?? '') : image?.name === 'img' ? (image.attribs.alt ?? '') : '');
}

function nearPlaces(outline: Outline, places: readonly number[]): (link: Link) => boolean {
  return (link) => {
    const at = outline.runFrom[link.element]!;
    return places.some((place) => Math.abs(place - at) <= 25);
  };
}

/**
 * Page addresses differ in one number. Where it runs with the printed page (`list_2.shtml`), one behind it (`?start=15`, `index_1.html`) or against it
 * (`/xxgk/11.htm` for page 2 of 12), the pages between known ones are known too.
 */
export function sequenceOf(links: PagerLinks, current: number, pages: number | null): Sequence | null {
  const known = new Map(links.numbered);
  if (links.next && !known.has(current + 1)) known.set(current + 1, links.next);
  if (links.last && pages !== null && pages > current + 1) known.set(pages, links.last);
  const inOrder = [...known].sort(([a], [b]) => a - b);
  const ahead = inOrder.filter(([page]) => page > current);
  if (ahead.length === 0) return null;
  const rule = ruleOf(ahead) ?? ruleOf(inOrder);
  const end = rule && links.last ? rule.pageAt(links.last) : null;
  const last = Math.max(ahead.at(-1)![0], pages ?? 0, end ?? 0);
  return { current, last, addressOf: (page) => known.get(page) ?? rule?.address(page) ?? null };
}

interface Rule {
  address(page: number): string | null;
  pageAt(url: string): number | null;
}

const TOKENS = /\d+/g;

/** The rule by which page numbers run through addresses, from two known pages at least; steps beyond a page's rows are no rule. */
function ruleOf(known: readonly (readonly [number, string])[]): Rule | null {
  if (known.length < 2) return null;
  const [[firstPage, first], [otherPage, other]] = [known[0]!, known.at(-1)!];
  const tokens = first.match(TOKENS) ?? [];
  const others = other.match(TOKENS) ?? [];
  if (first.replace(TOKENS, '#') !== other.replace(TOKENS, '#')) return null;
  const differing = tokens.flatMap((token, index) => (token === others[index] ? [] : [index]));
  if (differing.length !== 1) return null;
  const place = differing[0]!;
  const step = (Number(others[place]) - Number(tokens[place])) / (otherPage - firstPage);
  if (!Number.isInteger(step) || step === 0 || Math.abs(step) > 100) return null;
  const start = Number(tokens[place]) - step * firstPage;
  const holds = known.every(([page, url]) => url.match(TOKENS)?.[place] === String(start + step * page));
  if (!holds) return null;
  return {
    address(page) {
      const number = start + step * page;
      let index = -1;
      return number < 0 ? null : first.replace(TOKENS, (token) => (++index === place ? String(number) : token));
    },
    pageAt(url) {
      const token = url.replace(TOKENS, '#') === first.replace(TOKENS, '#') ? url.match(TOKENS)?.[place] : undefined;
      const page = token === undefined ? Number.NaN : (Number(token) - start) / step;
      return Number.isInteger(page) && page > 0 ? page : null;
    },
  };
}
