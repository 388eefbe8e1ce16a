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
  return doubts;
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

/** A script of the page fetches something and puts it before the rows, or in their place, by the name of an element around them. */
function isAddedTo({ page, outline }: PageFacts, { group }: Candidate): boolean {
  const names: string[] = [];
  for (let at = group.container, up = 0; at >= 0 && up < AROUND; at = outline.parent[at]!, up++) {
    const { id } = outline.elements[at]!.attribs;
    if (id && /^[\w-]{1,60}$/.test(id)) names.push(id);
  }
  if (names.length === 0) return false;
  const puts = new RegExp(
    `['"]#?(?:${names.join('|')})['" >][^;]{0,80}\\)\\s{0,3}\\.\\s{0,3}(?:prepend|html|before|load|replaceWith)\\(\\s{0,3}[^)\\s]|getElementById\\(\\s{0,3}['"](?:${names.join('|')})['"]\\s{0,3}\\)\\s{0,3}\\.\\s{0,3}innerHTML\\s{0,3}=`,
  );
  return page.scripts.some((script) => FETCHES.test(script) && puts.test(script));
}
