import { onSite } from '../../crawlers/discovery/links.ts';
import { resolverKnows } from '../../crawlers/door/resolver.ts';
import type { CrawledColumn } from '../../crawlers/site/crawled.ts';
import type { CrawledHome } from '../../crawlers/site/home.ts';
import type { CrawlPorts } from '../../crawlers/site/ports.ts';
import { accessibility } from '../../src/checks/accessibility.ts';
import { ownRule } from '../../src/checks/parts/rules.ts';
import { dayIn } from '../../src/model/day.ts';
import type { Site } from '../../src/model/estate.ts';
import { type Barrier, type PageElements, type SiteAccess, withPage } from '../../src/model/page-elements.ts';
import type { Workshop } from '../workshop.ts';

/** What was seen of a site's page elements, with the pages of one more column and of its items that were read. */
export function withTags(seen: PageElements, { column, seen: list, items }: CrawledColumn): PageElements {
  const columns = list?.tags ? withPage(seen.columns, column.url, list.tags) : seen.columns;
  const articles = items.reduce(
    (tally, { row, article }) =>
      article?.tags && article.text !== '' && isOwn(row.url, column.url) ? withPage(tally, row.url, article.tags) : tally,
    seen.articles,
  );
  return { ...seen, columns, articles };
}

/** How the home page was got at; null where it could not be read. */
export async function accessOf(
  { outcome, finalUrl, tlsFallback, tlsFault, certificateEnd }: CrawledHome,
  { door, config }: Pick<Workshop, 'door' | 'config'>,
): Promise<SiteAccess | null> {
  if (outcome !== 'ok' || finalUrl === null) return null;
  const families = await door.addressFamilies(new URL(finalUrl).hostname);
  // A host that was read has an address: none at all is the resolver's trouble, and so is one that tells nobody of IPv6.
  const isTold = families !== null && families.length > 0 && (families.includes(6) || (await resolverKnows(door)).includes(6));
  // Without proof it may be anybody's certificate: a proxy on our own way shows its own.
  const isProven = !tlsFallback || tlsFault === 'CERT_HAS_EXPIRED';
  return {
    certificateUntil: certificateEnd && isProven ? dayIn(config.estate.timezone, certificateEnd) : null,
    ipv6: isTold ? families.includes(6) : null,
  };
}

/**
 * What keeps people out of the home page, where the rule pack asks and a browser may be used; null where nobody looked, where the page
 * did not come whole, or where it led elsewhere.
 */
export async function barriersOf(
  { outcome, finalUrl }: CrawledHome,
  { site, signal, render }: Pick<CrawlPorts, 'signal' | 'render'> & { readonly site: Site },
  { config }: Pick<Workshop, 'config'>,
): Promise<readonly Barrier[] | null> {
  if (outcome !== 'ok' || finalUrl === null || render === null || site.crawl.browser === 'never') return null;
  if (ownRule(config.pack, accessibility.kind) === null) return null;
  const rendered = await render(finalUrl, site, signal, { barriers: true });
  return rendered !== null && onSite(rendered.finalUrl, finalUrl) ? rendered.barriers : null;
}

/** Pages of another host are somebody else's template. */
function isOwn(url: string | null, column: string): url is string {
  return url !== null && onSite(url, column);
}
