import { ARTICLE_TAGS, COLUMN_TAGS, type HomeElement } from '../../src/model/page-elements.ts';
import { type Page, visibleText } from './page.ts';

const TAGS = [...COLUMN_TAGS, ...ARTICLE_TAGS];

/** Tags of the guidelines that a page carries with a content; lower case. */
export function tagsOf({ meta }: Page): string[] {
  return TAGS.filter((tag) => meta.has(tag));
}

/** Text that shows an element, in what people see. */
const SHOWN: readonly (readonly [HomeElement, RegExp])[] = [
  ['organizer', /(?:主办|承办|版权所有|主管)/],
  ['contact', /联系(?:电话|方式|我们)|电话\s*[：:]|邮箱\s*[：:]/],
  ['site-code', /标识码\s{0,5}[：:]?\s{0,5}(?:\d{10}|bm\d{8})/i],
  ['icp', /ICP\s*备\s*\d+\s*号?/i],
  ['police-record', /公网安备\s*\d{8,}/],
  ['report-errors', /找错|纠错/],
];
/** Marks that are pictures or scripts: 党政机关网站标识 of bszs.conac.cn, 我为政府网站找错 of the central portal. */
const LINKED: readonly (readonly [HomeElement, RegExp])[] = [
  ['party-mark', /conac\.cn|党政机关|jiguan/i],
  ['report-errors', /找错|纠错|jiucuo|zhaocuo|exposure/i],
  ['police-record', /公网安备|beian\.(?:gov|mps\.gov)\.cn/i],
  ['icp', /ICP\s*备|beian\.miit\.gov\.cn/i],
  ['contact', /联系我们|lxwm/i],
];

/** What the guidelines ask of a home page and it shows. */
export function homeElementsOf(page: Page): HomeElement[] {
  const text = visibleText(page.document);
  const found = new Set<HomeElement>([
    ...SHOWN.flatMap(([element, sign]) => (sign.test(text) ? [element] : [])),
    ...LINKED.flatMap(([element, sign]) => (sign.test(page.html) ? [element] : [])),
  ]);
  if (page.title !== null) found.add('title');
  if (page.meta.has('sitename')) found.add('site-name-tag');
  if (page.meta.has('sitedomain')) found.add('site-domain-tag');
  if (page.meta.has('siteidcode')) found.add('site-code-tag');
  // Some have a site of its own for phones instead.
  if (page.meta.has('viewport') || /手机版|移动版|触屏版|手机门户|移动门户/.test(text)) found.add('mobile-view');
  return [...found];
}
