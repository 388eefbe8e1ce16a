import type { Day } from '../../src/model/day.ts';
import type { CrawlSettings, Unit } from '../../src/model/estate.ts';
import { type Outcome, outcomeFacts } from '../../src/model/outcome.ts';
import type { ListReading } from '../../src/model/reading.ts';
import { dialectOf } from '../dialects/dialects.ts';
import { decodePage } from '../door/decode.ts';
import type { Door } from '../door/door.ts';
import { kindOf } from '../reading/kind.ts';
import { findList, readList } from '../reading/lists/list.ts';
import { type Page, parsePage } from '../reading/page.ts';
import { canonicalUrl } from '../reading/urls.ts';
import { fetchThroughSignposts } from '../site/refresh.ts';
import { readBreadcrumb } from './breadcrumb.ts';
import { columnKey, columnLinks, onSite } from './links.ts';
import { dropRepeatedLists } from './repeats.ts';
import { unitNamed } from './units.ts';

/** A column that nobody described. */
export interface DiscoveredColumn {
  readonly name: string;
  /** Menu path, its own name last. */
  readonly path: readonly string[];
  readonly url: string;
  /** Unit that the path names, or null. */
  readonly unit: string | null;
  readonly columnType: string | null;
  /** Rows on its first page, or as many as the page claims to have. */
  readonly items: number;
  readonly lastPublished: Day | null;
}

export interface Discovery {
  readonly url: string;
  /** The site's own name, or null. */
  readonly name: string | null;
  /** 网站标识码 that the pages carry, or null. */
  readonly idCode: string | null;
  readonly columns: readonly DiscoveredColumn[];
  /** What came of the home page; anything but ok: nothing could be found out. */
  readonly outcome: Outcome;
  readonly detail: string | null;
  readonly visited: number;
  /** Pages that may be columns and could not be read. */
  readonly unread: readonly { readonly url: string; readonly name: string; readonly outcome: Outcome }[];
  /** Links left unvisited because the limit was reached. */
  readonly left: number;
}

export interface DiscoveryPorts {
  readonly door: Pick<Door, 'fetch'>;
  readonly settings: CrawlSettings;
  readonly units: readonly Unit[];
  readonly signal: AbortSignal;
  /** Pages visited at most; a portal of a city has some hundreds of columns. */
  readonly maxPages: number;
  progress(visited: number, found: number): void;
}

/** A page to visit, with the names of the links that led to it. */
interface Visit {
  readonly url: string;
  readonly trail: readonly string[];
  /** False: the link's words are not known, and the page must say itself what it is. */
  readonly named: boolean;
}

/** What a visited page turned out to be. */
export interface FoundList {
  readonly column: DiscoveredColumn;
  readonly reading: ListReading;
}

const TITLE_PARTS = /\s*[-_|–—]\s*/;
/** Menus are seldom deeper than this below the home page. */
const DEEPEST = 4;

/** Walks a site's menus from its home page and keeps the pages that are lists of items. */
export async function discover(home: string, ports: DiscoveryPorts): Promise<Discovery> {
  const first = await visit({ url: home, trail: [], named: true }, ports);
  if (first.page === null) {
    const nothing = { name: null, idCode: null, columns: [], unread: [], left: 0 };
    return { url: home, ...nothing, outcome: first.outcome, detail: first.detail, visited: 1 };
  }
  const tour = new Tour(first.page, ports);
  await tour.walk();
  return {
    url: home,
    name: siteName(first.page),
    idCode: first.page.meta.get('siteidcode') ?? null,
    columns: dropRepeatedLists(tour.found).map(({ column }) => column),
    outcome: 'ok',
    detail: null,
    visited: tour.visited,
    unread: tour.unread,
    left: tour.waiting.length,
  };
}

/** One walk through a site's menus. */
class Tour {
  readonly found: FoundList[] = [];
  readonly unread: { url: string; name: string; outcome: Outcome }[] = [];
  waiting: Visit[];
  visited = 1;
  private readonly home: Page;
  private readonly ports: DiscoveryPorts;
  private readonly asked: Set<string>;

