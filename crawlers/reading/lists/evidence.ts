import type { Entry } from '../../../src/model/reading.ts';
import type { Page } from '../page.ts';
import { hasPicture } from './drawn-headings.ts';
import { entriesOf } from './entries.ts';
import type { Group } from './groups.ts';
import { type Headed, headOf, isHeadedOtherwise, plainName } from './headings.ts';
import { lettersIn, spanBetween } from './marks.ts';

/** A group with what speaks for and against its being the page's list. */
export interface Candidate {
  readonly group: Group;
  readonly entries: readonly Entry[];
  /** Share of the rows with a day. */
  readonly dated: number;
  /** Mean length of a title in characters. */
  readonly titleLength: number;
  /** Share of the links that look like an article's address and not like a column's. */
  readonly leaves: number;
  /** Most of its rows lie below the folder of the page itself: `/gk/tz/` lists `/gk/tz/202401/…`. */
  readonly own: boolean;
  /** What stands right before it and heads it, or null. */
  readonly heading: string | null;
  /** The heading says that this is a hot list, a recommendation, a link list. */
  readonly aside: boolean;
  /** It stands in the page's frame: header, navigation, footer. */
  readonly frame: boolean;
  /** The heading is the name of the page's column. */
  readonly named: boolean;
  /** Only the trail names it, as it stands right below: so does whatever comes first on the page. */
  readonly underTrail: boolean;
  /** The box that it stands in is headed by something else than the name that the page gives its column. */
  readonly otherwise: boolean;
  /** A link to "more" of it stands beside it: it is a teaser of another page. */
  readonly more: string | null;
  /** The page's pager stands right behind it. */
  readonly paged: boolean;
  /** The pager counts as many records as it has rows: an index of topics is a list, however short their names are. */
  readonly counted: boolean;
  /** What the site's other pages say of its place: a list of columns stands there, or a block of the frame. */
  readonly known: 'template' | 'frame' | null;
  readonly score: number;
}

/** Whether something says of a block that it is the column's own. */
export function isClaimed({ named, underTrail, paged, own, known }: Candidate): boolean {
  return (named && !underTrail) || paged || own || known === 'template';
}

export interface PageFacts extends Headed {
  readonly page: Page;
  readonly pagers: readonly number[];
  /** Number of records that the page claims, or null. */
  readonly records: number | null;
  /** The run with which the way to the page begins (`当前位置：`), or 0. */
  readonly trailAt: number;
  /** Whether the page holds running text like an article's. */
  readonly prose: boolean;
  /** Scripts that stand on other pages of the site, where they fill no list; null where the page is read by itself. */
  readonly knownScripts: ReadonlySet<string> | null;
  /** Whether an element stands where other columns of the site have their lists. */
  isListPlace(element: number): boolean;
  /** Whether an element stands in the page's frame: navigation, header, footer. */
  inFrame(element: number): boolean;
}

/** Weighs a group. */
export function weigh(facts: PageFacts, group: Group): Candidate {
  const { outline, marks, page, pagers } = facts;
  const entries = entriesOf(outline, marks, group, page.base);
  const rows = Math.max(1, entries.length);
  const dated = entries.filter((entry) => entry.publishedOn !== null || entry.shown !== undefined).length / rows;
  const titleLength = entries.reduce((sum, entry) => sum + Math.min(40, entry.title.length), 0) / rows;
  const linked = entries.filter((entry) => entry.url !== null);
  const leaves = linked.length === 0 ? 0.5 : linked.filter((entry) => looksLikeArticle(entry.url!, page.url)).length / linked.length;
  const own = linked.length > 0 && linked.filter((entry) => isBelow(entry.url!, page.url)).length >= 0.6 * linked.length;
  const span = spanBetween(group.rows[0]!, group.rows.at(-1)!);
  const { heading, more, headedAt } = headOf(facts, group);
  const last = span.runTo;
  const paged = pagers.some(
    (place) => place >= last - 1 && place <= last + 12 && lettersIn(marks, { ...span, runFrom: last, runTo: Math.max(last, place) }) < 60,
  );
  const isNamed = heading !== null && facts.columnNames.has(plainName(heading));
  const counted = paged && isCount(facts.records, entries.length);
  const underTrail = isNamed && headedAt < facts.trailTo;
  // A box with a picture for its heading says nothing that could be read, and stands below the name by chance.
  const named = isNamed && !hasPicture(outline, outline.runs[headedAt]!.element, group.rows[0]!.elementFrom);
  const otherwise = !named && isHeadedOtherwise(facts, group.container, group.rows[0]!.runFrom);
  const parts = {
    aside: heading !== null && !named && ASIDE.test(heading),
    frame: facts.inFrame(group.container),
    named,
    underTrail,
    otherwise,
    own,
    more,
    paged,
    counted,
    heading,
  };
  const score = scoreOf({ rows: entries.length, dated, titleLength, leaves, overTrail: last <= facts.trailAt, ...parts });
  return { group, entries, dated, titleLength, leaves, ...parts, known: null, score };
}

