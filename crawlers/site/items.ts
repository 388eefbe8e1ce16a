import { getDomain } from 'tldts';
import { type Day, daysBetween, makeDay } from '../../src/model/day.ts';
import type { Site } from '../../src/model/estate.ts';
import { outcomeFacts } from '../../src/model/outcome.ts';
import type { ArticleReading } from '../../src/model/reading.ts';
import type { KnownColumn, KnownItem } from '../../src/model/records.ts';
import type { CrawledItem, CrawledRow } from './crawled.ts';
import type { CrawlPorts, CrawlReach } from './ports.ts';

const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z|txt|csv|jpe?g|png|gif|mp4)$/i;

/** Whether the row's item must be asked for: new, changed in the list, or not read last time through no fault of its own. */
export function mustFetch(row: CrawledRow, column: KnownColumn, item: KnownItem | undefined, reach: CrawlReach): boolean {
  if (row.url === null) return false;
  if (reach.full || item === undefined) return true;
  if (item.outcome !== null && outcomeFacts(item.outcome).retry) return true;
  const before = column.entries.get(row.item);
  return before !== undefined && (before.title !== row.title || (row.listedOn !== null && before.listedOn !== row.listedOn));
}

/**
 * Reads one item's own page, whole even where it is known: it is asked for because its row changed, and its record is made anew from both.
 * Items on foreign sites and files are recorded from their row alone.
 */
export async function fetchItem(row: CrawledRow & { readonly url: string }, site: Site, ports: CrawlPorts): Promise<CrawledItem> {
  const outbound = isForeign(row.url, site.url);
  const file = FILE.test(new URL(row.url).pathname);
  if (outbound || file) return fromRow(row, { outbound, file });
  const fetched = await ports.door.fetch({ url: row.url, kind: 'page', settings: site.crawl, signal: ports.signal });
  if (fetched.outcome !== 'ok' || fetched.bytes === null) {
    return { ...fromRow(row, { outbound, file }), outcome: fetched.outcome, fetchedAt: fetched.fetchedAt };
  }
  const reading = await ports.readers.read({
    bytes: fetched.bytes,
    contentType: fetched.contentType,
    url: fetched.finalUrl,
    kind: 'article',
    links: true,
  });
  if (reading.kind !== 'article') return { ...fromRow(row, { outbound, file }), outcome: 'unreadable', fetchedAt: fetched.fetchedAt };
  return {
    ...fromRow(row, { outbound, file }),
    ...publication(row, reading),
    outcome: 'ok',
    article: reading,
    etag: fetched.etag,
    lastModified: fetched.lastModified,
    fetchedAt: fetched.fetchedAt,
  };
}

function fromRow(row: CrawledRow, kind: { outbound: boolean; file: boolean }): CrawledItem {
  return {
    row,
    outcome: null,
    article: null,
    publishedOn: row.listedOn,
    publishedSource: row.listedOn === null ? null : 'list',
    etag: null,
    lastModified: null,
    fetchedAt: null,
    ...kind,
  };
}

/** Days between an item's row and its own page from which on the page's year says nothing about the row. */
const SAME_PUBLICATION = 31;

/**
 * The day an inspector sees in the column's list counts before the one on the item's own page. A row that shows `MM-DD`
 * takes its year from the item's page, where that names a day near it.
 */
function publication(row: CrawledRow, article: ArticleReading): Pick<CrawledItem, 'publishedOn' | 'publishedSource'> {
  if (row.listedOn !== null) return { publishedOn: row.listedOn, publishedSource: 'list' };
  const day = article.publishedAt?.slice(0, 10) ?? null;
  const listed = row.shown === null || day === null ? null : nearestYear(row.shown, day);
  if (listed !== null) return { publishedOn: listed, publishedSource: 'list' };
  return { publishedOn: day, publishedSource: day === null ? null : article.publishedSource };
}

/** The day `MM-DD` next to `day`, across the turn of the year, too; null where none is near. */
function nearestYear(shown: string, day: Day): Day | null {
  const year = Number(day.slice(0, 4));
  const [month, date] = shown.split('-').map(Number) as [number, number];
  const near = [year - 1, year, year + 1].flatMap((one) => makeDay(one, month, date) ?? []);
  return near.find((one) => Math.abs(daysBetween(one, day)) <= SAME_PUBLICATION) ?? null;
}

/** A link that leaves the registered domain of the site; hosts without one (addresses, localhost) are compared whole. */
export function isForeign(url: string, siteUrl: string): boolean {
  const domain = (address: string) => getDomain(address) ?? new URL(address).hostname;
  return domain(url) !== domain(siteUrl);
}
