import type { Column, Site } from '../../src/model/estate.ts';
import type { ListReading } from '../../src/model/reading.ts';
import type { SiteProfile } from '../../src/model/site-profile.ts';
import type { Fetched } from '../door/fetched.ts';
import { crawlColumn } from './column.ts';
import type { CrawledColumn } from './crawled.ts';
import { failedColumn } from './failed-column.ts';
import { learnFrom } from './learning.ts';
import { Patience } from './patience.ts';
import { forEachOf } from './pool.ts';
import type { CrawlPorts, CrawlReach, SitePorts } from './ports.ts';
import { Twins } from './twins.ts';

/** A site with fewer columns has nothing to compare them with. */
const FEW_COLUMNS = 3;
/** First pages that are kept until their site is known. */
const MOST_PUT_OFF = 200;
/** Rounds in which columns may be put off. */
const MOST_ROUNDS = 3;

/**
 * Crawls the given columns of one site, several at a time. Each is kept as soon as it is read, so that
 * an interruption loses at most the ones under way, and then forgotten, since the texts of a site fill the memory. Columns whose first
 * pages the site as known so far does not explain wait until the others were seen, and are read with what all of them show: their pages
 * are not asked for again. One bad column never stops the others; only a store that does not take what was read ends the crawl with its error.
 */
export async function crawlSite(site: Site, columns: readonly Column[], reach: CrawlReach, ports: SitePorts): Promise<void> {
  const crawl: SiteCrawl = { site, reach, patience: new Patience(), seen: new Map(), drawn: new Set() };
  const handed = { ...storePorts(ports), twins: new Twins() };
  const fetched = new Map<string, Fetched>();
  let waiting = columns;
  let mayWait = columns.length >= FEW_COLUMNS;
  for (let round = 1; waiting.length > 0; round++) {
    const later = new Map<string, ListReading>();
    const putOff: CrawlPorts['putOff'] = (column, page, reading) => {
      if (later.size >= MOST_PUT_OFF) return false;
      fetched.set(column.id, page);
      later.set(column.id, reading);
      return true;
    };
    await crawlColumns(waiting, crawl, { ...handed, fetched, ...(mayWait ? { putOff } : {}) });
    for (const [column, reading] of later) crawl.seen.set(column, reading);
    waiting = waiting.filter(({ id }) => later.has(id));
    // What was learnt shows more of the pages that wait, which may tell of the site in turn.
    mayWait = learn(crawl, ports) && round < MOST_ROUNDS;
  }
}

interface SiteCrawl {
  readonly site: Site;
  readonly reach: CrawlReach;
  readonly patience: Patience;
  /** First pages of columns as they were read. */
  readonly seen: Map<string, ListReading>;
  /** Columns whose rows a browser had to draw. */
  readonly drawn: Set<string>;
}

/** Learns the site from what was seen of it; whether that showed something new. */
function learn({ seen, drawn }: SiteCrawl, ports: SitePorts): boolean {
  const before = ports.profile();
  const learnt = learnFrom(seen, before, drawn);
  if (learnt === null) return false;
  ports.learn({ ...learnt, learntAt: ports.clock.now() });
  const placesOf = ({ frame, template }: Pick<SiteProfile, 'frame' | 'template'>) =>
    [...frame, { place: '|' }, ...template].map(({ place }) => place).join(' ');
  return placesOf(before) !== placesOf(ports.profile());
}

async function crawlColumns(
  columns: readonly Column[],
  { site, reach, patience, seen, drawn }: SiteCrawl,
  ports: CrawlPorts,
): Promise<void> {
  await forEachOf(columns, site.crawl.concurrency, ports.signal, async (column) => {
    const result = patience.isOver(column.url)
      ? failedColumn(column, ports.clock.now(), patience.outcome(column.url), {
          zh: '网站一再没有答复，本次不再逐栏等待',
          en: 'the site did not answer again and again, so this column was not waited for',
        })
      : await crawlOne(column, site, reach, ports);
    // A page that was put off was answered.
    patience.note(column.url, result?.outcome ?? 'ok');
    if (result === null) return;
    if (result.seen) seen.set(column.id, result.seen);
    if (result.seen && result.via === 'browser') drawn.add(column.id);
    await ports.keep(result);
    ports.progress({ kind: 'column', column, crawled: result });
  });
}

/** The store did not answer: that is no trait of the column that was being read, and the crawl is tried again. */
class StoreTrouble extends Error {}

/** The ports, with errors of the store told from all others. */
function storePorts(ports: SitePorts): SitePorts {
  const told = (error: unknown): never => {
    throw new StoreTrouble('the store failed', { cause: error });
  };
  return { ...ports, known: (column) => ports.known(column).catch(told), knownItems: (keys) => ports.knownItems(keys).catch(told) };
}

/** A fault of ours in one column is recorded as ours, and the others go on; one of the store ends the crawl. Null: it was put off. */
async function crawlOne(column: Column, site: Site, reach: CrawlReach, ports: CrawlPorts): Promise<CrawledColumn | null> {
  try {
    return await crawlColumn(column, site, reach, ports);
  } catch (error) {
    if (error instanceof StoreTrouble) throw error.cause;
    if (ports.signal.aborted) return failedColumn(column, ports.clock.now(), 'interrupted', null);
    const message = error instanceof Error ? error.message : String(error);
    return failedColumn(column, ports.clock.now(), 'unreadable', { zh: `gongkai 内部出错：${message}`, en: `a fault of ours: ${message}` });
  }
}
