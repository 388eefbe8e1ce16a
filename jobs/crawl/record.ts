import { createHash } from 'node:crypto';
import { decodePage } from '../../crawlers/door/decode.ts';
import { maskedPage } from '../../crawlers/reading/masked-page.ts';
import type { CrawledColumn, CrawledItem, CrawledPage } from '../../crawlers/site/crawled.ts';
import { urlKey } from '../../crawlers/site/item-key.ts';
import { mostOf } from '../../src/classification/column-items.ts';
import { itemFlags } from '../../src/classification/flags.ts';
import { simhash } from '../../src/classification/simhash.ts';
import { certaintyOf } from '../../src/model/certainty.ts';
import type { CategoryId, Column } from '../../src/model/estate.ts';
import type { ItemRecord, KnownColumn, ReadingRecord, RunRecord } from '../../src/model/records.ts';
import type { ColumnResult } from '../../src/store/store.ts';
import type { Workshop } from '../workshop.ts';

/**
 * Turns what a crawl found in a column into what the store keeps: items classified, flagged and hashed. What a column of several
 * meanings holds is told by its titles, those that are `known` already among them.
 */
export function toColumnResult(crawled: CrawledColumn, run: RunRecord, workshop: Workshop, known: KnownColumn): ColumnResult {
  const columnItems = categoryOfItems(crawled, known, workshop);
  const pages = crawled.pages.map(keptPage);
  return {
    reading: toReading(crawled, pages[0], run),
    rows: crawled.rows.map(({ item, title, url, listedOn, position }) => ({ item, title, url, listedOn, position })),
    unchanged: crawled.unchanged,
    vanished: crawled.vanished,
    items: crawled.items.map((item) => ({
      record: toItem(item, crawled, columnItems, workshop),
      text: item.article?.text ?? null,
      refers: item.article?.refers.map(urlKey) ?? [],
    })),
    firstPage: crawled.firstPage,
    pages,
  };
}

/** A page as it may be kept: what it says of private persons is masked, and of a page that held some no picture is kept. */
function keptPage(page: CrawledPage): CrawledPage {
  const { text, holdsPersonalData } = maskedPage(decodePage(page.bytes, page.contentType).text);
  if (!holdsPersonalData) return page;
  // Whatever charset it names of itself, the mark at its begin says that it is UTF-8 now.
  return { ...page, bytes: new TextEncoder().encode(`\ufeff${text}`), screenshot: null };
}

function toReading(crawled: CrawledColumn, first: CrawledPage | undefined, run: RunRecord): ReadingRecord {
  return {
    run: run.id,
    site: crawled.column.site,
    column: crawled.column.id,
    address: crawled.column.url,
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
    certainty: crawled.reason === null ? certaintyOf(crawled.doubts) : 'unsure',
    doubts: crawled.doubts,
  };
}

function categoryOfItems({ column, rows, items }: CrawledColumn, known: KnownColumn, { classifier }: Workshop): CategoryId | undefined {
  if (column.category !== null || items.length === 0) return undefined;
  const titles = new Map([
    ...rows.map((row) => [row.item, row.title] as const),
    ...[...known.entries].map(([key, { title }]) => [key, title] as const),
  ]);
  return mostOf(titles.values(), classifier)?.category;
}

function toItem(
  item: CrawledItem,
  { column, columnType, at }: CrawledColumn,
  columnItems: CategoryId | undefined,
  { classifier, config }: Workshop,
): ItemRecord {
  const { row, article } = item;
  const title = wholeTitle(row.title, article?.title ?? null);
  const unit = config.estate.units.find((one) => one.id === column.unit);
  const site = config.estate.sites.find((one) => one.id === column.site);
  const classified = classifier.classify({
    title,
    column: column.name,
    columnPath: column.path,
    columnCategory: column.category,
    columnType,
    columnItems,
    url: row.url,
    unit: unit?.name,
    documentNumber: article?.documentNumber,
    issuer: article?.issuer,
  });
  return {
    key: row.item,
    url: row.url!,
    site: column.site,
    unit: column.unit,
    title,
    publishedOn: item.publishedOn,
    publishedAt: article?.publishedAt?.startsWith(item.publishedOn ?? '') ? article.publishedAt : item.publishedOn,
    publishedSource: item.publishedSource,
    conflicts: conflictsOf(item),
    documentDate: article?.documentDate ?? null,
    documentNumber: article?.documentNumber ?? null,
    indexNumber: article?.indexNumber ?? null,
    issuer: article?.issuer ?? null,
    source: article?.source ?? null,
    author: article?.author ?? null,
    reviewer: article?.reviewer ?? null,
    subject: article?.subject ?? null,
    attachments: article?.attachments ?? [],
    personalData: article?.personalData ?? null,
    ...categoryOf(column, classified),
    flags: itemFlags({
      url: row.url!,
      siteUrl: site?.url ?? column.url,
      unitNames: [unit?.name, site?.name, config.estate.name].filter((name) => name !== undefined),
      source: article?.source ?? null,
      text: article?.text ?? null,
      attachments: article?.attachments.length ?? 0,
      classified,
      columnCategory: column.category,
      duplicate: false,
    }),
    outcome: item.outcome,
    etag: item.etag,
    lastModified: item.lastModified,
    textHash: article ? createHash('sha256').update(article.text).digest('hex') : null,
    simhash: article ? simhash(article.text) : null,
    firstSeen: at,
    lastSeen: at,
    removedAt: null,
  };
}

/** A column's category that somebody set holds for all its items: counts must follow what the office decided. */
function categoryOf(
  column: Column,
  classified: Pick<ItemRecord, 'category' | 'confidence' | 'reasons'>,
): Pick<ItemRecord, 'category' | 'confidence' | 'reasons'> {
  if (column.category === null) return { category: classified.category, confidence: classified.confidence, reasons: classified.reasons };
  return { category: column.category, confidence: 1, reasons: [`栏目“${column.name}”在配置中指定了类别`] };
}

/** A row cut with `…` takes its whole title from the item's own page where that begins alike. */
function wholeTitle(listed: string, headed: string | null): string {
  const stem = listed.replace(/(?:\.{2,}|…+)$/, '');
  return headed !== null && stem !== listed && headed.startsWith(stem) ? headed : listed;
}

/** Days that the item's page gives and that are not the one it counts by. */
function conflictsOf({ article, publishedOn, publishedSource }: CrawledItem): ItemRecord['conflicts'] {
  const day = article?.publishedAt?.slice(0, 10) ?? null;
  const own = article?.publishedSource ?? null;
  const listed = publishedSource === 'list' && day !== null && own !== null && day !== publishedOn ? [{ source: own, day }] : [];
  return [...listed, ...(article?.conflicts ?? [])].filter((conflict) => conflict.day !== publishedOn);
}
