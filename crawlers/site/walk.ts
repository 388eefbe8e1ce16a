import { createHash } from 'node:crypto';
import { certaintyOf, type Doubt } from '../../src/model/certainty.ts';
import type { Column, Site } from '../../src/model/estate.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Entry, ListReading, PageRequest } from '../../src/model/reading.ts';
import type { KnownColumn, PageMarks } from '../../src/model/records.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import type { AddressHabits } from '../../src/model/site-profile.ts';
import type { Fetched } from '../door/fetched.ts';
import { furtherRequests } from '../reading/data/further-requests.ts';
import type { PageSource } from '../reading/read.ts';
import { mayChange, withoutIgnored } from './addresses.ts';
import type { CrawledPage } from './crawled.ts';
import { doubtsOf } from './doubts.ts';
import { driftOf } from './drift.ts';
import { isRowsOfApi, ListWalk } from './list-walk.ts';
import { isCaughtLying, mustLook, mustWalk, pagesToLookAt } from './looking.ts';
import { movedTo } from './moved.ts';
import { shareKnown } from './overlap.ts';
import { isAtPlace, isBesideList, isUnfamiliar } from './places.ts';
import type { CrawlPorts, CrawlReach } from './ports.ts';
import { resolveRowYears } from './row-years.ts';
import { asKnown, keyer, learnFromRows } from './rows.ts';
import { fetchThroughSignposts } from './signposts.ts';

/** What walking a column's list pages came to. */
export interface Walk {
  /** Outcome of the first page; everything else hangs on it. */
  readonly outcome: Outcome;
  readonly detail: Sentence | null;
  /** The first page is as it was: nothing else was asked for. */
  readonly unchanged: boolean;
  readonly entries: readonly Entry[];
  /** The first page's reading, or null where there is none. */
  readonly first: ListReading | null;
  readonly firstPage: PageMarks | null;
  readonly pages: readonly CrawledPage[];
  readonly unreadPages: readonly string[];
  /** Whether the end of the list or known ground was reached. */
  readonly complete: boolean;
  /** Whether every page of the list was read, down to its end. */
  readonly whole: boolean;
  readonly via: 'html' | 'api' | 'browser';
  /** It was put off until more of its site is known: nothing else here holds. */
  readonly putOff?: true;
  /** What speaks against its being the column's list as it stands now. */
  readonly doubts: readonly Doubt[];
  readonly tlsFallback: boolean;
}

/**
 * Reads a column's list pages from the first until known ground, the end, a repetition or the limit.
 * Never throws for what the site does.
 */
