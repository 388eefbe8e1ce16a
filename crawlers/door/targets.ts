import { Fault } from './fault.ts';

/** URLs beyond this are traps; servers refuse them, too. */
const MAX_URL_CHARACTERS = 8192;

/**
 * The URL that a text stands for, without fragment and credentials. Bytes that are percent-encoded stay as they are, whatever charset they are of.
 * @throws Fault `bad-url` for what is no http(s) URL
 */
export function parseTarget(text: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    throw badUrl(text);
  }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.href.length > MAX_URL_CHARACTERS) throw badUrl(url.href);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

/** The Authorization header that a URL's own credentials stand for, or null. */
export function credentialsOf(text: string): string | null {
  if (!text.includes('@') || !URL.canParse(text)) return null;
  const { username, password } = new URL(text);
  if (!username && !password) return null;
  return `Basic ${Buffer.from(`${percentDecoded(username)}:${percentDecoded(password)}`).toString('base64')}`;
}

/** A URL as it may be shown and stored. */
export function withoutCredentials(text: string): string {
  if (credentialsOf(text) === null) return text;
  const url = new URL(text);
  url.username = '';
  url.password = '';
  return url.href;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A Location header as a URL reference: bytes beyond ASCII, which old servers send in GBK, are percent-encoded as they are. */
export function locationReference(header: string): string {
  return header.trim().replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

function badUrl(text: string): Fault {
  const shown = text.slice(0, 200);
  return new Fault('bad-url', `“${shown}” 不是可以读取的 http 或 https 网址。`, `"${shown}" is no http or https address that can be read.`);
}
