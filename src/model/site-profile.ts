/**
 * What is known of a site as a whole (网站画像): learnt from pages of several of its columns, kept with its date, and looked at again
 * with every crawl.
 */
export interface SiteProfile {
  readonly site: string;
  /** When it was last learnt anew. */
  readonly learntAt: Date;
  /** Blocks that stand on pages of several columns with the same rows: side boxes, hot lists, menus. No column's list. */
  readonly frame: readonly FrameBlock[];
  /** Where columns have their lists, the commonest first. */
  readonly template: readonly ListPlace[];
  /** Scripts of pages whose lists stand in their markup, by name or digest: they fill no list. */
  readonly scripts: readonly string[];
  /** What in addresses of items does not matter. */
  readonly addresses: AddressHabits;
  /** How most lists are had. */
  readonly drawn: 'markup' | 'scripts' | 'api' | 'browser' | null;
  /** What the home page is known by, so that a column's address that leads there is seen through. */
  readonly home: HomeMarks | null;
}

/** A block of the site's frame. */
export interface FrameBlock {
  /** Tag and class path to it, as of a list. */
  readonly place: string;
  /** Addresses of its rows, as far as they are the same everywhere. */
  readonly rows: readonly string[];
  /** Columns on whose pages it was seen. */
  readonly columns: number;
}

/** A place where columns of the site have their list. */
export interface ListPlace {
  /** Tag and class path to the list. */
  readonly place: string;
  /** Columns that have theirs there. */
  readonly columns: number;
  /** Rows of the longest of them. */
  readonly rows: number;
  /** Share of their rows with a day, 0 to 1. */
  readonly dated: number;
}

/** Parts of addresses that change from visit to visit and lead to the same item. */
export interface AddressHabits {
  /** Names of such query parameters, by the path that they were seen on. */
  readonly ignored: readonly IgnoredPart[];
}

export interface IgnoredPart {
  /** Host and path with numbers written as `#`, for example `www.x.gov.cn/view/#.html`. */
  readonly path: string;
  /** Query parameters. */
  readonly parameters: readonly string[];
}

export interface HomeMarks {
  readonly title: string | null;
  /** Addresses of rows that it showed. */
  readonly rows: readonly string[];
}

/** A site of which nothing is known yet. */
export function unknownSite(site: string, now: Date): SiteProfile {
  return { site, learntAt: now, frame: [], template: [], scripts: [], addresses: { ignored: [] }, drawn: null, home: null };
}