export async function walkList(column: Column, site: Site, known: KnownColumn, reach: CrawlReach, ports: CrawlPorts): Promise<Walk> {
  const deep = pagesToLookAt(column, known, reach);
  const looks = deep > 0 || mustLook(known, reach, ports.isAccused(column, known));
  const request = { url: column.url, kind: 'page', settings: site.crawl, signal: ports.signal } as const;
  const anew = looks && known.firstPage !== null ? { headers: { 'cache-control': 'no-cache' } } : {};
  const condition = known.firstPage !== null && !looks ? { validators: known.firstPage } : {};
  const fetched = ports.fetched?.get(column.id) ?? (await fetchThroughSignposts(ports.door, { ...request, ...anew, ...condition }));
  if (fetched.outcome === 'not-modified') return unchangedWalk(known, fetched, known.firstPage!.lookedAsOf, ['said-unchanged']);
  if (fetched.outcome !== 'ok' || fetched.bytes === null) return failedWalk(fetched);
  const mayStop =
    known.lastGood !== null && deep === 0 && !mustWalk(known, reach) && known.lastGood.doubts.every((doubt) => doubt === 'said-unchanged');
  if (mayStop && known.firstPage?.hash === hashOf(fetched.bytes)) return unchangedWalk(known, fetched, reach.asOf, []);

  const first = await readFirstPage(column, site, fetched, known, ports);
  if (first === null) return { ...failedWalk(fetched), putOff: true };
  const moved = movedTo({
    column,
    site,
    siblings: ports.siblings,
    known,
    home: ports.profile().home,
    fetched,
    reading: first.reading,
  });
  if (moved !== null) return { ...failedWalk(fetched), outcome: 'moved', detail: moved, first: first.reading, pages: [first.page] };
  const hash = hashOf(first.page.bytes);
  const marks = validatorsOf(first.page, fetched);
  if (mayStop && known.firstPage?.hash === hash) return unchangedWalk(known, fetched, reach.asOf, [], marks);
  if (first.reading === null || first.reading.state === 'none' || first.reading.state === 'landing') {
    return {
      ...failedWalk(fetched),
      outcome: 'unreadable',
      detail: first.error ?? whyNoList(first.reading),
      first: first.reading,
      pages: [first.page],
    };
  }
  const doubts = doubtsOf({ column, known, reading: first.reading, finalUrl: fetched.finalUrl, siblings: ports.siblings });
  const drift = reach.full ? null : driftOf(first.reading, known, ports.profile(), certaintyOf(doubts));
  if (drift !== null) return { ...failedWalk(fetched), outcome: 'unreadable', detail: drift, first: first.reading, pages: [first.page] };
  const ask = (validators: PageMarks) => ports.door.fetch({ ...request, validators });
  const isNew = shareKnown(first.reading.items, known) < 1;
  const liar =
    known.firstPage?.liar || (looks && isNew && known.firstPage !== null && (await isCaughtLying(known.firstPage, fetched, ask)));
  const addresses = await learnAddresses(first.reading.items, column, site, known, ports);
  ports.learn({ addresses });
  const walk = new ListWalk(column, known, keyer(known, addresses, ports.twins.of(first.reading.items, known)), reach, deep);
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
    firstPage: { ...marks, hash, lookedAsOf: reach.asOf, liar: liar === true },
    doubts,
    pages: [first.page],
    unreadPages: walk.unread,
    // Beyond known ground the list is as complete as it was.
    complete: walk.ended && !ports.signal.aborted && (!walk.metKnownGround || wasComplete(known)),
    whole: walk.ended && !walk.metKnownGround && !ports.signal.aborted,
    via: first.via,
    tlsFallback: fetched.tlsFallback,
  };
}

/**
 * What in the addresses of a list does not matter: compared with those known, or, where none are and some part may change with each
 * visit, with those that a second visit shows.
 */
async function learnAddresses(
  entries: readonly Entry[],
  column: Column,
  site: Site,
  known: KnownColumn,
  ports: CrawlPorts,
): Promise<AddressHabits> {
  const { addresses } = ports.profile();
  if (known.entries.size > 0) return learnFromRows(entries, known, addresses);
  const urls = entries.flatMap(({ url }) => (url === null ? [] : [withoutIgnored(url, addresses)]));
  if (!mayChange(urls, column.url)) return addresses;
  const again = await fetchPage({ url: column.url }, site, ports);
  const { list } = again.outcome === 'ok' ? await listFrom({ ...again, told: toldOf(column, site) }, ports) : NOT_READ;
  return list ? learnFromRows(entries, asKnown(list.items), addresses) : addresses;
}

/** Whether nothing was missing beyond known ground but pages that could not be read, all of which are asked for again. */
function wasComplete({ lastGood }: KnownColumn): boolean {
  return lastGood !== null && (lastGood.complete || lastGood.unreadPages.length > 0);
}

/** What a first page was read from: the page as it came, the answer of an API that it names, or what a browser drew. */
interface FirstPage {
  readonly reading: ListReading | null;
  /** Why the page could not be read at all, or null. */
  readonly error: Sentence | null;
  readonly page: CrawledPage;
  readonly via: Walk['via'];
}

/**
 * Reads the first page as it came (with the fragment that names the column on single-page sites); where that shows no list, through the API that it names; else, where one may be used, as a browser draws it.
 * Null where it was put off: it is told better when more of its site is known.
 */
