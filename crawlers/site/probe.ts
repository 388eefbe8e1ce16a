import type { Site } from '../../src/model/estate.ts';
import type { Probe } from '../../src/model/probes.ts';
import type { CrawlPorts } from './ports.ts';

/**
 * One light visit to a site's home page: a single try, as a person would make it who gives up after `seconds`.
 * It goes through the door like every other request and keeps to robots.txt. Where that cannot be had because the server fails, the home
 * page alone is asked for all the same: a site that is down altogether answers so, and one visit is no crawl.
 */
export async function probeHome(
  site: Site,
  seconds: number,
  ports: Pick<CrawlPorts, 'door' | 'signal'>,
): Promise<Pick<Probe, 'at' | 'outcome' | 'milliseconds' | 'detail'>> {
  const settings = { ...site.crawl, timeoutSeconds: seconds };
  const visit = { url: site.url, kind: 'page', settings, signal: ports.signal, retries: 0 } as const;
  const first = await ports.door.fetch(visit);
  const fetched =
    first.outcome === 'robots-unavailable' ? await ports.door.fetch({ ...visit, settings: { ...settings, respectRobots: false } }) : first;
  return { at: fetched.fetchedAt, outcome: fetched.outcome, milliseconds: fetched.milliseconds, detail: fetched.detail };
}
