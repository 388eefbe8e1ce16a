import type { Doubt } from '../../src/model/certainty.ts';
import type { Day } from '../../src/model/day.ts';
import type { Column } from '../../src/model/estate.ts';
import type { Outcome, UnknownReason } from '../../src/model/outcome.ts';
import type { ArticleReading, ListFingerprint, ListReading, PublishedSource } from '../../src/model/reading.ts';
import type { ItemKey, PageMarks } from '../../src/model/records.ts';
import type { Sentence } from '../../src/model/sentence.ts';

/** A row of a column's list as read in this crawl. */
export interface CrawledRow {
  readonly item: ItemKey;
  readonly title: string;
  readonly url: string | null;
  readonly listedOn: Day | null;
  /** `MM-DD` where the row shows a day without its year and nothing near it tells the year. */
  readonly shown: string | null;
  /** 1 for the first row of the first page. */
  readonly position: number;
}

/** An item whose own page was asked for, or which has none of its own that could be. */
export interface CrawledItem {
  readonly row: CrawledRow;
  /** null: not asked for, because it lies on a foreign site or is a file. */
  readonly outcome: Outcome | null;
  readonly article: ArticleReading | null;
  readonly publishedOn: Day | null;
  readonly publishedSource: PublishedSource | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly fetchedAt: Date | null;
  readonly outbound: boolean;
  readonly file: boolean;
}

/** A list page as fetched. */
export interface CrawledPage {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly fetchedAt: Date;
  readonly contentType: string | null;
  /** How a browser drew it (JPEG), where one was used. */
  readonly screenshot: Uint8Array | null;
}

/** Everything that one crawl of a column found. */
export interface CrawledColumn {
  readonly column: Column;
  readonly at: Date;
  readonly outcome: Outcome;
  /** Why its state is unknown, or null where the list was read. */
  readonly reason: UnknownReason | null;
  readonly detail: Sentence | null;
  /** Nothing changed since the last reading; then `rows` and `items` are empty. */
  readonly unchanged: boolean;
  readonly rows: readonly CrawledRow[];
  readonly items: readonly CrawledItem[];
  /** Known rows that are no longer listed. */
  readonly vanished: readonly ItemKey[];
  /** Those of them whose own page is gone. */
  readonly removed: readonly ItemKey[];
  /** Rows of the list that are known to be there now. */
  readonly listed: number;
  readonly complete: boolean;
  readonly newestFirst: boolean;
  readonly unreadPages: readonly string[];
  readonly fingerprint: ListFingerprint | null;
  readonly columnType: string | null;
  readonly via: 'html' | 'api' | 'browser';
  /** What speaks against its being the column's list as it stands now. */
  readonly doubts: readonly Doubt[];
  readonly firstPage: PageMarks | null;
  /** What the first page showed, for what it tells of the site; null where it was not read. */
  readonly seen: ListReading | null;
  readonly pages: readonly CrawledPage[];
  readonly tlsFallback: boolean;
}
