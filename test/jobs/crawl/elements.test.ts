import { describe, expect, it } from 'vitest';
import type { CrawledColumn } from '../../../crawlers/site/crawled.ts';
import { accessOf, withTags } from '../../../jobs/crawl/elements.ts';
import { NO_ELEMENTS } from '../../../src/model/page-elements.ts';

/** A crawled column with items at these addresses, each with a text and the tags given. */
function crawled(urls: readonly (string | null)[], of: { text?: string; tags?: readonly string[] } = {}): CrawledColumn {
  const { text = '正文', tags = ['pubdate'] } = of;
  const items = urls.map((url) => ({ row: { url }, article: { text, tags } }));
  return { column: { url: 'http://www.x.test/tzgg/' }, seen: { tags: ['columnname'] }, items } as unknown as CrawledColumn;
}

describe('tags of a site', () => {
  it('are those of its own pages: other hosts have templates of their own', () => {
    const seen = withTags(
      NO_ELEMENTS,
      crawled(['http://x.test/a', 'https://www.x.test/b', 'http://www.hubei.test/c', 'http://news.x.test/d', null]),
    );
    expect(seen.articles).toEqual({ pages: 2, carrying: { pubdate: 2 }, example: 'http://x.test/a' });
    expect(seen.columns).toMatchObject({ pages: 1, carrying: { columnname: 1 } });
  });

  it('are not looked for on pages without a text: scripts draw them, or there is nothing', () => {
    expect(withTags(NO_ELEMENTS, crawled(['http://www.x.test/a'], { text: '' })).articles.pages).toBe(0);
  });
});

describe('how a home page was got at', () => {
  const parts = {
    door: { addressFamilies: async (host: string) => (host === 'www.x.test' ? [4, 6] : [4]) },
    config: { estate: { timezone: 'Asia/Shanghai' } },
  } as never;
  const home = { outcome: 'ok', finalUrl: 'https://www.x.test/', certificateEnd: new Date('2024-05-01T20:00:00Z') } as never;

  it('tells the last day of its certificate where the estate is, and whether it has an IPv6 address', async () => {
    expect(await accessOf(home, parts)).toEqual({ certificateUntil: '2024-05-02', ipv6: true });
  });

  it('tells no certificate that nobody proved, but one that is proven to be over', async () => {
    const until = async (tlsFault: string) =>
      (await accessOf({ ...(home as object), tlsFallback: true, tlsFault } as never, parts))?.certificateUntil;
    expect([await until('SELF_SIGNED_CERT_IN_CHAIN'), await until('CERT_HAS_EXPIRED')]).toEqual([null, '2024-05-02']);
  });

  it('tells that IPv6 is missing only where our resolver tells of it at all', async () => {
    const ipv6 = async (known: readonly number[]) => {
      const door = { addressFamilies: async (host: string) => (host === 'www.x.test' ? [4] : known) };
      return (await accessOf(home, { ...(parts as object), door } as never))?.ipv6;
    };
    expect([await ipv6([4, 6]), await ipv6([4]), await ipv6([])]).toEqual([false, null, null]);
  });

  it('is not known of one that could not be read', async () => {
    expect(await accessOf({ ...(home as object), outcome: 'timeout' } as never, parts)).toBeNull();
  });
});
