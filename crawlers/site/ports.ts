import type { Clock } from '../../src/model/clock.ts';
import type { Column, Site } from '../../src/model/estate.ts';
import type { ItemKey, KnownColumn, KnownItem } from '../../src/model/records.ts';
import type { Rendered } from '../browser/browser.ts';
import type { Door } from '../door/door.ts';
import type { ReaderPool } from '../reading/reader-pool.ts';
import type { CrawledColumn } from './crawled.ts';

/** What a site's crawl is handed: the network, what is known already, and where to leave what it finds. */
export interface CrawlPorts {
  readonly door: Pick<Door, 'fetch'>;
  readonly readers: Pick<ReaderPool, 'read'>;
  readonly clock: Clock;
  known(column: Column): Promise<KnownColumn>;
  knownItems(keys: readonly ItemKey[]): Promise<ReadonlyMap<ItemKey, KnownItem>>;
  /** Stores a column's crawl whole or not at all. */
  keep(crawled: CrawledColumn): Promise<void>;
  /** Renders a page whose list neither HTML nor an API gives; null where no browser may be used. */
  readonly render: ((url: string, site: Site, signal: AbortSignal) => Promise<Rendered | null>) | null;
  /** Tells of every page read, for progress and logs. */
  progress(event: CrawlEvent): void;
  readonly signal: AbortSignal;
}

export type CrawlEvent =
  | { readonly kind: 'list-page'; readonly column: Column; readonly url: string; readonly rows: number }
  | { readonly kind: 'item'; readonly column: Column; readonly url: string }
  | { readonly kind: 'column'; readonly column: Column; readonly crawled: CrawledColumn };

/** How far a crawl goes. */
export interface CrawlReach {
  /** Read everything again, whatever is known. */
  readonly full: boolean;
}
