import { BasicCrawler, Configuration, LogLevel, log } from '@crawlee/basic';
import type { Column, Site } from '../../src/model/estate.ts';
import { crawlColumn } from './column.ts';
import type { CrawledColumn } from './crawled.ts';
import { failedColumn } from './failed-column.ts';
import { Patience } from './patience.ts';
import type { CrawlPorts, CrawlReach } from './ports.ts';

/** A column may take as long as its pages need; each page has its own deadline. */
const NO_LIMIT_SECONDS = 24 * 3600;

log.setLevel(LogLevel.OFF);

/**
 * Crawls the given columns of one site, several at a time. Crawlee drives the columns; each is kept as soon as it is read, so that
 * an interruption loses at most the ones under way, and then forgotten, since the texts of a site fill the memory. One bad column
 * never stops the others; only a store that does not take what was read ends the crawl with its error.
 */
export async function crawlSite(site: Site, columns: readonly Column[], reach: CrawlReach, ports: CrawlPorts): Promise<void> {
  const patience = new Patience();
  const byId = new Map(columns.map((column) => [column.id, column]));
  let failure: Error | null = null;
  const crawler = new BasicCrawler(
    {
      minConcurrency: Math.max(1, Math.min(site.crawl.concurrency, columns.length)),
      maxConcurrency: Math.max(1, site.crawl.concurrency),
      maxRequestRetries: 0,
      requestHandlerTimeoutSecs: NO_LIMIT_SECONDS,
      statisticsOptions: { saveErrorSnapshots: false, logIntervalSecs: NO_LIMIT_SECONDS },
      async requestHandler({ request }) {
        const column = byId.get(request.uniqueKey);
        if (!column || ports.signal.aborted || failure !== null) return;
        const result = patience.isOver(column.url)
          ? failedColumn(
              column,
              ports.clock.now(),
              patience.outcome(column.url),
              '网站一再没有答复，本次不再逐栏等待 · the site did not answer again and again, so this column was not waited for',
            )
          : await crawlOne(column, site, reach, ports);
        patience.note(column.url, result.outcome);
        await ports.keep(result);
        ports.progress({ kind: 'column', column, crawled: result });
      },
      failedRequestHandler(_, error) {
        failure ??= error;
      },
    },
    new Configuration({ persistStorage: false, purgeOnStart: false, availableMemoryRatio: 0.9 }),
  );
  await crawler.run(columns.map((column) => ({ url: column.url, uniqueKey: column.id })));
  if (failure !== null) throw failure;
}

/** A fault of ours in one column is recorded as ours, and the others go on. */
async function crawlOne(column: Column, site: Site, reach: CrawlReach, ports: CrawlPorts): Promise<CrawledColumn> {
  try {
    return await crawlColumn(column, site, reach, ports);
  } catch (error) {
    if (ports.signal.aborted) return failedColumn(column, ports.clock.now(), 'interrupted', null);
    const message = error instanceof Error ? error.message : String(error);
    return failedColumn(column, ports.clock.now(), 'unreadable', `gongkai 内部出错 · a fault of ours: ${message}`);
  }
}
