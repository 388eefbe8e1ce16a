import type { Sentence } from '../../../src/model/sentence.ts';
import { canonicalUrl } from '../urls.ts';
import type { Candidate, PageFacts } from './evidence.ts';
import { FETCHES } from './fillers.ts';
import { headsOfOtherDays } from './row-days.ts';

/** Years by which a list is parted: `2026年`, `2025年度`. */
const YEAR = /^[\s[【(（]*((?:19|20)\d{2})\s?年?度?[\s\])】）]*$/;
/** Lists of a column show more rows than teasers do. */
const LONGEST_TEASER = 12;
/** Elements around the rows whose names a script may speak of. */
const AROUND = 3;

/** What could show a newer row than the list of a page does, although that is the column's own: it is no proof then that the column is silent. */
export function newerElsewhere(facts: PageFacts, best: Candidate): Sentence[] {
  const doubts: Sentence[] = [];
  if (leadsToMore(facts, best))
    doubts.push({ zh: '旁边的“更多”通向另一页，这里可能只是一部分', en: 'a link to more of it leads to another page: this may be a part' });
  if (hasNewerYear(facts, best))
    doubts.push({ zh: '另有不更早年份的页面没有看', en: 'pages of the same or a later year were not looked at' });
  if (headsOfOtherDays(facts.outline, best.group.container, best.group.rows))
    doubts.push({ zh: '行内日期是成文等日期，不是发布日期', en: 'the days of its rows are those of the documents, not of publication' });
  if (!facts.page.drawn && isAddedTo(facts, best))
    doubts.push({ zh: '脚本会把取来的内容放进列表', en: 'a script puts what it fetches into the list' });
  const notice = noticeOfMove(facts, best);
  if (notice !== null)
    doubts.push({ zh: `页面提示新信息在别处：“${notice}”`, en: `the page says that what is new stands elsewhere: "${notice}"` });
  return doubts;
}

/** What pages say whose column, or site, goes on elsewhere. A link back to an old version says nothing of the kind. */
const MOVED =
  /(?:本|该|此|原)(?:栏目|网站|站|网页|页面?|频道|版块)[^。；;]{0,40}(?:(?:停止|不再|暂停|终止)(?:更新|维护|运行|使用|服务)|(?:迁移|迁至|搬迁|转移|改版|并入|归并|合并|整合|停用|关闭))|(?:停止|不再|暂停)(?:更新|维护)[^。；;]{0,40}(?:请|见|移步)|(?:最新|新的?|更新后的?)[^。；;]{0,12}(?:信息|内容|公告|动态|文件|栏目)?[^。；;]{0,12}请(?:到|至|移步|访问|前往|点击|登录|见)/;
const LONGEST_NOTICE = 160;
const SHOWN = 40;

/** The text outside the rows in which the page says that the column goes on elsewhere, cut short; null where it says nothing of it. */
function noticeOfMove({ outline }: PageFacts, { group }: Candidate): string | null {
  const [from, to] = [group.rows[0]!.runFrom, group.rows.at(-1)!.runTo];
  const said = outline.runs.find(
    ({ text, link }, index) => (index < from || index >= to) && link < 0 && text.length <= LONGEST_NOTICE && MOVED.test(text),
  );
  return said === undefined ? null : said.text.slice(0, SHOWN);
}

/** A few rows under the column's name, with more of them elsewhere: "more" beside what nothing names may be the box's before it. */
function leadsToMore({ page }: PageFacts, { more, paged, named, underTrail, entries }: Candidate): boolean {
  const isTeaser = named && !underTrail && !paged && entries.length <= LONGEST_TEASER;
  const url = isTeaser ? canonicalUrl(more, page.base) : null;
  return url !== null && url !== canonicalUrl(page.url, page.url);
}

/** Links outside the rows that are named by the year of the newest row or a later one, and lead elsewhere. */
function hasNewerYear({ outline, page }: PageFacts, { entries, group }: Candidate): boolean {
  const newest = entries.reduce((latest, { publishedOn }) => (publishedOn !== null && publishedOn > latest ? publishedOn : latest), '');
  if (newest === '') return false;
  const here = canonicalUrl(page.url, page.url);
  const [from, to] = [group.rows[0]!.linkFrom, group.rows.at(-1)!.linkTo];
  return outline.links.some((link, index) => {
    if (index >= from && index < to) return false;
    const year = YEAR.exec(link.text)?.[1];
    const url = year !== undefined && year >= newest.slice(0, 4) ? canonicalUrl(link.href, page.base) : null;
    return url !== null && url !== here;
  });
}

/** A script of the page fetches something and puts it before the rows, or in their place, by the name of an element around them or of an empty list beside them. */
function isAddedTo({ page, outline, emptyLists }: PageFacts, { group }: Candidate): boolean {
  const places = emptyLists.filter((empty) => outline.parent[empty] === outline.parent[group.container]);
  for (let at = group.container, up = 0; at >= 0 && up < AROUND; at = outline.parent[at]!, up++) places.push(at);
  const names = places.flatMap((at) => outline.elements[at]!.attribs.id ?? []).filter((id) => /^[\w-]{1,60}$/.test(id));
  if (names.length === 0) return false;
  const puts = new RegExp(
    `['"]#?(?:${names.join('|')})['" >][^;]{0,80}\\)\\s{0,3}\\.\\s{0,3}(?:prepend|html|before|load|replaceWith)\\(\\s{0,3}[^)\\s]|getElementById\\(\\s{0,3}['"](?:${names.join('|')})['"]\\s{0,3}\\)\\s{0,3}\\.\\s{0,3}innerHTML\\s{0,3}=`,
  );
  return page.scripts.some((script) => FETCHES.test(script) && puts.test(script));
}
