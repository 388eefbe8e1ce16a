import type { PageRequest } from '../../src/model/reading.ts';
import { literalAt } from '../reading/data/literal.ts';
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
  columns,
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

/** A column of `TREE`, as far as it matters. */
interface Node {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly children?: unknown;
}

const TREE = /\bTREE['"]?\s{0,5}:\s{0,5}(?=\[)/;
const MOST_COLUMNS = 500;

/** The leaves of the tree of columns, `/gkmlpt/index#20138` each. */
function columns(page: Page): { url: string; name: string }[] {
  const begin = page.scripts.map((script) => ({ script, tree: TREE.exec(script) })).find(({ tree }) => tree !== null);
  const tree = begin?.tree ? literalAt(begin.script, begin.tree.index + begin.tree[0].length)?.value : undefined;
  const index = canonicalUrl('/gkmlpt/index', page.base);
  const found: { url: string; name: string }[] = [];
  const waiting: Node[] = Array.isArray(tree) ? [...tree] : [];
  for (let node = waiting.shift(); node && index !== null && found.length < MOST_COLUMNS; node = waiting.shift()) {
    const children = Array.isArray(node.children) ? node.children : [];
    if (children.length > 0) waiting.unshift(...children);
    else if (/^\d{1,12}$/.test(String(node.id)) && typeof node.name === 'string')
      found.push({ url: `${index}#${node.id}`, name: node.name });
  }
  return found;
}
