import type { PageRequest } from '../../src/model/reading.ts';
import type { Page } from '../reading/page.ts';
import { canonicalUrl } from '../reading/urls.ts';
import type { Dialect } from './dialect.ts';

/**
 * 广东 gkmlpt: the page is a shell that names its site (`SID`) and column (`#CID` in the address, else the first leaf of `TREE`); rows come from
 * `/gkmlpt/api/all/{column}?page=&sid=`.
 */
export const gkmlpt: Dialect = {
  name: 'gkmlpt',
  recognises: ({ html, url }) => /\/gkmlpt\//.test(url) || /\/gkmlpt\/(?:api|content|static|index)/.test(html),
  list: { further },
  article: { body: ['.article-content', '.content'] },
};

function further(page: Page): PageRequest[] | null {
  const script = page.scripts.find((code) => /_CONFIG\b/.test(code) && /\bSID\b/.test(code));
  const sid = script && /\bSID['"]?\s{0,5}:\s{0,5}['"]?(\d{1,12})/.exec(script)?.[1];
  const column =
    /#(\d{1,12})$/.exec(page.url)?.[1] ??
    (script && /\b(?:CID|CATEGORY_ID|cateId)['"]?\s{0,5}:\s{0,5}['"]?(\d{1,12})/.exec(script)?.[1]) ??
    (script && /\bTREE['"]?\s{0,5}:\s{0,5}\[\s{0,20}\{[^{}[\]]{0,300}['"]?id['"]?\s{0,5}:\s{0,5}['"]?(\d{1,12})/.exec(script)?.[1]);
  if (!sid || !column) return null;
  const url = canonicalUrl(`/gkmlpt/api/all/${column}?page=1&sid=${sid}`, page.base);
  return url === null ? null : [{ url, headers: { accept: 'application/json' } }];
}
