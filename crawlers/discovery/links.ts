import type { Element } from 'domhandler';
import { dayInUrl } from '../reading/dates/url.ts';
import { elementsOf, type Page, parentElement, visibleText } from '../reading/page.ts';
import { cleanText } from '../reading/text.ts';
import { canonicalUrl } from '../reading/urls.ts';

/** A link that may lead to a column. */
export interface ColumnLink {
  readonly url: string;
  /** Its words, or the heading beside it where it only says 更多; null where the words are not to be had: the page must say itself what it is. */
  readonly name: string | null;
}

/** Names of columns are short; longer texts are titles of items. */
const LONGEST_NAME = 16;
const LONGEST_SCRIPT = 200_000;
const WRITTEN_LINK = /<a\s[^<>]{0,200}?href=\\?["']([^"'<>\\\s+]{1,300})\\?["']/g;
const MORE = /^(?:更多|更多>+|more|>+|\+|查看更多|更多内容|进入|详细|\[更多\])[>»›+ ]*$/i;
const NOT_A_COLUMN =
  /^(?:首页|网站首页|返回首页|主页|登录|注册|English|无障碍|无障碍浏览|适老版|长者版|繁体|繁體|简体|设为首页|加入收藏|收藏本站|网站地图|站点地图|联系我们|联系方式|关于我们|网站声明|版权声明|隐私声明|(?:站内|高级|全文|信息)?(?:搜索|检索|查询)|RSS|rss订阅|打印|关闭|上一页|下一页|尾页|末页|首 页|返回|\d+)$/i;
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|wps|zip|rar|7z|jpe?g|png|gif|mp[34]|apk|exe|xml|rss|css|js)$/i;
/** Addresses of single items that carry no day: content numbers, hashes, VSB and WebPlus pages. */
const ITEM_ADDRESS = [
  /\/(?:content|art|post|info|show|detail|view|article)[/_]\d/i,
  /\/[0-9a-f]{32}\.s?html?$/i,
  /\/info\/\d+\/\d+\.htm$/i,
  /\/c\d+a\d+\/page/i,
  /[?&](?:article|content|news|info)_?id=/i,
];

/** Links of a page to other pages of the same site that may be columns, in page order, each address once. */
export function columnLinks(page: Page, items: ReadonlySet<string>): ColumnLink[] {
  const found = new Map<string, ColumnLink>();
  for (const element of elementsOf(page.document)) {
    if (element.name !== 'a' && element.name !== 'area') continue;
    const url = canonicalUrl(element.attribs.href, page.base);
    if (url === null || items.has(url) || !onSite(url, page.url) || !mayBeColumn(url)) continue;
    const name = linkName(element);
    if (name !== undefined && !found.has(columnKey(url))) found.set(columnKey(url), { url, name });
  }
  for (const url of scriptLinks(page)) {
    if (!items.has(url) && onSite(url, page.url) && mayBeColumn(url) && !found.has(columnKey(url)))
      found.set(columnKey(url), { url, name: null });
  }
  return [...found.values()];
}

/** Addresses in the markup that inline scripts write (`document.write('<a href="../tzgg/">…')`). */
function scriptLinks(page: Page): string[] {
  return page.scripts.flatMap((script) =>
    [...script.slice(0, LONGEST_SCRIPT).matchAll(WRITTEN_LINK)].flatMap(([, reference]) => canonicalUrl(reference, page.base) ?? []),
  );
}

/** One column under one key: `/tzgg/`, `/tzgg/index.html` and the same without a slash are one address. */
export function columnKey(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/(?:index|default|list)\.(?:s?html?|jsp|aspx?|php)$/i, '/')
    .replace(/\/+$/, '');
}

/** Whether two addresses are on the same host; `www.` makes no difference. */
export function onSite(one: string, other: string): boolean {
  const host = (url: string) => new URL(url).host.replace(/^www\./, '');
  return host(one) === host(other);
}

function mayBeColumn(url: string): boolean {
  const { pathname } = new URL(url);
  return !FILE.test(pathname) && dayInUrl(url) === null && !ITEM_ADDRESS.some((shape) => shape.test(url));
}

/** The column that a link names; null where it says 更多 and its heading is not to be made out; undefined where it names none. */
function linkName(element: Element): string | null | undefined {
  const own = cleanText(visibleText(element, 200) || element.attribs.title || imageName(element));
  const isMore = MORE.test(own);
  const name = isMore || own === '' ? headingBeside(element) : own;
  if (name === null) return isMore ? null : undefined;
  return NOT_A_COLUMN.test(name) || [...name].length > LONGEST_NAME || [...name].length < 2 ? undefined : name;
}

function imageName(element: Element): string {
  return elementsOf(element).find((child) => child.name === 'img')?.attribs.alt ?? '';
}

/** The heading of the block that a 更多 link stands in: the other text of its nearest surroundings that is short enough. */
function headingBeside(element: Element): string | null {
  let around = parentElement(element);
  for (let level = 0; level < 3 && around; level++) {
    const text = cleanText(visibleText(around, 400).replace(/(?:查看)?更多|more|[>»›+[\]]/gi, ' '));
    if (text.length >= 2) return [...text].length <= LONGEST_NAME ? text : null;
    around = parentElement(around);
  }
  return null;
}
