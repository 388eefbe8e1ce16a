import type { CrawlSettings } from '../../src/model/estate.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Sentence } from '../../src/model/sentence.ts';

/** The settings of a site's crawl that the door keeps to. */
export type Politeness = Pick<
  CrawlSettings,
  'requestsPerSecond' | 'concurrency' | 'timeoutSeconds' | 'respectRobots' | 'allowPrivateNetworks'
>;

/** What to fetch, and how. */
export interface FetchRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: string | Uint8Array;
  /** Sent to the URL's own host only, never on to another one that it redirects to. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A page may have 8 MiB, an attachment 32 MiB, counted after decompression. */
  readonly kind: 'page' | 'attachment';
  /** From the last time it was read, for an answer of `not-modified`. */
  readonly validators?: { readonly etag: string | null; readonly lastModified: string | null };
  readonly settings: Politeness;
  readonly signal?: AbortSignal;
  /** Further tries where one may help. Default: 2 for GET and none for POST, which may have had its effect. */
  readonly retries?: number;
  /** Never without a proven certificate: for requests that carry what only the receiver may know. Default: false. */
  readonly strictTls?: boolean;
}

/** A redirect that was followed. */
export interface Redirect {
  readonly status: number;
  /** Where it led. */
  readonly url: string;
}

/** What came of a fetch. */
export interface Fetched {
  readonly outcome: Outcome;
  /** The last HTTP status, or null where none came. */
  readonly status: number | null;
  /** As asked for, without credentials. */
  readonly url: string;
  /** Where redirects led, else as `url`. */
  readonly finalUrl: string;
  readonly redirects: readonly Redirect[];
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The body after decompression, whatever the status; null where none was read. */
  readonly bytes: Uint8Array | null;
  /** The name of what was wrong with certificate or protocol when it was read without proof, for example `CERT_HAS_EXPIRED`. */
  readonly tlsFault: string | null;
  /** Whether the strict TLS try failed and it was read without proof. */
  readonly tlsFallback: boolean;
  /** Last moment of the certificate of where it was read; null where that is not https. */
  readonly certificateEnd: Date | null;
  /** Seconds that robots.txt asks for between requests, where that is more than is waited; else null. */
  readonly cappedCrawlDelay: number | null;
  readonly fetchedAt: Date;
  /** What happened; null where there is nothing to say. */
  readonly detail: Sentence | null;
  /** HTTP requests it cost, with redirects, retries and robots.txt. */
  readonly requests: number;
  /** Bytes of all bodies it cost, after decompression. */
  readonly transferred: number;
  /** How long the site took for the last try, over all its redirects; our own waiting for a turn is not in it. */
  readonly milliseconds: number;
}
