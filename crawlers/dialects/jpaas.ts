import type { PageRequest } from '../../src/model/reading.ts';
import { type Page, selectorsOf } from '../reading/page.ts';
import { canonicalUrl } from '../reading/urls.ts';
import type { Dialect } from './dialect.ts';

const MOST_PAGES = 100;

/**
 * 大汉 JPAAS (the 集约化 platforms of Jiangsu, Zhejiang and others): an element with `url="/api-gateway/jpaas-publish-server/front/page/build/unit"` and
 * `queryData="{'webId':'1','pageId':'2',…}"` is filled by a request with `paramJson={"pageNo":1,"pageSize":15}`.
 */
export const jpaas: Dialect = {
  name: 'jpaas',
  recognises: ({ html }) => /jpaas-publish-server|jpaas_web|queryData=["']\{|wzzw-article/i.test(html),
  list: { further, total: (page) => unit(page)?.records ?? null },
  article: { body: ['.wzzw-article', '#zoom'] },
};

interface Unit {
  readonly url: string;
  readonly query: URLSearchParams;
  readonly rows: number;
  readonly records: number | null;
}

function further(page: Page): PageRequest[] | null {
  const found = unit(page);
  if (!found) return null;
  // Where the page shows no pager yet, its first page too is only to be had by asking.
  const first = found.records === null ? 1 : 2;
  const last = found.records === null ? 1 : Math.min(Math.ceil(found.records / found.rows), MOST_PAGES);
  const requests: PageRequest[] = [];
  for (let pageNo = first; pageNo <= last; pageNo++) {
    const query = new URLSearchParams(found.query);
    query.set('paramJson', JSON.stringify({ pageNo, pageSize: found.rows }));
    requests.push({ url: `${found.url}?${query}` });
  }
  return requests;
}

/** The element that the platform fills with the list; of several the one with a pager in it. */
function unit(page: Page): Unit | null {
  const $ = selectorsOf(page);
  const elements = $('[querydata], [queryData]').toArray();
  const pagers = $('.pagination[count], .pagination[rows], [count][rows]');
  const element = elements.find((at) => $(at).find('[count]').length > 0) ?? elements[0];
  if (!element) return null;
  const attribs = $(element).attr() ?? {};
  const url = canonicalUrl(attribs.url ?? '/api-gateway/jpaas-publish-server/front/page/build/unit', page.base);
  const written = attribs.querydata ?? attribs.queryData ?? '';
  const pairs = [...written.matchAll(/['"]([\w-]{1,40})['"]\s{0,5}:\s{0,5}['"]([^'"]{0,300})['"]/g)].map(
    ([, key, value]) => [key!, value!] as [string, string],
  );
  if (url === null || pairs.length === 0) return null;
  const rows = Number(pagers.first().attr('rows') ?? Number.NaN);
  const records = Number(pagers.first().attr('count') ?? Number.NaN);
  return { url, query: new URLSearchParams(pairs), rows: rows > 0 ? rows : 15, records: Number.isInteger(records) ? records : null };
}
