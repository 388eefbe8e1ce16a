import type { Element } from 'domhandler';
import { Clicks } from '../reading/clicks.ts';
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
/** What leads to a folder or a list page is no item's title. */
const LONGEST_NAME_OF_FOLDER = 26;
const FOLDER = /\/(?:(?:index|list|default)\.\w{2,6})?$/i;
const LONGEST_SCRIPT = 200_000;
const WRITTEN_LINK = /<a\s[^<>]{0,200}?href=\\?["']([^"'<>\\\s+]{1,300})\\?["']/g;
/** An entry of a menu as data: `{"name":"通知公告","url":"/tzgg/"}`. */
const FLAT_OBJECT = /\{[^{}]{10,400}\}/g;
const NAME_FIELD = /["']?\b(?:name|title|text|label|menuname)["']?\s{0,3}:\s{0,3}["']([^"'<>]{2,40})["']/i;
const ADDRESS_FIELD = /["']?\b(?:url|href|link|path)["']?\s{0,3}:\s{0,3}["']([^"'<>\s]{1,300})["']/i;
const MORE = /^(?:更多|more|>|\+|查看更多|更多内容|进入|详细|\[更多\])[>»›+ ]*$/i;
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
  const clicks = new Clicks(page);
  const take = (url: string | null, nameOf: (url: string) => string | null | undefined) => {
    if (url === null || items.has(url) || !onSite(url, page.url) || !mayBeColumn(url) || found.has(columnKey(url))) return;
    const name = nameOf(url);
    if (name !== undefined) found.set(columnKey(url), { url, name });
  };
  for (const element of elementsOf(page.document)) {
    const { src, onclick } = element.attribs;
    // The words of a frame are its page's.
    if (element.name === 'frame' || element.name === 'iframe') take(canonicalUrl(src, page.base), () => null);
    else if (element.name === 'a' || element.name === 'area' || onclick !== undefined)
      take(canonicalUrl(clicks.target(element), page.base), (url) => linkName(element, url));
  }
  for (const { reference, name } of scriptLinks(page)) take(canonicalUrl(reference, page.base), () => name);
  return [...found.values()];
}

/** Addresses in the markup that inline scripts write (`document.write('<a href="../tzgg/">…')`), and in menus that they hold as data. */
function scriptLinks(page: Page): { reference: string | undefined; name: string | null }[] {
  return page.scripts.flatMap((whole) => {
    const script = whole.slice(0, LONGEST_SCRIPT);
    const written = [...script.matchAll(WRITTEN_LINK)].map(([, reference]) => ({ reference, name: null }));
    const held = [...script.matchAll(FLAT_OBJECT)].flatMap(([object]) => {
      const name = columnName(cleanText(NAME_FIELD.exec(object)?.[1] ?? ''), LONGEST_NAME);
      return name === undefined ? [] : [{ reference: ADDRESS_FIELD.exec(object)?.[1], name }];
    });
    return [...written, ...held];
  });
}

/** One column under one key: `/tzgg/`, `/tzgg/index.html` and the same without a slash are one address. */
export function columnKey(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/(?:index|default|list)\.(?:s?html?|jsp|aspx?|php)$/i, '/')
    .replace(/\/{1,20}$/, '');
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
function linkName(element: Element, url: string): string | null | undefined {
  const own = cleanText(visibleText(element, 200) || element.attribs.title || element.attribs.alt || imageName(element));
  const isMore = MORE.test(own);
  const longest = FOLDER.test(new URL(url).pathname) ? LONGEST_NAME_OF_FOLDER : LONGEST_NAME;
  const name = isMore || own === '' ? headingBeside(element, longest) : own;
  if (name === null) return isMore ? null : undefined;
  return columnName(name, longest);
}

/** A name that may be a column's, or undefined. */
function columnName(name: string, longest: number): string | undefined {
  return NOT_A_COLUMN.test(name) || [...name].length > longest || [...name].length < 2 ? undefined : name;
}

function imageName(element: Element): string {
  return elementsOf(element).find((child) => child.name === 'img')?.attribs.alt ?? '';
}

/** The heading of the block that a 更多 link stands in: the other text of its nearest surroundings that is short enough. */
function headingBeside(element: Element, longest: number): string | null {
  let around = parentElement(element);
  for (let level = 0; level < 3 && around; level++) {
    const text = cleanText(visibleText(around, 400).replace(/(?:查看)?更多|more|[>»›+[\]]/gi, ' '));
    if (text.length >= 2) return [...text].length <= longest ? text : null;
    around = parentElement(around);
  }
  return null;
}
