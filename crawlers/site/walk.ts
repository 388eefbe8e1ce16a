import { createHash } from 'node:crypto';
import type { Column, Site } from '../../src/model/estate.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Entry, ListReading, PageRequest } from '../../src/model/reading.ts';
import type { KnownColumn } from '../../src/model/records.ts';
import type { Fetched } from '../door/fetched.ts';
import { readPage } from '../reading/read.ts';
import type { CrawledPage } from './crawled.ts';
import { driftOf } from './drift.ts';
import { itemKey } from './item-key.ts';
import type { CrawlPorts, CrawlReach } from './ports.ts';
import { fetchThroughSignposts } from './refresh.ts';
import { resolveRowYears } from './row-years.ts';

/** What walking a column's list pages came to. */
export interface Walk {
  /** Outcome of the first page; everything else hangs on it. */
  readonly outcome: Outcome;
  readonly detail: string | null;
  /** The first page is as it was: nothing else was asked for. */
  readonly unchanged: boolean;
  readonly entries: readonly Entry[];
  /** The first page's reading, or null where there is none. */
  readonly first: ListReading | null;
  readonly firstPage: {
    readonly url: string;
    readonly etag: string | null;
    readonly lastModified: string | null;
    readonly hash: string;
  } | null;
  readonly pages: readonly CrawledPage[];
  readonly unreadPages: readonly string[];
  /** Whether the end of the list or known ground was reached. */
  readonly complete: boolean;
  /** Whether every page of the list was read, down to its end. */
  readonly whole: boolean;
  readonly via: 'html' | 'api' | 'browser';
  readonly tlsFallback: boolean;
}

/**
 * Reads a column's list pages from the first until known ground, the end, a repetition or the limit.
 * Never throws for what the site does.
 */
export async function walkList(column: Column, site: Site, known: KnownColumn, reach: CrawlReach, ports: CrawlPorts): Promise<Walk> {
  const validators = reach.full ? null : known.firstPage;
  const fetched = await fetchThroughSignposts(ports.door, {
    url: column.url,
    kind: 'page',
    settings: site.crawl,
    signal: ports.signal,
    ...(validators ? { validators } : {}),
  });
  if (fetched.outcome === 'not-modified') return unchangedWalk(known, fetched);
  if (fetched.outcome !== 'ok' || fetched.bytes === null) return failedWalk(fetched);
  const hash = createHash('sha256').update(fetched.bytes).digest('hex');
  if (validators?.hash === hash && known.lastGood !== null) return unchangedWalk(known, fetched, hash);

  const first = await readFirstPage(column, site, fetched, ports);
  if (first.reading === null || first.reading.state === 'none' || first.reading.state === 'landing') {
    return { ...failedWalk(fetched), outcome: 'unreadable', detail: whyNoList(first.reading), first: first.reading, pages: [first.page] };
  }
  const drift = reach.full ? null : driftOf(first.reading, known);
  if (drift !== null) return { ...failedWalk(fetched), outcome: 'unreadable', detail: drift, first: first.reading, pages: [first.page] };
  const walk = new ListWalk(column, known, reach);
  walk.take(first.reading);
  ports.progress({ kind: 'list-page', column, url: fetched.finalUrl, rows: first.reading.items.length });
  for (let next = walk.next(site.crawl.maxPagesPerColumn); next; next = walk.next(site.crawl.maxPagesPerColumn)) {
    if (ports.signal.aborted) break;
    await readFurtherPage(next, walk, column, site, ports);
  }
  return {
    outcome: ports.signal.aborted ? 'interrupted' : 'ok',
    detail: null,
    unchanged: false,
    entries: resolveRowYears(walk.entries),
    first: first.reading,
    firstPage: { url: column.url, etag: fetched.etag, lastModified: fetched.lastModified, hash },
    pages: [first.page],
    unreadPages: walk.unread,
    // Beyond known ground the list is as complete as it was.
    complete: walk.ended && !ports.signal.aborted && (!walk.metKnownGround || known.lastGood?.complete === true),
    whole: walk.ended && !walk.metKnownGround && !ports.signal.aborted,
    via: first.via,
    tlsFallback: fetched.tlsFallback,
  };
}

/** Reads the first page as it came; where that shows no list, and a browser may be used, as the browser draws it. */
async function readFirstPage(column: Column, site: Site, fetched: Fetched, ports: CrawlPorts) {
  const reading = listFrom(fetched.bytes!, fetched.contentType, fetched.finalUrl);
  const page: CrawledPage = {
    url: fetched.finalUrl,
    bytes: fetched.bytes!,
    fetchedAt: fetched.fetchedAt,
    contentType: fetched.contentType,
  };
  const readable = reading?.state === 'list' || reading?.state === 'blank';
  if (ports.render === null || site.crawl.browser === 'never' || (readable && site.crawl.browser === 'auto')) {
    return { reading, page, via: reading?.items.length && isData(fetched.contentType) ? ('api' as const) : ('html' as const) };
  }
  const api = readable ? null : await readThroughApi(reading, column, site, ports);
  if (api) return { reading: api, page, via: 'api' as const };
  const rendered = await ports.render(column.url, site, ports.signal);
  if (rendered === null) return { reading, page, via: 'html' as const };
  const bytes = new TextEncoder().encode(rendered.html);
  return {
    reading: listFrom(bytes, 'text/html; charset=utf-8', rendered.finalUrl) ?? reading,
    page: { ...page, bytes, contentType: 'text/html; charset=utf-8' },
    via: 'browser' as const,
  };
}

