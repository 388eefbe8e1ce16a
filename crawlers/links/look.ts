import { getDomain } from 'tldts';
import type { CrawlSettings, Site } from '../../src/model/estate.ts';
import type { LinkFault, LinkState, WatchedLink } from '../../src/model/links.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { decodePage } from '../door/decode.ts';
import type { Door } from '../door/door.ts';
import type { Fetched } from '../door/fetched.ts';
import { resolverKnows } from '../door/resolver.ts';
import { parsePage, visibleText } from '../reading/page.ts';
import { isForeign } from '../site/items.ts';
import { hijackedBy } from './hijacked.ts';

/** What one look at a link came to. */
export interface Looked extends Pick<Fetched, 'outcome' | 'status' | 'finalUrl' | 'bytes' | 'contentType'> {
  readonly state: Exclude<LinkState, 'new'>;
}

/** Who turns us away may let others in. */
const TURNED_AWAY: readonly Outcome[] = ['blocked', 'rate-limited', 'forbidden-by-robots', 'robots-unavailable'];

/** What says itself that it will pass (RFC 9110, 15.6.3 to 15.6.5): sites that are closed at night for upkeep answer so each night. */
const PASSING = [502, 503, 504];

/** Looks where a link of a site leads, as politely as the site's own pages are read. */
export async function lookAt(
  link: Pick<WatchedLink, 'url' | 'kind' | 'page'>,
  site: Pick<Site, 'url'> & { readonly crawl: CrawlSettings },
  { door, signal }: { readonly door: Pick<Door, 'fetch' | 'addressFamilies'>; readonly signal: AbortSignal },
): Promise<Looked> {
  const { url, kind, page } = link;
  const kindOfBody = kind === 'attachment' ? 'attachment' : 'page';
  // One try is enough: nothing is held against anybody before another day's look.
  // Files are often given to those alone who come from the page.
  const fetched = await door.fetch({ url, kind: kindOfBody, headers: { referer: page }, settings: site.crawl, signal, retries: 0 });
  const { outcome, status, finalUrl, bytes, contentType } = fetched;
  const told = (state: Looked['state']): Looked => ({ outcome, status, finalUrl, bytes, contentType, state });
  if (outcome === 'ok') return told(faultOf(fetched, kind, site.url) ?? 'alive');
  // More than we read is there.
  if (outcome === 'too-large') return told('alive');
  if (status !== null && PASSING.includes(status)) return told('unsure');
  if (outcome === 'gone' || outcome === 'soft-404' || outcome === 'server-error') return told(saysUnderRepair(fetched) ? 'unsure' : 'dead');
  if (TURNED_AWAY.includes(outcome)) return told('blocked');
  if (outcome === 'unreachable') {
    const families = await door.addressFamilies(new URL(finalUrl).hostname);
    return told(families?.length === 0 && (await resolverKnows(door)).length > 0 ? 'dead' : 'unsure');
  }
  return told('unsure');
}

/** What a site under repair says beside a status that means something else. */
const UNDER_REPAIR =
  /(?:升级|改版|改造|维护|检修|迁移)[^。]{0,20}(?:暂停|中断|停止|关闭|恢复|进行|无法)|(?:暂停|中断|停止)(?:服务|访问|开放)|系统维护|网站维护/;
/** More than such a page says. */
const NOTICE_TEXT = 600;

/** Whether an answer that looks like a dead link's says that it will pass. */
function saysUnderRepair({ bytes, contentType, finalUrl }: Fetched): boolean {
  if (bytes === null || !/html/i.test(contentType ?? 'html')) return false;
  const page = parsePage(decodePage(bytes, contentType).text, finalUrl);
  const text = `${page.title ?? ''} ${visibleText(page.document, NOTICE_TEXT + 1)}`;
  return text.length <= NOTICE_TEXT && UNDER_REPAIR.test(text);
}

/** Whoever asks for a sign-in keeps the file for others; that is no wrong file. */
function asksToSignIn({ bytes, contentType, redirects }: Fetched): boolean {
  return redirects.length > 0 && bytes !== null && /<input[^>]{0,200}type\s?=\s?["']?password/i.test(decodePage(bytes, contentType).text);
}

/** What is wrong with what came, or null; a sign-in in its place turns us away. */
function faultOf(fetched: Fetched, kind: WatchedLink['kind'], site: string): LinkFault | 'blocked' | null {
  if (kind === 'attachment' && isPageForFile(fetched)) return asksToSignIn(fetched) ? 'blocked' : 'wrong-type';
  if (kind === 'attachment') return null;
  if (landedAtHome(fetched)) return 'moved';
  const { finalUrl, bytes } = fetched;
  if (bytes === null || !isForeign(finalUrl, site) || OFFICIAL.test(new URL(finalUrl).hostname)) return null;
  const page = parsePage(decodePage(bytes, fetched.contentType).text, finalUrl);
  return hijackedBy(page) === null ? null : 'hijacked';
}

/** Files that are never HTML inside; old `.doc` and `.xls` often are, and open all the same. */
const FILE = /\.(?:pdf|docx|xlsx|pptx|ofd|zip|rar|7z|jpe?g|png|gif|mp[34])$/i;

/** A page where a file was promised, by the address that was asked for. */
function isPageForFile({ url, bytes, contentType }: Fetched): boolean {
  if (bytes === null || !FILE.test(new URL(url).pathname) || !/html/i.test(contentType ?? '')) return false;
  return /^\s*(?:<!doctype html|<html|<head|<script|<meta|<body)/i.test(
    decodePage(bytes.subarray(0, 2_000), contentType).text.replace(/^\ufeff/, ''),
  );
}

/** Hosts that nobody can buy: what stands there is an office's own, of whatever it writes. */
const OFFICIAL = /(?:^|\.)(?:gov|edu|mil)\.[a-z]{2}$/;

const HOME = /^\/(?:(?:index|default|main|home)\.\w{2,6})?$/i;

/** Whether a page deep in a site was asked for and its home page came. */
function landedAtHome({ url, finalUrl, redirects }: Fetched): boolean {
  if (redirects.length === 0) return false;
  const [asked, landed] = [new URL(url), new URL(finalUrl)];
  const parts = asked.pathname.split('/').filter((part) => part !== '' && !HOME.test(`/${part}`));
  const isNumbered = /\d/.test(parts[0] ?? '') && /\.\w{2,5}$/.test(parts[0] ?? '');
  const isDeep = parts.length >= 2 || isNumbered;
  const domain = ({ hostname }: URL) => getDomain(hostname) ?? hostname;
  return isDeep && HOME.test(landed.pathname) && landed.search === '' && domain(asked) === domain(landed);
}
