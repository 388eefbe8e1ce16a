import { descend, type Page, parentElement, visibleText } from '../reading/page.ts';
import { cleanText } from '../reading/text.ts';

const LABEL = /(?:您)?(?:现在|当前|目前)?(?:的|所在|所处)?(?:位置|栏目)(?:是|为)?\s{0,4}[:：]/;
const SEPARATOR = /\s*(?:>{1,2}|›|»|→|\/|\\|－|—|》|&gt;)\s*|\s+-\s+|\s{2,}/;
const HOME = /^(?:首页|网站首页|本站首页|主页|门户首页|首 页|home)$/i;
const LONGEST = 200;

/** The menu path that a page prints (当前位置：首页 > 政务公开 > 通知公告), without the home page; null where it prints none. */
export function readBreadcrumb(page: Page): string[] | null {
  let found: string[] | null = null;
  descend(page.document, (node) => {
    if (found !== null) return false;
    if (node.type !== 'text' || !LABEL.test(node.data)) return undefined;
    for (let around = parentElement(node), level = 0; around && level < 3; around = parentElement(around), level++) {
      const text = visibleText(around, LONGEST * 2);
      const path = text.length <= LONGEST ? split(text.slice(text.search(LABEL)).replace(LABEL, '')) : [];
      if (path.length > 0) {
        found = path;
        break;
      }
    }
    return undefined;
  });
  return found;
}

function split(text: string): string[] {
  const parts = text
    .split(SEPARATOR)
    .map((part) => cleanText(part))
    .filter((part) => part !== '' && part.length <= 30);
  return parts.slice(parts.findIndex((part) => HOME.test(part)) + 1).filter((part) => !HOME.test(part) && part !== '正文');
}
