import { certaintyOf } from '../../src/model/certainty.ts';
import type { Column, Site } from '../../src/model/estate.ts';
import { outcomeFacts } from '../../src/model/outcome.ts';
import type { ListFingerprint, ListReading } from '../../src/model/reading.ts';
import type { ItemKey, KnownColumn, KnownItem } from '../../src/model/records.ts';
import { isPassing } from './addresses.ts';
import type { CrawledColumn, CrawledItem, CrawledRow } from './crawled.ts';
import { failedColumn } from './failed-column.ts';
import { fetchItem, isForeign, mustFetch } from './items.ts';
import { missingRows } from './missing.ts';
import { isNewestFirst } from './order.ts';
import { forEachOf } from './pool.ts';
import type { CrawlPorts, CrawlReach } from './ports.ts';
import { toRows } from './rows.ts';
import { type Walk, walkList } from './walk.ts';

/** Missing rows whose own page is asked for in one crawl, to tell a removal from a row that only moved. */
const REMOVALS_CHECKED = 20;

/** Items asked for again in one crawl that the site failed to answer for last time. */
const RETRIED = 20;

/**
 * Crawls one column: its list until known ground, then its new and changed items. Null where it was put off until more of its site is
 * known. Never throws for what the site does.
 */
export async function crawlColumn(column: Column, site: Site, reach: CrawlReach, ports: CrawlPorts): Promise<CrawledColumn | null> {
  const known = await ports.known(column);
  const walk = await walkList(column, site, known, reach, ports);
  if (walk.putOff) return null;
  const rows = toRows(walk.entries, known, ports.profile().addresses, ports.twins);
  const others = reach.full || outcomeFacts(walk.outcome).reason !== null ? [] : otherRows(rows, known, site);
  const items = await readItems(rows, others, column, site, known, reach, ports);
  const missing = rows.length > 0 && isSure(walk) ? missingRows(rows, known) : NOTHING_MISSING;
  const changed = rows.some((row) => !known.entries.has(row.item)) || rows.length < (known.lastGood?.fingerprint?.rows ?? 0);
  // What lies beyond the last row of a whole list dropped off its end with the news above it, unless its own page is gone, too.
  const doubtful = walk.whole && changed ? [...missing.withdrawn, ...missing.beyond] : missing.withdrawn;
  const removed = await goneItems(doubtful, site, ports);
  if (ports.signal.aborted && !walk.unchanged) return cutOff(column, known, rows, items, walk, ports);
  // A row that left the part of the list we read may only have moved down, unless its own page is gone, too.
  const vanished = [...missing.readdressed, ...(walk.whole ? new Set([...missing.withdrawn, ...removed]) : removed)];
  return {
    column,
    at: ports.clock.now(),
    outcome: walk.outcome,
    reason: outcomeFacts(walk.outcome).reason,
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
    fingerprint: (walk.outcome === 'ok' ? fingerprintOf(walk.first) : null) ?? known.lastGood?.fingerprint ?? null,
    columnType: walk.first?.columnType ?? null,
    via: walk.via,
    doubts: walk.doubts,
    firstPage: walk.firstPage,
    seen: walk.first,
    pages: walk.pages,
    tlsFallback: walk.tlsFallback,
  };
}

/**
 * What was read before somebody stopped us. It is no reading of the list: its first page is read again next time. Where the list
 * was read before, its new rows are left for then, too, or they would be taken for known ground with nothing new behind it.
 */
function cutOff(
  column: Column,
  known: KnownColumn,
  rows: readonly CrawledRow[],
  items: readonly CrawledItem[],
  walk: Walk,
  ports: CrawlPorts,
): CrawledColumn {
  const nothing = failedColumn(column, ports.clock.now(), 'interrupted', null);
  return { ...nothing, rows: known.lastGood === null ? rows : [], items, listed: known.lastGood?.rows ?? rows.length, pages: walk.pages };
}

async function readItems(
  rows: readonly CrawledRow[],
  others: readonly LinkedRow[],
  column: Column,
  site: Site,
  known: KnownColumn,
  reach: CrawlReach,
  ports: CrawlPorts,
): Promise<CrawledItem[]> {
  const linked = rows.filter(hasUrl);
  const keys = [...linked, ...others].map((row) => row.item);
  const stored: ReadonlyMap<ItemKey, KnownItem> = keys.length > 0 ? await ports.knownItems(keys) : new Map();
  const mustRead = (row: CrawledRow) => mustFetch(row, known, stored.get(row.item), reach);
  const wanted = [...linked.filter(mustRead), ...others.filter(mustRead).slice(0, RETRIED)];
  const items: CrawledItem[] = [];
  await forEachOf(wanted, site.crawl.concurrency, ports.signal, async (row) => {
    const item = await fetchItem(row, site, ports);
    if (item.outcome === 'interrupted') return;
    items.push(item);
    ports.progress({ kind: 'item', column, url: row.url });
  });
  return items;
}

function fingerprintOf(first: ListReading | null): ListFingerprint | null {
  if (!first?.fingerprint) return null;
  return first.total === null ? first.fingerprint : { ...first.fingerprint, total: first.total };
}

const NOTHING_MISSING = { withdrawn: [], beyond: [], readdressed: [] };

/** Removals need a list that was surely this list. */
function isSure({ doubts }: Walk): boolean {
  return certaintyOf(doubts) === 'sure';
}

type LinkedRow = CrawledRow & { readonly url: string };

const hasUrl = (row: CrawledRow): row is LinkedRow => row.url !== null;

/** Known rows of the list that lie beyond the part just read: what could not be read of them last time may be had now. */
function otherRows(rows: readonly CrawledRow[], known: KnownColumn, site: Site): LinkedRow[] {
  const listed = new Set(rows.map((row) => row.item));
  return [...known.entries]
    .filter(([item]) => !listed.has(item) && !item.startsWith('row:'))
    .map(([item, entry]) => ({ ...entry, item, url: addressOf(item, site), shown: null }));
}

/** Where an item that is known by its key is asked for. */
function addressOf(item: ItemKey, site: Site): string {
  return `${new URL(site.url).protocol}//${item}`;
}

async function goneItems(missing: readonly ItemKey[], site: Site, ports: CrawlPorts): Promise<ItemKey[]> {
  const gone: ItemKey[] = [];
  const { addresses } = ports.profile();
  const checkable = missing.filter(
    (key) => !key.startsWith('row:') && !isForeign(addressOf(key, site), site.url) && !isPassing(addressOf(key, site), addresses),
  );
  await forEachOf(checkable.slice(0, REMOVALS_CHECKED), site.crawl.concurrency, ports.signal, async (key) => {
    const fetched = await ports.door.fetch({ url: addressOf(key, site), kind: 'page', settings: site.crawl, signal: ports.signal });
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