/** A page that holds no rows but names where its script gets them. */
async function readThroughApi(reading: ListReading | null, column: Column, site: Site, ports: CrawlPorts): Promise<ListReading | null> {
  for (const request of reading?.next ?? []) {
    const fetched = await fetchPage(request, site, ports);
    const list = fetched.bytes && fetched.outcome === 'ok' ? listFrom(fetched.bytes, fetched.contentType, fetched.finalUrl) : null;
    if (list?.state === 'list') return { ...list, url: column.url };
  }
  return null;
}

async function readFurtherPage(request: PageRequest, walk: ListWalk, column: Column, site: Site, ports: CrawlPorts): Promise<void> {
  const fetched = await fetchPage(request, site, ports);
  const reading = fetched.outcome === 'ok' && fetched.bytes ? listFrom(fetched.bytes, fetched.contentType, fetched.finalUrl) : null;
  if (reading === null || reading.state !== 'list') {
    walk.miss(request);
    return;
  }
  walk.take(reading);
  ports.progress({ kind: 'list-page', column, url: request.url, rows: reading.items.length });
}

function fetchPage(request: PageRequest, site: Site, ports: CrawlPorts): Promise<Fetched> {
  return ports.door.fetch({ ...request, kind: 'page', settings: site.crawl, signal: ports.signal });
}

function listFrom(bytes: Uint8Array, contentType: string | null, url: string): ListReading | null {
  const reading = readPage({ bytes, contentType, url, kind: 'list' });
  return reading.kind === 'list' ? reading : null;
}

const isData = (contentType: string | null) => /json|xml/.test(contentType ?? '') && !/html/.test(contentType ?? '');

/** The state of one walk over list pages. */
class ListWalk {
  readonly entries: Entry[] = [];
  readonly unread: string[] = [];
  /** The end of the list or known ground was reached. */
  ended = false;
  metKnownGround = false;
  private readonly known: KnownColumn;
  private readonly stopAtKnown: boolean;
  private readonly seen = new Set<string>();
  private readonly asked: Set<string>;
  private waiting: PageRequest[] = [];
  private read = 0;

  constructor(column: Column, known: KnownColumn, reach: CrawlReach) {
    this.known = known;
    // Pages that could not be read last time lie beyond known ground: walk on to them.
    this.stopAtKnown = !reach.full && known.lastGood !== null && known.lastGood.unreadPages.length === 0;
    this.asked = new Set([requestKey({ url: column.url })]);
  }

  take(reading: ListReading): void {
    this.read++;
    let fresh = 0;
    let allKnown = reading.items.length > 0;
    for (const entry of reading.items) {
      const key = itemKey(entry);
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      this.entries.push(entry);
      fresh++;
      const before = this.known.entries.get(key);
      if (!before || before.title !== entry.title || (entry.publishedOn !== null && before.listedOn !== entry.publishedOn))
        allKnown = false;
    }
    this.asked.add(requestKey({ url: reading.url }));
    // A page that brings nothing new is a repetition: lists that answer every ?page= with their last page never end.
    this.metKnownGround = allKnown && this.stopAtKnown && reading.next.length > 0;
    if (fresh === 0 || this.metKnownGround) this.waiting = [];
    else this.wait(reading.next);
    if (this.waiting.length === 0) this.ended = this.unread.length === 0;
  }

  /** A further page could not be read: it is reported, and the ones known to follow are still tried. */
  miss(request: PageRequest): void {
    this.unread.push(request.url);
  }

  next(limit: number): PageRequest | null {
    if (this.read >= limit) return null;
    const request = this.waiting.shift() ?? null;
    if (request) this.asked.add(requestKey(request));
    return request;
  }

  private wait(next: readonly PageRequest[]): void {
    const waiting = new Set(this.waiting.map(requestKey));
    for (const request of next) {
      const key = requestKey(request);
      if (!this.asked.has(key) && !waiting.has(key)) {
        waiting.add(key);
        this.waiting.push(request);
      }
    }
  }
}

function requestKey(request: PageRequest): string {
  return `${request.method ?? 'GET'} ${request.url} ${request.body ?? ''}`;
}

function unchangedWalk(known: KnownColumn, fetched: Fetched, hash?: string): Walk {
  const before = known.firstPage;
  return {
    outcome: 'not-modified',
    detail: null,
    unchanged: true,
    entries: [],
    first: null,
    firstPage: before && {
      url: fetched.url,
      etag: fetched.etag ?? before.etag,
      lastModified: fetched.lastModified ?? before.lastModified,
      hash: hash ?? before.hash,
    },
    pages: [],
    unreadPages: known.lastGood?.unreadPages ?? [],
    complete: known.lastGood?.complete ?? false,
    whole: false,
    via: known.lastGood?.via ?? 'html',
    tlsFallback: fetched.tlsFallback,
  };
}

function failedWalk(fetched: Fetched): Walk {
  return {
    outcome: fetched.outcome,
    detail: fetched.detail,
    unchanged: false,
    entries: [],
    first: null,
    firstPage: null,
    pages: [],
    unreadPages: [],
    complete: false,
    whole: false,
    via: 'html',
    tlsFallback: fetched.tlsFallback,
  };
}

function whyNoList(reading: ListReading | null): string {
  if (reading?.state === 'landing') return '页面是汇总多个栏目的导航页，不是信息列表 · a landing page of several columns, not a list';
  return '页面已取到，但没有找到信息列表 · the page was fetched, but no list of items could be made out';
}
