import type { Clock } from '../../src/model/clock.ts';
import type { Randomness } from '../../src/model/randomness.ts';
import type { SizeLimit } from './body-reader.ts';
import type { ConnectionPools } from './connection-pools.ts';
import type { CookieJar } from './cookies.ts';
import type { FetchRequest, Redirect } from './fetched.ts';
import type { OwnHealth } from './own-health.ts';
import type { Pacing } from './pacing.ts';
import type { RobotsBook } from './robots-book.ts';
import type { TlsTrust } from './tls-trust.ts';

/** What the door has at hand for every task. */
export interface DoorParts {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly pools: ConnectionPools;
  readonly pacing: Pacing;
  readonly cookies: CookieJar;
  readonly trust: TlsTrust;
  readonly robots: RobotsBook;
  readonly health: OwnHealth;
  /** Headers of every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** What all tasks cost so far. */
  readonly traffic: { requests: number; notModified: number; bytes: number };
}

/** One fetch under way, over all its tries: what is asked, and what it has met and cost so far. */
export interface FetchTask {
  readonly request: FetchRequest;
  readonly limit: SizeLimit;
  readonly signal: AbortSignal;
  redirects: Redirect[];
  status: number | null;
  /** Where it has got to. */
  url: URL | null;
  tlsFault: string | null;
  cappedCrawlDelay: number | null;
  requests: number;
  transferred: number;
  /** What its last try took of the site's time. */
  milliseconds: number;
}

/** A fetch task at its beginning. */
export function newFetchTask(request: FetchRequest, limit: SizeLimit, signal: AbortSignal): FetchTask {
  const unmet = { redirects: [], status: null, url: null, tlsFault: null, cappedCrawlDelay: null };
  return { request, limit, signal, ...unmet, requests: 0, transferred: 0, milliseconds: 0 };
}

/** The time left of a fetch task's try. Waiting for our own turn does not count: it is not the site that is slow then. */
export interface Deadline {
  milliseconds: number;
}