async function readFirstPage(
  column: Column,
  site: Site,
  fetched: Fetched,
  known: KnownColumn,
  ports: CrawlPorts,
): Promise<FirstPage | null> {
  const { list: seen, error } = await listFrom(
    { ...fetched, finalUrl: fetched.finalUrl + new URL(column.url).hash, told: toldOf(column, site) },
    ports,
  );
  const { template } = ports.profile();
  const reading = seen && mayBeDrawn(seen) && !isAtPlace(seen, template) ? { ...seen, state: 'none' as const } : seen;
  const readable = isReadable(reading);
  const plain: FirstPage = { reading, error, page: pageOf(fetched), via: readable && isData(fetched.contentType) ? 'api' : 'html' };
  const undrawn = readable ? plain : ((await readThroughApi(reading, column, site, ports)) ?? plain);
  if (undrawn.reading !== null && isUnfamiliar(undrawn.reading, known, template) && ports.putOff?.(column, fetched, undrawn.reading))
    return null;
  const isEnough = isReadable(undrawn.reading) && site.crawl.browser !== 'always' && !isBesideList(undrawn.reading, template);
  return isEnough ? undrawn : ((await readDrawn(fetched, column, site, ports)) ?? undrawn);
}

const isReadable = (reading: ListReading | null): reading is ListReading => reading?.state === 'list' || reading?.state === 'blank';

/** An empty list with an id, where nothing says that there is nothing: the page's script may be about to fill it. */
function mayBeDrawn({ state, fingerprint }: ListReading): boolean {
  return state === 'blank' && /(?:ul|ol|dl|table|tbody)#[^>]{1,500}$/.test(fingerprint?.place ?? '');
}

/** A page that holds no rows but names where its script gets them. */
async function readThroughApi(reading: ListReading | null, column: Column, site: Site, ports: CrawlPorts): Promise<FirstPage | null> {
  for (const request of reading?.next ?? []) {
    const fetched = await fetchPage(request, site, ports);
    const { list } = fetched.outcome === 'ok' ? await listFrom({ ...fetched, told: toldOf(column, site) }, ports) : NOT_READ;
    if (list?.state === 'list' || (list?.state === 'blank' && isAtPlace(list, ports.profile().template)))
      return { reading: { ...list, url: column.url, next: nextOf(list, request) }, error: null, page: pageOf(fetched), via: 'api' };
  }
  return null;
}

/** The page as a browser draws it; null where none may be used or it draws no list either. */
async function readDrawn(fetched: Fetched, column: Column, site: Site, ports: CrawlPorts): Promise<FirstPage | null> {
  if (ports.render === null || site.crawl.browser === 'never') return null;
  const rendered = await ports.render(fetched.finalUrl, site, ports.signal);
  if (rendered === null) return null;
  const bytes = new TextEncoder().encode(rendered.html);
  const { finalUrl: drawnUrl, screenshot, complete: drawn } = rendered;
  const page = { ...pageOf(fetched), url: drawnUrl, bytes, contentType: 'text/html; charset=utf-8', screenshot };
  const { list: reading } = await listFrom({ ...page, finalUrl: page.url, told: toldOf(column, site), drawn }, ports);
  return reading?.state === 'list' || reading?.state === 'blank' ? { reading, error: null, page, via: 'browser' } : null;
}