function scoreOf(
  of: { rows: number; dated: number; titleLength: number; leaves: number; overTrail: boolean } & Pick<
    Candidate,
    'aside' | 'frame' | 'named' | 'own' | 'more' | 'paged' | 'counted'
  >,
): number {
  let score = Math.min(of.rows, 40) ** 0.7;
  score *= 1 + 3 * of.dated;
  score *= Math.min(1.5, Math.max(0.2, of.titleLength / 12));
  // Days say that rows are articles; without them their addresses have to.
  score *= of.dated >= 0.5 ? 0.7 + 0.3 * of.leaves : 0.4 + 0.6 * of.leaves;
  if (of.paged) score *= 3;
  if (of.counted) score *= 3;
  if (of.named) score *= 2;
  if (of.own && of.dated > 0) score *= 4;
  if (of.aside) score *= 0.25;
  if (of.frame) score *= 0.2;
  // What a page is about stands under the way to it.
  if (of.overTrail) score *= 0.2;
  if (of.more !== null && !of.paged) score *= 0.6;
  return score;
}

/** Fewer rows are as many as something else by chance. */
const FEWEST_COUNTED = 5;

/** Whether a page's count of records is that of so many rows. */
export function isCount(records: number | null, rows: number): boolean {
  return rows >= FEWEST_COUNTED && records === rows;
}

const ASIDE =
  /热点|热门|热文|热词|排行|推荐|相关|点击(?!(?:数|量|率|次数)?$)|友情链接|链接$|常用|导航|图片新闻|图说|专题专栏|联系我们|为您推荐|最新(?:公开|更新|发布|信息|文章|文件|动态|资讯|新闻)|阅读排行|猜你/;
/** Whether an address looks like one article's: a number or date in a file, a file type of documents; not a folder or an index page. */
export function looksLikeArticle(url: string, pageUrl: string): boolean {
  const { pathname, search } = new URL(url);
  if (pathname === new URL(pageUrl).pathname && search === '') return false;
  if (/(?:^|\/)(?:index|list|default|main|home)(?:[_-]?\d+)?\.\w{2,6}$/i.test(pathname) || (pathname.endsWith('/') && search === ''))
    return false;
  if (/\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar|et|pptx?)$/i.test(pathname)) return true;
  return (
    /\d{3,}|[0-9a-f]{8}|\d\.\w{2,6}$/i.test(pathname.slice(pathname.lastIndexOf('/', pathname.length - 2))) ||
    /\/\d{4}[/-]?\d{2}|\/t?20\d{6}/.test(pathname) ||
    /(?:id|key|no|num|article|info|news)\w{0,8}=[\w-]{2,}/i.test(search) ||
    /\/(?:info|article|content|detail|show|news)\w{0,8}\//i.test(pathname)
  );
}

/** Whether an address lies below the folder that a page stands in; below the root all do, which says nothing. */
export function isBelow(url: string, pageUrl: string): boolean {
  const page = new URL(pageUrl);
  const folder = page.pathname.slice(0, page.pathname.lastIndexOf('/') + 1);
  const { host, pathname } = new URL(url);
  return folder !== '/' && host === page.host && pathname.startsWith(folder);
}
