/** Cookies kept for one origin, and characters of one: a site that sets more is playing with us. */
const MAX_COOKIES = 30;
const MAX_CHARACTERS = 4096;

/**
 * Cookies by origin for the time the door is open. Some sites answer the first request with a redirect to itself and a cookie;
 * a browser comes back with it, and so do we. Paths and domains are not told apart: they narrow what a browser shares between sites.
 */
export class CookieJar {
  readonly #byOrigin = new Map<string, Map<string, string>>();

  /** The Cookie header for an origin, or null. */
  header(origin: string): string | null {
    const cookies = this.#byOrigin.get(origin);
    if (!cookies?.size) return null;
    return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Keeps what Set-Cookie headers say. An expiry in the past or `Max-Age=0` takes a cookie away (RFC 6265, 5.2). */
  keep(origin: string, setCookie: string | readonly string[] | undefined, now: Date): void {
    if (setCookie === undefined) return;
    const cookies = this.#byOrigin.get(origin) ?? new Map<string, string>();
    this.#byOrigin.set(origin, cookies);
    for (const line of typeof setCookie === 'string' ? [setCookie] : setCookie) {
      const pair = /^\s*([^=;\s]{1,200})=([^;]*)/.exec(line);
      if (!pair || line.length > MAX_CHARACTERS || !/^[\x20-\x7e]*$/.test(pair[0])) continue;
      cookies.delete(pair[1]!);
      if (!isOver(line, now) && cookies.size < MAX_COOKIES) cookies.set(pair[1]!, pair[2]!.trim());
    }
  }
}

function isOver(line: string, now: Date): boolean {
  const maxAge = /;\s*max-age\s*=\s*(-?\d{1,12})/i.exec(line)?.[1];
  if (maxAge !== undefined) return Number(maxAge) <= 0;
  const expires = /;\s*expires\s*=\s*([^;]{1,60})/i.exec(line)?.[1];
  return expires !== undefined && Date.parse(expires) <= now.getTime();
}
