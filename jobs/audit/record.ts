import { createHash } from 'node:crypto';
import type { CrawledColumn, CrawledItem } from '../../crawlers/site/crawled.ts';
import type { Classified } from '../../src/classification/classifier.ts';
import { itemFlags } from '../../src/classification/flags.ts';
import { simhash } from '../../src/classification/simhash.ts';
import type { ItemRecord, ReadingRecord, RunRecord } from '../../src/model/records.ts';
import type { ColumnResult } from '../../src/store/store.ts';
import type { Workshop } from '../workshop.ts';

/** Turns what a crawl found in a column into what the store keeps: items classified, flagged and hashed. */
export function toColumnResult(crawled: CrawledColumn, run: RunRecord, workshop: Workshop): ColumnResult {
  return {
    reading: toReading(crawled, run),
    rows: crawled.rows.map(({ item, title, url, listedOn, position }) => ({ item, title, url, listedOn, position })),
    unchanged: crawled.unchanged,
    vanished: crawled.vanished,
    items: crawled.items.map((item) => ({ record: toItem(item, crawled, workshop), text: item.article?.text ?? null })),
    firstPage: crawled.firstPage,
    pages: crawled.pages,
  };
}

function toReading(crawled: CrawledColumn, run: RunRecord): ReadingRecord {
  const first = crawled.pages[0];
  return {
    run: run.id,
    site: crawled.column.site,
    column: crawled.column.id,
    at: crawled.at,
    asOf: run.asOf,
    outcome: crawled.outcome,
    reason: crawled.reason,
    detail: crawled.detail,
    rows: crawled.listed,
    complete: crawled.complete,
    newestFirst: crawled.newestFirst,
    unreadPages: crawled.unreadPages,
    fingerprint: crawled.fingerprint,
    evidence: first ? createHash('sha256').update(first.bytes).digest('hex') : null,
    via: crawled.via,
  };
}
