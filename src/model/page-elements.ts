/** What the guidelines for government websites ask of pages (页面要素): 国办发〔2017〕47号 and its annex on the design of pages. */

/** What stands in the head of a home page, and what in its footer. */
export const HEAD_ELEMENTS = ['title', 'site-name-tag', 'site-domain-tag', 'site-code-tag'] as const;
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

/** What was seen of a site's page elements. */
export interface PageElements {
  /** Those that the home page shows; null where it was not read well enough to tell. */
  readonly home: readonly HomeElement[] | null;
  readonly columns: TagTally;
  readonly articles: TagTally;
}

const NO_PAGES: TagTally = { pages: 0, carrying: {}, example: null };
export const NO_ELEMENTS: PageElements = { home: null, columns: NO_PAGES, articles: NO_PAGES };

/** A tally with one page more. */
export function withPage({ pages, carrying, example }: TagTally, url: string, tags: readonly string[]): TagTally {
  const more = Object.fromEntries(tags.map((tag) => [tag, (carrying[tag] ?? 0) + 1]));
  return { pages: pages + 1, carrying: { ...carrying, ...more }, example: example ?? url };
}

/** What a run saw, and of what it did not look at what was seen before. */
export function renewed(before: PageElements | null, now: PageElements): PageElements | null {
  const { home, columns, articles } = before ?? NO_ELEMENTS;
  const renewed = {
    home: now.home ?? home,
    columns: now.columns.pages > 0 ? now.columns : columns,
    articles: now.articles.pages > 0 ? now.articles : articles,
  };
  return renewed.home === null && renewed.columns.pages === 0 && renewed.articles.pages === 0 ? null : renewed;
}
