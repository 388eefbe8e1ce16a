import type { Column, Site } from '../../src/model/estate.ts';
import type { ListReading } from '../../src/model/reading.ts';
import type { Fetched } from '../door/fetched.ts';
import { learnFrom } from './learning.ts';
import type { Patience } from './patience.ts';
import { forEachOf } from './pool.ts';
import type { CrawlPorts } from './ports.ts';
import { fetchThroughSignposts } from './signposts.ts';

/** Columns whose first pages are looked at before any is read for good. */
const SAMPLE = 6;

/**
 * Learns a site that nobody knows yet from the first pages of some of its columns, so that each is read with what the others show.
 * Gives the pages back by column: they need not be asked for again.
 */
export async function surveyColumns(
  site: Site,
  columns: readonly Column[],
  patience: Patience,
  ports: CrawlPorts,
): Promise<Map<string, Fetched>> {
  const fetched = new Map<string, Fetched>();
  const readings = new Map<string, ListReading>();
  const sample = columns.filter((_, index) => index % Math.max(1, Math.floor(columns.length / SAMPLE)) === 0).slice(0, SAMPLE);
  await forEachOf(sample, site.crawl.concurrency, ports.signal, async (column) => {
    if (patience.isOver(column.url)) return;
    const page = await fetchThroughSignposts(ports.door, { url: column.url, kind: 'page', settings: site.crawl, signal: ports.signal });
    patience.note(column.url, page.outcome);
    fetched.set(column.id, page);
    if (page.outcome !== 'ok' || page.bytes === null) return;
    const { bytes, contentType, finalUrl: url } = page;
    const reading = await ports.readers.read({ bytes, contentType, url, kind: 'list' });
    if (reading.kind === 'list') readings.set(column.id, reading);
  });
  const learnt = learnFrom(readings, ports.profile());
  if (learnt) ports.learn(learnt);
  return fetched;
}
