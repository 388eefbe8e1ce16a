import { onSite } from '../../crawlers/discovery/links.ts';
import type { CrawledColumn } from '../../crawlers/site/crawled.ts';
import { type PageElements, withPage } from '../../src/model/page-elements.ts';

/** What was seen of a site's page elements, with the pages of one more column and of its items that were read. */
export function withTags(seen: PageElements, { column, seen: list, items }: CrawledColumn): PageElements {
  const columns = list?.tags ? withPage(seen.columns, column.url, list.tags) : seen.columns;
  const articles = items.reduce(
    (tally, { row, article }) =>
      article?.tags && article.text !== '' && isOwn(row.url, column.url) ? withPage(tally, row.url, article.tags) : tally,
    seen.articles,
  );
  return { ...seen, columns, articles };
}

/** Pages of another host are somebody else's template. */
function isOwn(url: string | null, column: string): url is string {
  return url !== null && onSite(url, column);
}