  constructor(home: Page, ports: DiscoveryPorts) {
    this.home = home;
    this.ports = ports;
    this.asked = new Set([columnKey(home.url)]);
    this.waiting = this.linksOf(home, [], readList(home));
  }

  async walk(): Promise<void> {
    const { maxPages, settings, signal } = this.ports;
    while (this.waiting.length > 0 && this.visited < maxPages && !signal.aborted) {
      const batch = this.waiting.splice(0, Math.min(settings.concurrency, maxPages - this.visited));
      const results = await Promise.all(batch.map(async (next) => ({ next, ...(await visit(next, this.ports)) })));
      this.visited += results.length;
      for (const { next, page, outcome } of results) {
        if (page !== null) this.look(next, page);
        else if (outcomeFacts(outcome).reason !== null) this.unread.push({ url: next.url, name: next.trail.at(-1) ?? '', outcome });
      }
      this.ports.progress(this.visited, this.found.length);
    }
  }

  private look(next: Visit, page: Page): void {
    if (this.wasSentAway(next, page)) return;
    const findings = findList(page, dialectOf(page));
    const { reading } = findings;
    const isColumn = (reading.state === 'list' || reading.state === 'blank') && kindOf(page, findings) === 'list';
    if (isColumn) this.found.push({ column: describe(next, page, reading, this.ports.units), reading });
    if (next.trail.length < DEEPEST) this.waiting.push(...this.linksOf(page, isColumn ? next.trail.slice(0, -1) : next.trail, reading));
  }

  /** Whether the visit ended on a page that was visited already, or off the site. */
  private wasSentAway(next: Visit, page: Page): boolean {
    const key = columnKey(page.url);
    if (key === columnKey(next.url)) return false;
    if (this.asked.has(key) || !onSite(page.url, this.home.url)) return true;
    this.asked.add(key);
    return false;
  }

  private linksOf(page: Page, trail: readonly string[], reading: ListReading): Visit[] {
    const items = new Set([...reading.items, ...reading.blocks.flatMap((block) => block.items)].flatMap((entry) => entry.url ?? []));
    const further = new Set(reading.next.map((request) => columnKey(request.url)));
    const visits: Visit[] = [];
    for (const { url, name } of columnLinks(page, items)) {
      const key = columnKey(url);
      if (this.asked.has(key) || further.has(key)) continue;
      this.asked.add(key);
      visits.push({ url, trail: name === null ? trail : [...trail, name], named: name !== null });
    }
    return visits;
  }
}

async function visit(next: Visit, ports: DiscoveryPorts): Promise<{ page: Page | null; outcome: Outcome; detail: string | null }> {
  const fetched = await fetchThroughSignposts(ports.door, { url: next.url, kind: 'page', settings: ports.settings, signal: ports.signal });
  if (fetched.outcome !== 'ok' || fetched.bytes === null) return { page: null, outcome: fetched.outcome, detail: fetched.detail };
  return { page: parsePage(decodePage(fetched.bytes, fetched.contentType).text, fetched.finalUrl), outcome: 'ok', detail: null };
}

function describe(next: Visit, page: Page, reading: ListReading, units: readonly Unit[]): DiscoveredColumn {
  const printed = readBreadcrumb(page);
  const linked = next.named ? next.trail : [...next.trail, titleName(page)];
  const path = printed ?? linked;
  const name = reading.columnName ?? path.at(-1) ?? page.url;
  const days = reading.items.flatMap((entry) => entry.publishedOn ?? []).sort();
  return {
    name,
    path: path.at(-1) === name ? path : [...path, name],
    url: canonicalUrl(page.url, page.url) ?? next.url,
    unit: unitNamed([...path, ...next.trail], units)?.id ?? null,
    columnType: reading.columnType,
    items: reading.total ?? reading.items.length,
    lastPublished: days.at(-1) ?? null,
  };
}

function siteName(page: Page): string | null {
  return page.meta.get('sitename') ?? page.title?.split(TITLE_PARTS).at(-1) ?? null;
}

/** A column's page is titled `通知公告_某某局`. */
function titleName(page: Page): string {
  return page.title?.split(TITLE_PARTS)[0] ?? page.url;
}
