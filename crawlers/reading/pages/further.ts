import type { PageRequest } from '../../../src/model/reading.ts';
import type { Outline } from '../lists/outline.ts';
import type { Page } from '../page.ts';
import { canonicalUrl } from '../urls.ts';
import { createPageCall } from './create-page.ts';
import { formPages } from './form-pager.ts';
import { loadedMore } from './load-more.ts';
import { isNumberedPage, type PagerLinks, pagerLinks, sequenceOf } from './number-links.ts';
import { optionSequence } from './page-options.ts';
import { postBack } from './post-back.ts';
import type { Sequence } from './sequence.ts';
import { pagerClaims } from './totals.ts';
import { writtenSequence } from './written-addresses.ts';

/** Further pages that one page names at most; the pages after them are named by those. */
const MOST_PAGES = 200;

/** Where the list goes on, and how long it says it is. */
export interface Further {
  readonly next: readonly PageRequest[];
  readonly total: number | null;
  /** Number of pages that the pager claims. */
  readonly pages: number | null;
}

/** Reads the pager: its links first, then the scripts that write it. `places` are where pagers stand (see pager.ts). */
export function furtherPages(page: Page, outline: Outline, places: readonly number[]): Further {
  const claims = pagerClaims(page, outline, places);
  const call = createPageCall(page);
  const links = pagerLinks(outline, places, page.base);
  const current = call?.current ?? beforeNext(links) ?? claims.current ?? unlinked(links) ?? currentOf(page.url);
  const sequence = call ?? sequenceOf(links, current, claims.pages) ?? writtenSequence(page) ?? optionSequence(page);
  const listed = sequence ? requests(page, sequence) : [];
  const following = links.next ?? (page.nextPage !== null && isNumberedPage(page.nextPage) ? page.nextPage : null);
  const next = listed.length > 0 || following === null ? listed : requests(page, only(following));
  const posted = next.length === 0 ? postBack(page, outline, current) : null;
  const sent = next.length === 0 && posted === null ? formPages(page, outline, current, claims.pages) : [];
  const grown = next.length > 0 || posted !== null || sent.length > 0 ? [] : loadedMore(page, outline);
  return { next: posted ? [posted] : [...next, ...sent, ...grown], total: claims.records ?? call?.rows ?? null, pages: claims.pages };
}

/** The page before the one that "next" leads to, where the numbers name that one. */
function beforeNext(links: PagerLinks): number | null {
  for (const [number, url] of links.numbered) if (url === links.next && number > 1) return number - 1;
  return null;
}

/** The one number between linked ones, or before the second, that is no link: a pager does not link the page that it stands on. */
function unlinked({ numbered }: PagerLinks): number | null {
  const missing = [...numbered.keys()].map((number) => number - 1).filter((number) => number > 0 && !numbered.has(number));
  return missing.find((number) => number === 1 || numbered.has(number - 1)) ?? null;
}

function requests(page: Page, sequence: Sequence): PageRequest[] {
  const found = new Map<string, PageRequest>();
  const here = canonicalUrl(page.url, page.url);
  for (let number = sequence.current + 1; number <= Math.min(sequence.last, sequence.current + MOST_PAGES); number++) {
    const url = canonicalUrl(sequence.addressOf(number), page.base);
    if (url !== null && url !== here) found.set(url, { url });
  }
  return [...found.values()];
}

function only(address: string): Sequence {
  return { current: 1, last: 2, addressOf: () => address };
}

/** The page number that an address holds (`index_3.html` is left to scripts that say how they count), else 1. */
function currentOf(url: string): number {
  const match = /[?&](?:page|pageno|pageindex|page_?num|currpage|curpage|pn|p)=(\d{1,6})(?=&|$)/i.exec(url);
  return match ? Math.max(1, Number(match[1])) : 1;
}
