import type { Column, Site } from '../../src/model/estate.ts';
import type { ListReading } from '../../src/model/reading.ts';
import type { Fetched } from '../door/fetched.ts';
import { crawlColumn } from './column.ts';
import type { CrawledColumn } from './crawled.ts';
import { failedColumn } from './failed-column.ts';
import { learnFrom } from './learning.ts';
import { Patience } from './patience.ts';
import { forEachOf } from './pool.ts';
import type { CrawlPorts, CrawlReach } from './ports.ts';
import { surveyColumns } from './survey-columns.ts';

/** A site with fewer columns has nothing to compare them with. */
const FEW_COLUMNS = 3;

/**
 * Crawls the given columns of one site, several at a time. Each is kept as soon as it is read, so that
 * an interruption loses at most the ones under way, and then forgotten, since the texts of a site fill the memory. One bad column
 * never stops the others; only a store that does not take what was read ends the crawl with its error.
 */
export async function crawlSite(site: Site, columns: readonly Column[], reach: CrawlReach, ports: CrawlPorts): Promise<void> {
  const patience = new Patience();
  const profile = ports.profile();
  const isUnknown = profile.template.length === 0 && columns.length >= FEW_COLUMNS;
  const surveyed = isUnknown ? await surveyColumns(site, columns, patience, ports) : new Map<string, Fetched>();
  const seen = new Map<string, ListReading>();
  const store = { ...storePorts(ports), surveyed };
  await forEachOf(columns, site.crawl.concurrency, ports.signal, async (column) => {
    const result = patience.isOver(column.url)
      ? failedColumn(column, ports.clock.now(), patience.outcome(column.url), {
          zh: '网站一再没有答复，本次不再逐栏等待',
          en: 'the site did not answer again and again, so this column was not waited for',
        })
      : await crawlOne(column, site, reach, store);
    patience.note(column.url, result.outcome);
    if (result.seen) seen.set(column.id, result.seen);
    await ports.keep(result);
    ports.progress({ kind: 'column', column, crawled: result });
  });
  const learnt = learnFrom(seen, ports.profile());
  if (learnt) ports.learn(learnt);
}

/** The store did not answer: that is no trait of the column that was being read, and the crawl is tried again. */
class StoreTrouble extends Error {}

/** The ports, with errors of the store told from all others. */
function storePorts(ports: CrawlPorts): CrawlPorts {
  const told = (error: unknown): never => {
    throw new StoreTrouble('the store failed', { cause: error });
  };
  return { ...ports, known: (column) => ports.known(column).catch(told), knownItems: (keys) => ports.knownItems(keys).catch(told) };
}

/** A fault of ours in one column is recorded as ours, and the others go on; one of the store ends the crawl. */
async function crawlOne(column: Column, site: Site, reach: CrawlReach, ports: CrawlPorts): Promise<CrawledColumn> {
  try {
    return await crawlColumn(column, site, reach, ports);
  } catch (error) {
    if (error instanceof StoreTrouble) throw error.cause;
    if (ports.signal.aborted) return failedColumn(column, ports.clock.now(), 'interrupted', null);
    const message = error instanceof Error ? error.message : String(error);
    return failedColumn(column, ports.clock.now(), 'unreadable', { zh: `gongkai 内部出错：${message}`, en: `a fault of ours: ${message}` });
  }
}
