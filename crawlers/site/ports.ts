import type { Clock } from '../../src/model/clock.ts';
import type { Column, Site } from '../../src/model/estate.ts';
import type { ListReading } from '../../src/model/reading.ts';
import type { ItemKey, KnownColumn, KnownItem } from '../../src/model/records.ts';
import type { SiteProfile } from '../../src/model/site-profile.ts';
import type { Rendered, RenderLook } from '../browser/browser.ts';
import type { Door } from '../door/door.ts';
import type { Fetched } from '../door/fetched.ts';
import type { ReaderPool } from '../reading/reader-pool.ts';
import type { CrawledColumn } from './crawled.ts';
import type { Twins } from './twins.ts';

/** What a site's crawl is handed: the network, what is known already, and where to leave what it finds. */
export interface CrawlPorts {
  readonly door: Pick<Door, 'fetch'>;
  readonly readers: Pick<ReaderPool, 'read'>;
  readonly clock: Clock;
  known(column: Column): Promise<KnownColumn>;
  knownItems(keys: readonly ItemKey[]): Promise<ReadonlyMap<ItemKey, KnownItem>>;
  /** Whether a column would be held against its unit as far as it is known: then its page itself must be looked at. */
  isAccused(column: Column, known: KnownColumn): boolean;
  /** All columns of the site, those that are not crawled now included. */
  readonly siblings: readonly Column[];
  /** What is known of the site as a whole, and what this crawl adds to it. */
  profile(): SiteProfile;
  learn(more: Partial<SiteProfile>): void;
  /** Rows of the site's columns that were read in this crawl. */
  readonly twins: Twins;
  /** First pages that were fetched in this crawl already, by column. */
  readonly fetched?: ReadonlyMap<string, Fetched>;
  /** Takes a first page that its site as known so far does not explain, to be read again when the others were seen; false: not now. */
  readonly putOff?: (column: Column, fetched: Fetched, reading: ListReading) => boolean;
  /** Stores a column's crawl whole or not at all. */
  keep(crawled: CrawledColumn): Promise<void>;
  /** Renders a page whose list neither HTML nor an API gives; null where no browser may be used. */
  readonly render: ((url: string, site: Site, signal: AbortSignal, look?: RenderLook) => Promise<Rendered | null>) | null;
  /** Tells of every page read, for progress and logs. */
  progress(event: CrawlEvent): void;
  readonly signal: AbortSignal;
}

/** What a site's crawl is handed from outside; the rest it keeps for its columns itself. */
export type SitePorts = Omit<CrawlPorts, 'twins' | 'fetched' | 'putOff'>;

export type CrawlEvent =
  | { readonly kind: 'list-page'; readonly column: Column; readonly url: string; readonly rows: number }
  | { readonly kind: 'item'; readonly column: Column; readonly url: string }
  | { readonly kind: 'column'; readonly column: Column; readonly crawled: CrawledColumn };

/** How far a crawl goes. */
export interface CrawlReach {
  /** Read everything again, whatever is known. */
  readonly full: boolean;
  /** The run's "now". */
  readonly asOf: Date;
}
