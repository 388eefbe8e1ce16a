import type { SizeLimit } from './body-reader.ts';
import type { FetchRequest, Redirect } from './fetched.ts';

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
