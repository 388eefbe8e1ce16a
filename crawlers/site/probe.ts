import type { Site } from '../../src/model/estate.ts';
import type { Probe } from '../../src/model/probes.ts';
import type { CrawlPorts } from './ports.ts';

/**
 * One light visit to a site's home page: a single try, as a person would make it who gives up after `seconds`.
 * It goes through the door like every other request, robots.txt included.
 */
export async function probeHome(
  site: Site,
  seconds: number,
  ports: Pick<CrawlPorts, 'door' | 'signal'>,
): Promise<Pick<Probe, 'at' | 'outcome' | 'milliseconds' | 'detail'>> {
  const settings = { ...site.crawl, timeoutSeconds: seconds };
  const fetched = await ports.door.fetch({ url: site.url, kind: 'page', settings, signal: ports.signal, retries: 0 });
  return { at: fetched.fetchedAt, outcome: fetched.outcome, milliseconds: fetched.milliseconds, detail: fetched.detail };
}
