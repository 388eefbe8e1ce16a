import type { Day } from './day.ts';

/** What the guidelines for government websites ask of pages (页面要素): 国办发〔2017〕47号 and its annex on the design of pages. */

/** What stands in the head of a home page, and what in its footer. */
export const HEAD_ELEMENTS = ['title', 'site-name-tag', 'site-domain-tag', 'site-code-tag', 'mobile-view'] as const;
export const FOOTER_ELEMENTS = ['organizer', 'contact', 'site-code', 'icp', 'police-record', 'party-mark', 'report-errors'] as const;
export type HomeElement = (typeof HEAD_ELEMENTS)[number] | (typeof FOOTER_ELEMENTS)[number];

/** Tags that pages of columns and of items must carry; lower case, as pages are read. */
export const COLUMN_TAGS = ['columnname', 'columndescription', 'columnkeywords', 'columntype'] as const;
export const ARTICLE_TAGS = ['articletitle', 'pubdate', 'contentsource'] as const;

/** Pages of one kind that were read, how many of them carry each tag, and one of them. */
export interface TagTally {
  readonly pages: number;
  readonly carrying: Readonly<Record<string, number>>;
  readonly example: string | null;
}

/** How a site can be got at, as its home page was: nothing of it is on the page. */
export interface SiteAccess {
  /** Last day of its certificate; null where it is read without https. */
  readonly certificateUntil: Day | null;
  /** Whether its host has an address of IPv6; null where that cannot be told. */
  readonly ipv6: boolean | null;
}

/** What keeps people out of a page (无障碍), by the names that axe gives its rules. Each can be told for certain by the page's own markup. */
export const BARRIERS = [
  'image-alt',
  'input-image-alt',
  'area-alt',
  'link-name',
  'button-name',
  'label',
  'select-name',
  'frame-title',
  'html-has-lang',
  'document-title',
  'meta-viewport',
] as const;

/** One kind of barrier on a page: how many places have it, and some of them as `selector: markup`, masked. */
export interface Barrier {
  readonly kind: (typeof BARRIERS)[number];
  readonly count: number;
  readonly examples: readonly string[];
}

/** What one run saw of a site's page elements; an earlier one's says nothing of a page that may be mended since. */
export interface PageElements {
  /** The day that the run judged by; left out by earlier versions. */
  readonly on?: Day;
  /** Those that the home page shows; null where it was not read, or not well enough to tell. */
  readonly home: readonly HomeElement[] | null;
  /** Null where the home page was not read. */
  readonly access?: SiteAccess | null;
  /** What keeps people out of the home page; null or left out where no browser looked, or the page did not come whole. */
  readonly barriers?: readonly Barrier[] | null;
  readonly columns: TagTally;
  readonly articles: TagTally;
}

const NO_PAGES: TagTally = { pages: 0, carrying: {}, example: null };
export const NO_ELEMENTS: PageElements = { home: null, columns: NO_PAGES, articles: NO_PAGES };

/** Tags are of the site's template: they are missing where none of so many pages carries them. */
const LEAST_PAGES = 3;

/** A tally with one page more. */
export function withPage({ pages, carrying, example }: TagTally, url: string, tags: readonly string[]): TagTally {
  const more = Object.fromEntries(tags.map((tag) => [tag, (carrying[tag] ?? 0) + 1]));
  return { pages: pages + 1, carrying: { ...carrying, ...more }, example: example ?? url };
}

/** Whether so many pages were read that what none of them carries is missing in the template. */
export function isTelling({ pages }: TagTally): boolean {
  return pages >= LEAST_PAGES;
}
