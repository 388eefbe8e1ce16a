import type { Column, Site } from '../../src/model/estate.ts';
import { outcomeFacts } from '../../src/model/outcome.ts';
import type { Entry } from '../../src/model/reading.ts';
import type { ItemKey, KnownColumn, KnownItem } from '../../src/model/records.ts';
import type { CrawledColumn, CrawledItem, CrawledRow } from './crawled.ts';
import { itemKey } from './item-key.ts';
import { fetchItem, missingRows, mustFetch } from './items.ts';
import { isNewestFirst } from './order.ts';
import { forEachOf } from './pool.ts';
import type { CrawlPorts, CrawlReach } from './ports.ts';
import { type Walk, walkList } from './walk.ts';

/** Missing rows whose own page is asked for in one crawl, to tell a removal from a row that only moved. */
const REMOVALS_CHECKED = 20;

/** Crawls one column: its list until known ground, then its new and changed items. Never throws for what the site does. */
export async function crawlColumn(column: Column, site: Site, reach: CrawlReach, ports: CrawlPorts): Promise<CrawledColumn> {
  const known = await ports.known(column);
  const walk = await walkList(column, site, known, reach, ports);
  const rows = toRows(walk.entries);
  const items = await readItems(rows, column, site, known, reach, ports);
  const missing = rows.length > 0 ? missingRows(rows, known, walk.whole) : [];
  const removed = await goneItems(missing, known, site, ports);
  const interrupted = ports.signal.aborted;
  const outcome = interrupted && walk.outcome !== 'not-modified' ? 'interrupted' : walk.outcome;
  // A row that left the part of the list we read may only have moved down, unless its own page is gone, too.
  const vanished = walk.whole ? missing : removed;
  return {
    column,
    at: ports.clock.now(),
    outcome,
    reason: outcomeFacts(outcome).reason,
    detail: walk.detail,
    unchanged: walk.unchanged,
    rows,
    items,
    vanished,
    removed,
    listed: listedNow(rows, vanished, known, walk),
    complete: walk.complete,
    newestFirst: walk.unchanged ? (known.lastGood?.newestFirst ?? true) : isNewestFirst(rows.map((row) => row.listedOn)),
    unreadPages: walk.unreadPages,
    fingerprint: (walk.outcome === 'ok' ? walk.first?.fingerprint : null) ?? known.lastGood?.fingerprint ?? null,
    columnType: walk.first?.columnType ?? null,
    via: walk.via,
    firstPage: walk.firstPage,
    pages: walk.pages,
    tlsFallback: walk.tlsFallback,
  };
}

function toRows(entries: readonly Entry[]): CrawledRow[] {
  return entries.map((entry, index) => ({
    item: itemKey(entry),
    title: entry.title,
    url: entry.url,
    listedOn: entry.publishedOn,
    shown: entry.publishedOn === null ? (entry.shown ?? null) : null,
    position: index + 1,
  }));
}

async function readItems(
  rows: readonly CrawledRow[],
  column: Column,
  site: Site,
  known: KnownColumn,
  reach: CrawlReach,
  ports: CrawlPorts,
): Promise<CrawledItem[]> {
  const linked = rows.filter((row): row is CrawledRow & { url: string } => row.url !== null);
  const stored: ReadonlyMap<ItemKey, KnownItem> = linked.length > 0 ? await ports.knownItems(linked.map((row) => row.item)) : new Map();
  const wanted = linked.filter((row) => mustFetch(row, known, stored.get(row.item), reach));
  const items: CrawledItem[] = [];
  await forEachOf(wanted, site.crawl.concurrency, ports.signal, async (row) => {
    const item = await fetchItem(row, site, stored.get(row.item), reach, ports);
    if (item.outcome === 'interrupted' || item.outcome === 'not-modified') return;
    items.push(item);
    ports.progress({ kind: 'item', column, url: row.url });
  });
  return items;
}

async function goneItems(missing: readonly ItemKey[], known: KnownColumn, site: Site, ports: CrawlPorts): Promise<ItemKey[]> {
  const gone: ItemKey[] = [];
  const checkable = missing.filter((key) => known.entries.has(key) && !key.startsWith('row:')).slice(0, REMOVALS_CHECKED);
  await forEachOf(checkable, site.crawl.concurrency, ports.signal, async (key) => {
    const scheme = new URL(site.url).protocol;
    const fetched = await ports.door.fetch({ url: `${scheme}//${key}`, kind: 'page', settings: site.crawl, signal: ports.signal });
    if (fetched.outcome === 'gone' || fetched.outcome === 'soft-404') gone.push(key);
  });
  return gone;
}

function listedNow(rows: readonly CrawledRow[], vanished: readonly ItemKey[], known: KnownColumn, walk: Walk): number {
  if (walk.unchanged) return known.lastGood?.rows ?? known.entries.size;
  if (outcomeFacts(walk.outcome).reason !== null) return known.lastGood?.rows ?? 0;
  const now = new Set(rows.map((row) => row.item));
  for (const key of known.entries.keys()) now.add(key);
  for (const key of vanished) now.delete(key);
  return now.size;
}