function pageOf(fetched: Fetched): CrawledPage {
  const { finalUrl: url, bytes, fetchedAt, contentType } = fetched;
  return { url, bytes: bytes!, fetchedAt, contentType, screenshot: null };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The page's validators, where its own bytes hold the list: the shell around a script's list stays the same while the list goes on. */
function validatorsOf(page: CrawledPage, fetched: Fetched): Pick<Fetched, 'etag' | 'lastModified'> {
  return page.bytes === fetched.bytes ? { etag: fetched.etag, lastModified: fetched.lastModified } : { etag: null, lastModified: null };
}

async function readFurtherPage(request: PageRequest, walk: ListWalk, column: Column, site: Site, ports: CrawlPorts): Promise<void> {
  const fetched = await fetchPage(request, site, ports);
  const { list: reading } = fetched.outcome === 'ok' ? await listFrom({ ...fetched, told: toldOf(column, site) }, ports) : NOT_READ;
  // A page beyond the last row is the list's end, as one that repeats is.
  const isPastTheEnd = reading?.state === 'blank' || (reading?.state === 'none' && reading.why.emptyPlace !== null);
  if (reading && (reading.state === 'list' || isPastTheEnd)) {
    walk.take({ ...reading, next: nextOf(reading, request) });
    ports.progress({ kind: 'list-page', column, url: request.url, rows: reading.items.length });
  } else if (fetched.outcome === 'ok' && walk.isGuess(request)) walk.end();
  else walk.miss(request);
}

function fetchPage(request: PageRequest, site: Site, ports: CrawlPorts): Promise<Fetched> {
  return ports.door.fetch({ ...request, kind: 'page', settings: site.crawl, signal: ports.signal });
}

type ToldOrDrawn = Pick<PageSource, 'told' | 'drawn'>;

/** How a person says that a column's list is read. */
const toldOf = (column: Column, site: Site) => column.read ?? site.read;

async function listFrom(
  { bytes, contentType, finalUrl: url, told, drawn }: Pick<Fetched, 'bytes' | 'contentType' | 'finalUrl'> & ToldOrDrawn,
  { readers, profile }: CrawlPorts,
): Promise<ListRead> {
  const { frame, template, scripts } = profile();
  const source = {
    bytes: bytes ?? new Uint8Array(),
    contentType,
    url,
    kind: 'list',
    knowledge: { frame, template, scripts },
    told,
    links: true,
  } as const;
  const reading = await readers.read(drawn ? { ...source, drawn } : source);
  return reading.kind === 'list' ? { list: reading, error: null } : { ...NOT_READ, error: reading.kind === 'error' ? reading.error : null };
}

/** What came of reading a page as a list; `error` says why it could not be read within bounds. */
interface ListRead {
  readonly list: ListReading | null;
  readonly error: Sentence | null;
}

const NOT_READ: ListRead = { list: null, error: null };

/** Where the list goes on: as the page says, else, of an API, by the counting of the request that it answers. */
function nextOf(reading: ListReading, request: PageRequest): readonly PageRequest[] {
  const counts = reading.next.length === 0 && (isRowsOfApi(reading) || (request.method === 'POST' && reading.total !== null));
  return counts ? furtherRequests(request, reading) : reading.next;
}

const isData = (contentType: string | null) => /json|xml/.test(contentType ?? '') && !/html/.test(contentType ?? '');

/** Nothing changed since the last reading, as the site says or as the page shows. What was doubtful then still is. */
function unchangedWalk(
  known: KnownColumn,
  fetched: Fetched,
  lookedAsOf: Date,
  doubts: readonly Doubt[],
  marks: Pick<Fetched, 'etag' | 'lastModified'> = fetched,
): Walk {
  const before = known.firstPage;
  const kept = (known.lastGood?.doubts ?? []).filter((doubt) => doubt !== 'said-unchanged');
  return {
    outcome: 'not-modified',
    detail: null,
    unchanged: true,
    entries: [],
    first: null,
    firstPage: before && {
      etag: marks.etag ?? before.etag,
      lastModified: marks.lastModified ?? before.lastModified,
      hash: before.hash,
      lookedAsOf,
      liar: before.liar,
    },
    doubts: [...kept, ...doubts],
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
    doubts: [],
    pages: [],
    unreadPages: [],
    complete: false,
    whole: false,
    via: 'html',
    tlsFallback: fetched.tlsFallback,
  };
}

function whyNoList(reading: ListReading | null): Sentence {
  if (reading?.state === 'landing')
    return { zh: '页面是汇总多个栏目的导航页，不是信息列表', en: 'a landing page of several columns, not a list' };
  return { zh: '页面已取到，但没有找到信息列表', en: 'the page was fetched, but no list of items could be made out' };
}
