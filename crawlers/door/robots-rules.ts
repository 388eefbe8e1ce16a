import robotsParser from 'robots-parser';

/** Longest part of a robots.txt that is read; RFC 9309 (2.5) asks for at least 500 KiB. */
export const ROBOTS_BYTES = 512 * 1024;

/** Longest wait between requests that a robots.txt may ask for, in seconds. */
const MAX_CRAWL_DELAY = 10;

/** Characters of patterns with wildcards that are matched in full; matching them costs their length times the path's. */
const WILDCARD_CHARACTERS = 16 * 1024;

/** How long to wait between requests. */
export interface CrawlDelay {
  readonly milliseconds: number;
  /** The seconds asked for where that is more than is waited, else null. */
  readonly capped: number | null;
}

/** What a robots.txt says to us. */
export interface RobotsRules {
  allows(url: URL): boolean;
  readonly delay: CrawlDelay | null;
}

/** Rules that allow everything. */
export const OPEN_RULES: RobotsRules = { allows: () => true, delay: null };

/**
 * Reads a robots.txt (RFC 9309). A page of HTML in its place, as sites without one often send, allows everything.
 * @param origin of the site that it was asked from
 * @param product our product token, for example `gongkai`
 */
export function parseRobots(origin: string, text: string, product: string): RobotsRules {
  if (/^\s*</.test(text.slice(0, 1000))) return OPEN_RULES;
  const robots = robotsParser(`${origin}/robots.txt`, boundWildcards(text));
  const seconds = robots.getCrawlDelay(product);
  return {
    allows: (url) => robots.isAllowed(url.href, product) ?? true,
    delay: seconds !== undefined && seconds > 0 ? toDelay(seconds) : null,
  };
}

function toDelay(seconds: number): CrawlDelay {
  return { milliseconds: Math.min(seconds, MAX_CRAWL_DELAY) * 1000, capped: seconds > MAX_CRAWL_DELAY ? seconds : null };
}

/** Cuts patterns with wildcards beyond the limit to what stands before the wildcard, which never allows more than was allowed. */
function boundWildcards(text: string): string {
  let spent = 0;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => {
      const star = line.indexOf('*');
      if (star < 0 || /^\s{0,20}user-agent/i.test(line)) return line;
      spent += line.length;
      if (spent <= WILDCARD_CHARACTERS) return line;
      return /^\s{0,20}disallow/i.test(line) ? line.slice(0, star) : '';
    })
    .join('\n');
}
