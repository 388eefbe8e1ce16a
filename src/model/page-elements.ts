/** What the guidelines for government websites ask of every page (页面要素): 国办发〔2017〕47号 and its annex on the design of pages. */

/** What a home page must show, its footer among it. */
export const HOME_ELEMENTS = [
  'title',
  'site-name-tag',
  'site-domain-tag',
  'site-code-tag',
  'organizer',
  'contact',
  'site-code',
  'icp',
  'police-record',
  'party-mark',
  'report-errors',
] as const;
export type HomeElement = (typeof HOME_ELEMENTS)[number];

/** Pages of one kind that one run read, and how many of them carry each tag. */
export interface TagTally {
  readonly pages: number;
  readonly carrying: Readonly<Record<string, number>>;
  /** One of them. */
  readonly example: string | null;
}

/** What was seen of a site's page elements. */
export interface PageElements {
  /** Those that the home page shows; null where it was not read well enough to tell. */
  readonly home: readonly HomeElement[] | null;
  readonly columns: TagTally;
  readonly articles: TagTally;
}
