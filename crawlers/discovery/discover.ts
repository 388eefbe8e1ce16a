import type { Day } from '../../src/model/day.ts';
import type { CrawlSettings, Unit } from '../../src/model/estate.ts';
import { type Outcome, outcomeFacts } from '../../src/model/outcome.ts';
import type { ListReading } from '../../src/model/reading.ts';
import { decodePage } from '../door/decode.ts';
import type { Door } from '../door/door.ts';
import { readList } from '../reading/lists/list.ts';
import { type Page, parsePage } from '../reading/page.ts';
import { readBreadcrumb } from './breadcrumb.ts';
import { columnKey, columnLinks } from './links.ts';
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
}

/** What a visited page turned out to be. */
export interface FoundList {
  readonly column: DiscoveredColumn;
  readonly reading: ListReading;
}

/** Menus are seldom deeper than this below the home page. */
const DEEPEST = 4;

/** Walks a site's menus from its home page and keeps the pages that are lists of items. */
export async function discover(home: string, ports: DiscoveryPorts): Promise<Discovery> {
  const first = await visit({ url: home, trail: [] }, ports);
  if (first.page === null) {
    return {
      url: home,
      name: null,
      idCode: null,
      columns: [],
      outcome: first.outcome,
      detail: first.detail,
      visited: 1,
      unread: [],
      left: 0,
    };
  }
  const asked = new Set([columnKey(home), columnKey(first.page.url)]);
  const found: FoundList[] = [];
  const unread: { url: string; name: string; outcome: Outcome }[] = [];
  let visited = 1;
  let waiting = linksOf(first.page, [], asked);
  while (waiting.length > 0 && visited < ports.maxPages && !ports.signal.aborted) {
    const batch = waiting.splice(0, Math.min(ports.settings.concurrency, ports.maxPages - visited));
    const results = await Promise.all(batch.map(async (next) => ({ next, ...(await visit(next, ports)) })));
    visited += results.length;
    for (const { next, page, outcome } of results) {
      if (page === null) {
        if (outcomeFacts(outcome).reason !== null) unread.push({ url: next.url, name: next.trail.at(-1) ?? '', outcome });
        continue;
      }
      const reading = readList(page);
      const isColumn = reading.state === 'list' || reading.state === 'blank';
      if (isColumn) found.push({ column: describe(next, page, reading, ports.units), reading });
      if (next.trail.length < DEEPEST)
        waiting = [...waiting, ...linksOf(page, isColumn ? next.trail.slice(0, -1) : next.trail, asked, reading)];
    }
    ports.progress(visited, found.length);
  }
  return {
    url: home,
    name: siteName(first.page),
    idCode: first.page.meta.get('siteidcode') ?? null,
    columns: dropRepeatedLists(found).map(({ column }) => column),
    outcome: 'ok',
    detail: null,
    visited,
    unread,
    left: waiting.length,
  };
}

async function visit(next: Visit, ports: DiscoveryPorts): Promise<{ page: Page | null; outcome: Outcome; detail: string | null }> {
  const fetched = await ports.door.fetch({ url: next.url, kind: 'page', settings: ports.settings, signal: ports.signal });
  if (fetched.outcome !== 'ok' || fetched.bytes === null) return { page: null, outcome: fetched.outcome, detail: fetched.detail };
  return { page: parsePage(decodePage(fetched.bytes, fetched.contentType).text, fetched.finalUrl), outcome: 'ok', detail: null };
}

function linksOf(page: Page, trail: readonly string[], asked: Set<string>, reading: ListReading = readList(page)): Visit[] {
  const items = new Set([...reading.items, ...reading.blocks.flatMap((block) => block.items)].flatMap((entry) => entry.url ?? []));
  const further = new Set(reading.next.map((request) => columnKey(request.url)));
  const visits: Visit[] = [];
  for (const { url, name } of columnLinks(page, items)) {
    const key = columnKey(url);
    if (asked.has(key) || further.has(key)) continue;
    asked.add(key);
    visits.push({ url, trail: [...trail, name] });
  }
  return visits;
}

function describe(next: Visit, page: Page, reading: ListReading, units: readonly Unit[]): DiscoveredColumn {
  const printed = readBreadcrumb(page);
  const path = printed ?? [...next.trail];
  const name = reading.columnName ?? path.at(-1) ?? next.trail.at(-1) ?? next.url;
  const days = reading.items.flatMap((entry) => entry.publishedOn ?? []).sort();
  return {
    name,
    path: path.at(-1) === name ? path : [...path, name],
    url: next.url,
    unit: unitNamed([...path, ...next.trail], units)?.id ?? null,
    columnType: reading.columnType,
    items: reading.total ?? reading.items.length,
    lastPublished: days.at(-1) ?? null,
  };
}

function siteName(page: Page): string | null {
  return page.meta.get('sitename') ?? page.title?.split(/\s*[-_|–—]\s*/).at(-1) ?? null;
}
