import type { Day } from '../../src/model/day.ts';
import type { Unit } from '../../src/model/estate.ts';
import { type Outcome, outcomeFacts } from '../../src/model/outcome.ts';
import type { ListReading } from '../../src/model/reading.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import { canonicalUrl } from '../reading/urls.ts';
import { fetchThroughSignposts } from '../site/signposts.ts';
import { type PageKind, type Visit, type Visitor, walkFrontier } from './frontier.ts';
import { columnKey, onSite } from './links.ts';
import { type LookPorts, lookAt } from './look-at.ts';
import { dropRepeatedLists } from './repeats.ts';
import { type SurveyedPage, settle } from './settle.ts';
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
  readonly detail: Sentence | null;
  readonly visited: number;
  /** Pages that may be columns and could not be read. */
  readonly unread: readonly { readonly url: string; readonly name: string; readonly outcome: Outcome }[];
  /** Links left unvisited because the limit was reached. */
  readonly left: number;
}

export interface DiscoveryPorts extends LookPorts {
  readonly units: readonly Unit[];
  /** Pages visited at most; a portal of a city has some hundreds of columns. */
  readonly maxPages: number;
  progress(visited: number, found: number): void;
}

/** What a visited page turned out to be. */
interface FoundList {
  readonly column: DiscoveredColumn;
  readonly reading: ListReading;
}

/** Menus are seldom deeper than this below the home page. */
const DEEPEST = 4;

/** Walks a site's menus from its home page and keeps the pages that are lists of items. */
export async function discover(url: string, ports: DiscoveryPorts): Promise<Discovery> {
  const tour = new Tour(url, ports);
  const { settings, maxPages, signal } = ports;
  await walkFrontier(tour.home, { visitors: tour.visitors, concurrency: settings.concurrency, maxPages, signal });
  return tour.discovery();
}

/** One walk through a site's menus. */
class Tour {
  readonly home: Visit;
  readonly visitors: Readonly<Record<PageKind, Visitor>> = {
    home: (next) => this.#visit(next, (visited) => this.#lookAtHome(visited)),
    page: (next) => this.#visit(next, (visited) => this.#look(next, visited)),
  };
  readonly #ports: DiscoveryPorts;
  readonly #pages: (SurveyedPage & { readonly next: Visit })[] = [];
  #lists = 0;
  readonly #unread: { url: string; name: string; outcome: Outcome }[] = [];
  readonly #asked: Set<string>;
  #start: Visited = { page: null, outcome: 'interrupted', detail: null };
  #visited = 0;
  #linked = 1;

  constructor(url: string, ports: DiscoveryPorts) {
    this.home = { url, key: columnKey(url), trail: [], named: true };
    this.#ports = ports;
    this.#asked = new Set([this.home.key]);
  }

  async discovery(): Promise<Discovery> {
    const { page: home, outcome, detail } = this.#start;
    const base = { url: this.home.url, outcome, detail, visited: this.#visited };
    if (home === null) return { ...base, name: null, idCode: null, columns: [], unread: [], left: 0 };
    const pages = await settle(this.#pages, this.#ports);
    // A page that stands within a column's is that column.
    const within = new Set(
      pages
        .flatMap(({ survey: { isColumn, isShell, reading } }) => (isColumn && isShell ? reading.next : []))
        .map(({ url }) => columnKey(url)),
    );
    const found = pages
      .filter(({ survey }) => !within.has(columnKey(survey.url)))
      .flatMap(({ next, survey }) => (survey.isColumn ? [foundIn(next, survey, this.#ports.units)] : []));
    return {
      ...base,
      name: home.survey.siteName,
      idCode: home.survey.idCode,
      columns: dropRepeatedLists(found).map(({ column }) => column),
      unread: this.#unread,
      left: this.#linked - this.#visited,
    };
  }

  async #visit(next: Visit, look: (visited: Visited) => readonly Visit[]): Promise<() => readonly Visit[]> {
    const visited = await visit(next, this.#ports);
    return () => {
      this.#visited++;
      const further = look(visited);
      this.#linked += further.length;
      this.#ports.progress(this.#visited, this.#lists);
      return further;
    };
  }

  #lookAtHome(visited: Visited): readonly Visit[] {
    this.#start = visited;
    if (visited.page === null) return [];
    this.#asked.add(columnKey(visited.page.survey.url));
    return this.#linksOf(visited.page.survey, []);
  }

  #look(next: Visit, { page, outcome }: Visited): readonly Visit[] {
    if (page === null) {
      if (outcomeFacts(outcome).reason !== null) this.#unread.push({ url: next.url, name: next.trail.at(-1) ?? '', outcome });
      return [];
    }
    const { survey } = page;
    if (this.#wasSentAway(next, survey.url)) return [];
    const { isColumn } = survey;
    this.#pages.push({ ...page, next });
    this.#lists += Number(isColumn);
    return next.trail.length < DEEPEST ? this.#linksOf(survey, isColumn ? next.trail.slice(0, -1) : next.trail) : [];
  }

  /** Whether the visit ended on a page that was visited already, or off the site. */
  #wasSentAway(next: Visit, url: string): boolean {
    const key = columnKey(url);
    if (key === next.key) return false;
    if (this.#asked.has(key) || !onSite(url, this.#start.page?.survey.url ?? this.home.url)) return true;
    this.#asked.add(key);
    return false;
  }

  #linksOf({ links, reading, isColumn }: Survey, trail: readonly string[]): Visit[] {
    // Where a page that is no list goes on, in a frame of it for example, may be a menu.
    const further = new Set(isColumn ? reading.next.map((request) => columnKey(request.url)) : []);
    const visits: Visit[] = [];
    for (const { url, name } of links) {
      const key = columnKey(url);
      if (this.#asked.has(key) || further.has(key)) continue;
      this.#asked.add(key);
      visits.push({ url, key, trail: name === null ? trail : [...trail, name], named: name !== null });
    }
    return visits;
  }
}

/** What came of a visit; without a page nothing could be read. */
interface Visited {
  readonly page: SurveyedPage | null;
  readonly outcome: Outcome;
  readonly detail: Sentence | null;
}

async function visit(next: Visit, ports: DiscoveryPorts): Promise<Visited> {
  const { door, settings, signal } = ports;
  const fetched = await fetchThroughSignposts(door, { url: next.url, kind: 'page', settings, signal });
  const { outcome, detail, bytes, contentType } = fetched;
  if (outcome !== 'ok' || bytes === null) return { page: null, outcome, detail };
  const source = { bytes, contentType, url: fetched.finalUrl + new URL(next.url).hash };
  const survey = await lookAt(source, ports);
  if (survey.kind === 'error') return { page: null, outcome: 'unreadable', detail: survey.error };
  return { page: { source, survey }, outcome, detail };
}

function foundIn(next: Visit, survey: Survey, units: readonly Unit[]): FoundList {
  return { column: describe(next, survey, units), reading: survey.reading };
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
