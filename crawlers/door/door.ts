import { lookup as systemLookup } from 'node:dns';
import { setMaxListeners } from 'node:events';
import { isIP, type LookupFunction } from 'node:net';
import type { Clock } from '../../src/model/clock.ts';
import type { Randomness } from '../../src/model/randomness.ts';
import type { Traffic } from '../../src/model/records.ts';
import type { SizeLimit } from './body-reader.ts';
import { ConnectionPools } from './connection-pools.ts';
import { CookieJar } from './cookies.ts';
import type { DoorParts } from './door-parts.ts';
import { interrupted, single } from './exchange.ts';
import { type FetchTask, newFetchTask } from './fetch-task.ts';
import type { Fetched, FetchRequest } from './fetched.ts';
import { InFlight } from './in-flight.ts';
import { type LoopDelay, measureLoopDelay } from './loop-delay.ts';
import { OwnHealth } from './own-health.ts';
import { Pacing } from './pacing.ts';
import { readRobots } from './read-robots.ts';
import { fetchWithRetries, type Result } from './retry.ts';
import { RobotsBook } from './robots-book.ts';
import { withoutCredentials } from './targets.ts';
import { TlsTrust } from './tls-trust.ts';

const MEBIBYTE = 1024 * 1024;
const LIMITS: Readonly<Record<FetchRequest['kind'], SizeLimit>> = {
  page: { bytes: 8 * MEBIBYTE, beyond: 'refuse' },
  attachment: { bytes: 32 * MEBIBYTE, beyond: 'refuse' },
};

export interface DoorOptions {
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** Who asks, as `product/version`; the product is also our name in robots.txt. Default: `gongkai/0.1`. */
  readonly product?: string;
  /** Where a webmaster reaches the people behind the requests: a URL or mail address, shown in the User-Agent. */
  readonly contact?: string | null;
  /** Turns names into addresses. Default: the system's resolver. */
  readonly lookup?: LookupFunction;
  /** How late our own event loop runs; closed with the door. Default: measured. */
  readonly loop?: LoopDelay;
}

/** The one door to the network: our HTTP client, with SSRF guard, rate limiter, retries, cookies and robots.txt. */
export interface Door {
  /** Fetches a URL. Never rejects for what a site or the network does: that is told by the outcome. */
  fetch(request: FetchRequest): Promise<Fetched>;
  /** The families of the addresses that a host's name has now: none where it has no address; null where that cannot be told. */
  addressFamilies(hostname: string): Promise<readonly (4 | 6)[] | null>;
  /** What all fetches have cost since the door was opened. */
  readonly traffic: Traffic;
  /** Ends every fetch under way as interrupted, and all connections. */
  close(): Promise<void>;
}

/** Opens the door. Whoever opens it closes it. */
export function openDoor(options: DoorOptions): Door {
  const product = options.product ?? 'gongkai/0.1';
  const closing = new AbortController();
  // Each robots.txt being read listens to it.
  setMaxListeners(0, closing.signal);
  const inFlight = new InFlight();
  const parts: DoorParts = {
    clock: options.clock,
    randomness: options.randomness,
    pools: new ConnectionPools(options.lookup ?? (systemLookup as LookupFunction)),
    pacing: new Pacing(options.clock),
    cookies: new CookieJar(),
    trust: new TlsTrust(options.clock),
    health: new OwnHealth(options.clock, options.loop ?? measureLoopDelay()),
    robots: new RobotsBook(options.clock, (origin, politeness) =>
      readRobots(origin, politeness, product.split('/', 1)[0]!, parts, closing.signal),
    ),
    headers: {
      'user-agent': userAgent(product, options.contact ?? null),
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-language': 'zh-CN,zh;q=0.9,en;q=0.3',
      'accept-encoding': 'gzip, deflate, br',
    },
    traffic: { requests: 0, notModified: 0, bytes: 0 },
  };

  return {
    traffic: parts.traffic,
    async fetch(request) {
      const stop = inFlight.begin(request.signal);
      if (closing.signal.aborted) stop.abort(interrupted());
      try {
        const task = newFetchTask(request, LIMITS[request.kind], stop.signal);
        const result = await fetchWithRetries(task, parts);
        if (result.judgement.outcome === 'not-modified') parts.traffic.notModified += 1;
        return report(result, task, parts);
      } finally {
        inFlight.end(stop, request.signal);
      }
    },
    addressFamilies: (hostname) => addressFamilies(hostname, options.lookup ?? (systemLookup as LookupFunction)),
    async close() {
      closing.abort(interrupted());
      inFlight.stop();
      parts.health.close();
      await parts.pools.close();
    },
  };
}

/** An honest User-Agent: who we are and where to reach us, in ASCII. */
function userAgent(product: string, contact: string | null): string {
  const ascii = contact?.replace(/[^\x20-\x7e]/g, '').trim();
  return ascii ? `${product} (+${ascii})` : product;
}

/** What a resolver says of a name that has no address. */
const NO_ADDRESS = new Set(['ENOTFOUND', 'ENODATA', 'EAI_NODATA', 'EAI_NONAME']);

/** Asks for each family by itself: a resolver that is asked for both leaves out what our own line could not use. */
async function addressFamilies(hostname: string, lookup: LookupFunction): Promise<readonly (4 | 6)[] | null> {
  if (isIP(hostname) !== 0 || !hostname.includes('.')) return null;
  const has = (family: 4 | 6) =>
    new Promise<boolean | null>((resolve) => {
      lookup(hostname, { family, all: true }, (error, found) => {
        if (error) return resolve(NO_ADDRESS.has(error.code ?? '') ? false : null);
        resolve((found as unknown as { family: number }[]).some((one) => one.family === family));
      });
    });
  const [four, six] = await Promise.all([has(4), has(6)]);
  return four === null || six === null ? null : [...(four ? [4 as const] : []), ...(six ? [6 as const] : [])];
}

function report({ arrival, judgement }: Result, task: FetchTask, { clock, pools }: Pick<DoorParts, 'clock' | 'pools'>): Fetched {
  const headers = arrival?.answer.headers ?? {};
  const url = withoutCredentials(task.request.url);
  return {
    outcome: judgement.outcome,
    status: task.status,
    url,
    finalUrl: (arrival?.url ?? task.url)?.href ?? url,
    redirects: task.redirects,
    contentType: single(headers['content-type']),
    etag: single(headers.etag),
    lastModified: single(headers['last-modified']),
    bytes: arrival && judgement.outcome !== 'not-modified' ? arrival.answer.bytes : null,
    tlsFallback: task.tlsFault !== null,
    tlsFault: task.tlsFault,
    certificateEnd: arrival ? pools.certificateEnd(arrival.url) : null,
    cappedCrawlDelay: task.cappedCrawlDelay,
    fetchedAt: clock.now(),
    detail: judgement.detail,
    requests: task.requests,
    transferred: task.transferred,
    milliseconds: task.milliseconds,
  };
}
