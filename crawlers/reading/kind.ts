import { dayInUrl } from './dates/url.ts';
import type { Candidate } from './lists/evidence.ts';
import type { ListFindings } from './lists/list.ts';
import type { Page } from './page.ts';

/** What a page is by itself: an article where it says so or where running text outweighs its lists. */
export function kindOf(page: Page, { best, prose, articleHead, reading }: ListFindings): 'list' | 'article' {
  const saysArticle = page.meta.has('articletitle') || page.meta.has('pubdate');
  if (best === null || reading.state === 'blank')
    return kindWithoutRows(
      reading,
      prose,
      saysArticle || (articleHead && reading.state === 'none' && reading.next.length === 0),
      page.meta.has('columnname'),
    );
  const isDated = best.dated >= 0.5 && best.entries.length >= 3;
  if (isDated && best.paged) return 'list';
  if (best.paged && !saysArticle && isPagedList(best, articleHead)) return 'list';
  if (saysArticle || best.aside) return 'article';
  // An address that holds a day is one article's.
  if (articleHead && dayInUrl(page.url) !== null) return 'article';
  const isColumn = isDated && best.named;
  if (articleHead && !isColumn && (prose >= 40 || best.dated < 0.5)) return 'article';
  if (best.entries.length === 1 && !best.paged && prose >= 80) return 'article';
  const linked = best.entries.filter((entry) => entry.url !== null).length;
  if (best.dated < 0.5 && linked * 2 < best.entries.length) return 'article';
  const listed = best.entries.reduce((sum, entry) => sum + entry.title.length, 0);
  return prose > Math.max(200, 1.5 * listed) && !isColumn ? 'article' : 'list';
}

/** Rows over a pager: few ones with days, or many links to articles. */
function isPagedList({ dated, entries, leaves }: Candidate, articleHead: boolean): boolean {
  return dated >= 0.5 ? !articleHead : entries.length >= 5 && leaves >= 0.6;
}

/** What a page is whose markup shows no rows. */
function kindWithoutRows(reading: ListFindings['reading'], prose: number, saysArticle: boolean, namesColumn: boolean): 'list' | 'article' {
  if (saysArticle) return 'article';
  if (reading.state === 'blank') return 'list';
  if (reading.state === 'list') return prose < 200 ? 'list' : 'article';
  // A shell whose rows an API holds has nothing to show but the way to them.
  return prose < 80 && (reading.next.length > 0 || namesColumn) ? 'list' : 'article';
}
