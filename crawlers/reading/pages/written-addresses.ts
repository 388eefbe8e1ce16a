import type { Page } from '../page.ts';
import type { Sequence } from './sequence.ts';

/** An address put together in a script: `"/jyxx/003006/" + (data.pageIndex + 1) + ".html"`, `'?page=' + e.curr`. */
const PUT_TOGETHER =
  /(['"])([^'"\n]{0,300})\1\s{0,5}\+\s{0,5}\(?\s{0,3}([A-Za-z_$][\w.$]{0,60})\s{0,3}(?:\+\s{0,3}(\d))?\s{0,3}\)?\s{0,5}(?:\+\s{0,5}(['"])((?:\.\w{2,6}|&)[^'"\n]{0,200})\5|(?=[;,)}\n]))/g;

const PAGE_VARIABLE = /page|index|num|curr|^[inp]$/i;
/** An address that ends with its number, as queries do. */
const QUERY_AT_END = /[?&]\w{1,30}=$/;

/** Pages whose addresses a pager's script puts together, with the number of records and rows a page that the script is given. */
export function writtenSequence(page: Page): Sequence | null {
  for (const script of page.scripts) {
    const total = /\b(?:total|totalRecords?|totalCount|totalNum|recordCount)\s{0,3}[:=]\s{0,3}['"]?(\d{1,8})/i.exec(script);
    const size = /\b(?:pageSize|perPage|page_?size|rows|limit)\s{0,3}[:=]\s{0,3}['"]?(\d{1,4})/i.exec(script);
    const pages = /\b(?:totalPages?|pageCount|countPage|pages)\s{0,3}[:=]\s{0,3}['"]?(\d{1,6})/i.exec(script);
    const last = pages ? Number(pages[1]) : total && size && Number(size[1]) > 0 ? Math.ceil(Number(total[1]) / Number(size[1])) : null;
    if (last === null || last < 2) continue;
    for (const [, , before = '', variable = '', plus, , after] of script.matchAll(PUT_TOGETHER)) {
      if (after === undefined && !QUERY_AT_END.test(before)) continue;
      if (!PAGE_VARIABLE.test(variable) || !/[/?=_.]|\w$/.test(before)) continue;
      // `index + 1` counts from 0 and writes page numbers; a bare variable compared with 0 for the first page writes numbers one behind.
      const behind =
        plus === undefined && new RegExp(`${variable.replace(/[.$]/g, '\\$&')}\\s{0,3}={2,3}\\s{0,3}['"]?0`).test(script) ? 1 : 0;
      const addressOf = (number: number) => `${before}${number - behind}${after ?? ''}`;
      return { current: currentPage(page.url, addressOf), last, addressOf };
    }
  }
  return null;
}

/** Which page the address itself is, if it is one that the script writes; else the first. */
function currentPage(url: string, addressOf: (page: number) => string): number {
  const file = addressOf(7).split('/').at(-1)!;
  const pattern = new RegExp(`(?:^|/)${file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('7', '(\\d{1,6})')}$`);
  const match = pattern.exec(url.split('/').at(-1)!);
  return match ? Number(match[1]) : 1;
}
