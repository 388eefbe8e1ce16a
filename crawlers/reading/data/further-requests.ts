import type { ListReading, PageRequest } from '../../../src/model/reading.ts';

/** Pages that one answer names at most; those after them are named by the next answers. */
const MOST_PAGES = 200;
/** Shorter answers that name no size of pages are taken to be all there is. In rows. */
const LEAST_PAGE = 5;

const PAGE =
  /((?:^|[?&])(?:page|pageno|pageindex|pagenum|page_no|page_num|currentpage|curpage|pn|current|p)=|(?:"|%22)(?:page|pageNo|pageNum|pageIndex|currentPage|current)(?:"|%22)\s?(?::|%3A)\s?"?)(\d{1,6})(?=[&"},\s]|%22|%2C|%7D|$)/i;
const SIZE =
  /(?:(?:^|[?&])(?:pagesize|page_size|size|rows|limit|perpage)=|(?:"|%22)(?:pageSize|size|limit|rows)(?:"|%22)\s?(?::|%3A)\s?"?)(\d{1,4})(?=[&"},\s]|%22|%2C|%7D|$)/i;

/**
 * The requests for the pages after this one, where its address or its form counts pages: all of them where the answer says how many records there are,
 * else the next one as long as pages are full.
 */
export function furtherRequests(request: PageRequest, { items, total }: Pick<ListReading, 'items' | 'total'>): PageRequest[] {
  const place = PAGE.test(request.url) ? 'url' : PAGE.test(request.body ?? '') ? 'body' : null;
  if (place === null || items.length === 0) return [];
  const written = request[place]!;
  const current = Number(PAGE.exec(written)![2]);
  const size = Number(SIZE.exec(request.url)?.[1] ?? SIZE.exec(request.body ?? '')?.[1] ?? Number.NaN);
  const last = lastPage(current, items.length, Number.isNaN(size) || size === 0 ? null : size, total);
  return Array.from({ length: Math.min(MOST_PAGES, Math.max(0, last - current)) }, (_, index) => ({
    ...request,
    [place]: written.replace(PAGE, (_whole, before: string) => `${before}${current + 1 + index}`),
  }));
}

/** Pages are counted from 0 where the first one is 0. */
function lastPage(current: number, rows: number, size: number | null, total: number | null): number {
  if (total !== null) return Math.ceil(total / (size ?? rows)) - (current === 0 ? 1 : 0);
  return rows >= (size ?? LEAST_PAGE) ? current + 1 : current;
}
