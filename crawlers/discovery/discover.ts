import type { Day } from '../../src/model/day.ts';
import type { CrawlSettings, Unit } from '../../src/model/estate.ts';
import { type Outcome, outcomeFacts } from '../../src/model/outcome.ts';
import type { ListReading } from '../../src/model/reading.ts';
import type { Door } from '../door/door.ts';
import type { ReaderPool } from '../reading/reader-pool.ts';
import { canonicalUrl } from '../reading/urls.ts';
import { fetchThroughSignposts } from '../site/signposts.ts';
import { columnKey, onSite } from './links.ts';
import { dropRepeatedLists } from './repeats.ts';
import type { Survey } from './survey.ts';
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
  readonly readers: Pick<ReaderPool, 'survey' | 'read'>;
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

/** Menus are seldom deeper than this below the home page. */
const DEEPEST = 4;

/** Walks a site's menus from its home page and keeps the pages that are lists of items. */
export async function discover(home: string, ports: DiscoveryPorts): Promise<Discovery> {
  const first = await visit({ url: home, trail: [], named: true }, ports);
  if (first.survey === null) {
    const nothing = { name: null, idCode: null, columns: [], unread: [], left: 0 };
    return { url: home, ...nothing, outcome: first.outcome, detail: first.detail, visited: 1 };
  }
  const tour = new Tour(first.survey, ports);
  await tour.walk();
  return {
    url: home,
    name: first.survey.siteName,
    idCode: first.survey.idCode,
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
  private readonly home: Survey;
  private readonly ports: DiscoveryPorts;
  private readonly asked: Set<string>;

  constructor(home: Survey, ports: DiscoveryPorts) {
    this.home = home;
    this.ports = ports;
    this.asked = new Set([columnKey(home.url)]);
    this.waiting = this.linksOf(home, []);
  }

  async walk(): Promise<void> {
    const { maxPages, settings, signal } = this.ports;
    while (this.waiting.length > 0 && this.visited < maxPages && !signal.aborted) {
      const batch = this.waiting.splice(0, Math.min(settings.concurrency, maxPages - this.visited));
      const results = await Promise.all(batch.map(async (next) => ({ next, ...(await visit(next, this.ports)) })));
      this.visited += results.length;
      for (const { next, survey, outcome } of results) {
        if (survey !== null) this.look(next, survey);
        else if (outcomeFacts(outcome).reason !== null) this.unread.push({ url: next.url, name: next.trail.at(-1) ?? '', outcome });
      }
      this.ports.progress(this.visited, this.found.length);
    }
  }

  private look(next: Visit, survey: Survey): void {
    if (this.wasSentAway(next, survey.url)) return;
    const { isColumn, reading } = survey;
    if (isColumn) this.found.push({ column: describe(next, survey, this.ports.units), reading });
    if (next.trail.length < DEEPEST) this.waiting.push(...this.linksOf(survey, isColumn ? next.trail.slice(0, -1) : next.trail));
  }

  /** Whether the visit ended on a page that was visited already, or off the site. */
  private wasSentAway(next: Visit, url: string): boolean {
    const key = columnKey(url);
    if (key === columnKey(next.url)) return false;
    if (this.asked.has(key) || !onSite(url, this.home.url)) return true;
    this.asked.add(key);
    return false;
  }

  private linksOf({ links, reading, isColumn }: Survey, trail: readonly string[]): Visit[] {
    // Where a page that is no list goes on, in a frame of it for example, may be a menu.
    const further = new Set(isColumn ? reading.next.map((request) => columnKey(request.url)) : []);
    const visits: Visit[] = [];
    for (const { url, name } of links) {
      const key = columnKey(url);
      if (this.asked.has(key) || further.has(key)) continue;
      this.asked.add(key);
      visits.push({ url, trail: name === null ? trail : [...trail, name], named: name !== null });
    }
    return visits;
  }
}

async function visit(next: Visit, ports: DiscoveryPorts): Promise<{ survey: Survey | null; outcome: Outcome; detail: string | null }> {
  const { door, settings, signal } = ports;
  const fetched = await fetchThroughSignposts(door, { url: next.url, kind: 'page', settings, signal });
  const { outcome, detail, bytes, contentType } = fetched;
  if (outcome !== 'ok' || bytes === null) return { survey: null, outcome, detail };
  const survey = await ports.readers.survey({ bytes, contentType, url: fetched.finalUrl + new URL(next.url).hash });
  if (survey.kind === 'error') return { survey: null, outcome: 'unreadable', detail: survey.error };
  return { survey: await withRowsOfApi(survey, ports), outcome, detail };
}

/** A column whose rows a script asks for is what the answer holds, under the address of its page. */
async function withRowsOfApi(survey: Survey, { door, readers, settings, signal }: DiscoveryPorts): Promise<Survey> {
  if (!survey.isShell) return survey;
  for (const request of survey.reading.next) {
    const { outcome, bytes, contentType, finalUrl } = await door.fetch({ ...request, kind: 'page', settings, signal });
    const answer = outcome === 'ok' && bytes !== null ? await readers.read({ bytes, contentType, url: finalUrl, kind: 'list' }) : null;
    if (answer?.kind === 'list' && answer.state === 'list')
      return { ...survey, isColumn: true, reading: { ...survey.reading, items: answer.items, total: answer.total } };
  }
  return survey;
}

function describe(next: Visit, { trail, ownName, reading, url }: Survey, units: readonly Unit[]): DiscoveredColumn {
  const linked = next.named ? next.trail : [...next.trail, ownName ?? url];
  const path = trail.length > 0 ? trail : linked;
  const name = reading.columnName ?? path.at(-1) ?? url;
  const days = reading.items.flatMap((entry) => entry.publishedOn ?? []).sort();
  return {
    name,
    path: path.at(-1) === name ? path : [...path, name],
    url: addressOf(url) ?? next.url,
    unit: unitNamed([...path, ...next.trail], units)?.id ?? null,
    columnType: reading.columnType,
    items: reading.total ?? reading.items.length,
    lastPublished: days.at(-1) ?? null,
  };
}

/** A column's canonical address; of single-page sites the fragment names it. */
function addressOf(url: string): string | null {
  const plain = canonicalUrl(url, url);
  return plain === null ? null : plain + new URL(url).hash;
}
