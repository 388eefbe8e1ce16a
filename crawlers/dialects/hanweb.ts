import type { PageRequest } from '../../src/model/reading.ts';
import { literalAt } from '../reading/data/literal.ts';
import { recordsIn } from '../reading/lists/islands.ts';
import type { Page } from '../reading/page.ts';
import { canonicalUrl } from '../reading/urls.ts';
import type { Dialect } from './dialect.ts';

/** Pages that the site's own script asks for at once. */
const PAGES_A_REQUEST = 3;
const MOST_REQUESTS = 100;

/**
 * 大汉 JCMS: lists at `/col/col123/index.html`, articles at `/art/2018/12/3/art_123_4567.html`. The first records stand in a record set
 * inside a script; the next are asked of `/module/web/jpage/dataproxy.jsp`.
 */
export const hanweb: Dialect = {
  name: 'hanweb',
  recognises: ({ html }) =>
    /\/module\/(?:web\/jpage|xxgk)\/|<datastore>|\/art\/\d{4}\/\d{1,2}\/\d{1,2}\/art_|jcms_files|\.jpage\s{0,3}\(|hanweb/i.test(html),
  list: { further, total },
  article: { body: ['#zoom', '.bt_content', '.main-txt'] },
};

function total(page: Page): number | null {
  const script = proxyScript(page);
  return script === null ? null : number(script, 'totalRecord');
}

function further(page: Page): PageRequest[] | null {
  const script = proxyScript(page);
  const proxy = script && /(?:proxyUrl|dataproxy|url)['"]?\s{0,5}:\s{0,5}['"]([^'"]{0,200}dataproxy\.jsp)[^'"]{0,200}['"]/i.exec(script);
  if (!script || !proxy) return nextGroup(page);
  const perPage = number(script, 'perPage') ?? 15;
  const records = number(script, 'totalRecord') ?? 0;
  const body = parameters(script) ?? groupQuery(page);
  const url = canonicalUrl(proxy[1], page.base);
  if (url === null || body === null) return nextGroup(page);
  const requests: PageRequest[] = [];
  const step = perPage * (number(script, 'groupSize') ?? PAGES_A_REQUEST);
  for (let start = recordsHere(page) + 1; start <= records && requests.length < MOST_REQUESTS; start += step) {
    const end = Math.min(records, start + step - 1);
    requests.push({
      url: `${url}?startrecord=${start}&endrecord=${end}&perpage=${perPage}`,
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    });
  }
  return requests;
}

function proxyScript(page: Page): string | null {
  return page.scripts.find((script) => script.includes('dataproxy.jsp') && /perPage|totalRecord/i.test(script)) ?? null;
}

function number(script: string, name: string): number | null {
  const match = new RegExp(`\\b${name}['"]?\\s{0,5}[:=]\\s{0,5}['"]?(\\d{1,8})`, 'i').exec(script);
  return match ? Number(match[1]) : null;
}

/** The form that the script sends: `{'col':1,'appid':1,'webid':1,'path':'/','columnid':4545,…}`, or as one string `col=1&appid=1&…`. */
function parameters(script: string): string | null {
  for (const match of script.matchAll(/(?:ajaxParam|dataParam(?:eter)?|data|param\w{0,20})['"]?\s{0,5}[:=]\s{0,5}(?=\{)/gi)) {
    const value = literalAt(script, match.index + match[0].length)?.value;
    const pairs = Object.entries((value ?? {}) as object).filter(([, inner]) => typeof inner === 'string' || typeof inner === 'number');
    if (pairs.some(([key]) => /^(?:columnid|unitid|col)$/i.test(key)))
      return new URLSearchParams(pairs.map(([key, inner]) => [key, String(inner)])).toString();
  }
  return (
    /['"]((?:col|appid|webid|columnid)=[^'"\s]{5,1000})['"]/.exec(script)?.[1] ??
    /dataproxy\.jsp\?((?:[\w]{1,30}=[^&'"\s<]{0,200}&?){3,30})/.exec(script)?.[1] ??
    null
  );
}

/** Where a record set says that its next group is: `<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&…">`. */
const NEXT_GROUP = /<nextgroup>[^<]{0,20}(?:<!\[CDATA\[)?\s{0,20}<a\s[^>]{0,20}href=["']([^"']{1,1000})["']/i;

function nextGroup({ scripts, base }: Page): PageRequest[] | null {
  const href = scripts.map((script) => NEXT_GROUP.exec(script)?.[1]).find((found) => found !== undefined);
  const url = canonicalUrl(href, base);
  return url === null ? null : [{ url }];
}

function groupQuery({ scripts }: Page): string | null {
  const href = scripts.map((script) => NEXT_GROUP.exec(script)?.[1]).find((found) => found !== undefined);
  return href?.split('?')[1] || null;
}

function recordsHere(page: Page): number {
  const island = page.scripts.map(recordsIn).find((records) => records !== '');
  return island ? (page.scripts.join('').match(/<record>/g)?.length ?? 0) : 0;
}
