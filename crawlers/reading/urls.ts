/** Hrefs that lead nowhere. */
const NOWHERE = /^(?:javascript|mailto|tel|data|about|vbscript|file|blob|sms|weixin|tencent):/i;
/** Query keys that only say who came from where. */
const TRACKING =
  /^(?:utm_\w{1,30}|spm|scm|gclid|fbclid|msclkid|yclid|isappinstalled|nsukey|tdsourcetag|share_(?:token|from|source|medium)|hmsr|hmpl|hmcu|hmkw|hmci|_hsenc|_hsmi|mc_cid|mc_eid|wxshare|bdmstid|bd_vid|appinstall)$/i;
/** Query keys that hold nothing but a visitor's session. */
const SESSION = /^(?:jsessionid|phpsessid|aspsessionid\w{0,40}|session_?id|sessid|cfid|cftoken)$/i;
/** Session ids that servlet containers and ASP.NET put into paths: `;jsessionid=…` and `/(S(…))/`. */
const PATH_SESSION = /;(?:jsessionid|phpsessid|sid)=[^/?;]{0,200}|\/\([A-Z]\([\w-]{8,200}\)\)(?=\/)/gi;

/** A route of a page that is a program: its items differ in nothing but the fragment. */
const ROUTE = /^#!?\/[^\s#]{1,500}$/;

/**
 * The one address under which an item is kept: absolute, without fragment (unless it is a route, `#/detail/7`), session, tracking, credentials and default port,
 * dot segments resolved. Percent-encoded bytes stay as they are, so paths encoded from GBK still lead to their page.
 * Null where the reference leads nowhere (`javascript:;`, `#`, blank) or is no web address.
 */
export function canonicalUrl(reference: string | null | undefined, base: string): string | null {
  const trimmed = reference?.trim() ?? '';
  if (trimmed === '' || (trimmed.startsWith('#') && !ROUTE.test(trimmed)) || NOWHERE.test(trimmed)) return null;
  let url = parse(trimmed, base);
  while (url) {
    const plain = withoutVisitor(url);
    if (plain === url.href) return plain;
    url = parse(plain, base);
  }
  return null;
}

function parse(reference: string, base: string): URL | null {
  try {
    const url = new URL(reference, base);
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? url : null;
  } catch {
    return null;
  }
}

/** The address without credentials, fragment and what is the visitor's; itself where there is none of it. */
function withoutVisitor(url: URL): string {
  const { href, search, pathname, hash } = url;
  if (!/[?#;(@]/.test(href) && !url.hostname.endsWith('.')) return href;
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isVisitorPair(pair));
  const path = pathname.replace(PATH_SESSION, '');
  const host = url.host.replace(/\.(?=:|$)/, '');
  return `${url.protocol}//${host}${path}${kept.length > 0 ? `?${kept.join('&')}` : ''}${ROUTE.test(hash) ? hash : ''}`;
}

/** The query is judged pair by pair as text: URLSearchParams would re-encode the bytes of GBK values. */
function isVisitorPair(pair: string): boolean {
  const at = pair.indexOf('=');
  const key = at < 0 ? pair : pair.slice(0, at);
  const value = at < 0 ? '' : pair.slice(at + 1);
  if (TRACKING.test(key) || SESSION.test(key)) return true;
  // `sid` is often the number of a site, `from` a day or an office: only what looks like a visitor's mark goes.
  if (/^sid$/i.test(key)) return /^[0-9a-z._-]{16,}$/i.test(value);
  if (/^from$/i.test(key)) return /^[a-z_]{0,40}$/i.test(value);
  return /^_t?$/.test(key) && /^\d{10,17}$/.test(value);
}

/** Something in a script's quotes that looks like the address of a page. */
const ADDRESS =
  /^(?:https?:\/\/[^\s]{3,500}|(?:\.{0,2}\/)?[^\s'"<>(){}]{0,480}(?:\.(?:s?html?|jhtml|jspx?|php|aspx?|do|action|pdf|docx?|xlsx?|wps|ofd)(?:[?#][^\s]{0,300})?|\/|\?[\w.-]{1,40}=[^\s]{1,300}))$/i;

/** The address that a handler such as `onclick="open('a/1.html','_blank')"` leads to, or null. */
export function addressInScript(script: string): string | null {
  for (const [, , quoted] of script.slice(0, 2000).matchAll(/(['"])([^'"\n]{1,500})\1/g)) {
    if (quoted !== undefined && ADDRESS.test(quoted)) return quoted;
  }
  return null;
}
