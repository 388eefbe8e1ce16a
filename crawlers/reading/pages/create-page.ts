import type { Page } from '../page.ts';
import type { Sequence } from './sequence.ts';

/**
 * The pager script of TRS and its descendants. Variants seen:
 * `createPageHTML(4, 0, "index", "html")` with pages counted from 0 (page 2 is index_1.html), a trailing number of rows or none;
 * `createPageHTML("page_div", 50, 1, "list", "shtml", 1000)` with pages counted from 1 (page 2 is list_2.shtml). Others call it `PageNav` or `showPage`;
 * what tells the call is its arguments.
 */
const CALL = /\b(?:create\w{0,10}Page|PageNav|showPage|makePage|writePage)\w{0,10}\s{0,3}\(([^()]{1,300})\)/gi;

/** What a call of the pager script says. */
export interface PagerCall extends Sequence {
  /** Number of records, where the call gives it. */
  readonly rows: number | null;
}

/** The page's own call of a `createPageHTML` function (its definition is none), or the variables that such scripts are written with. */
export function createPageCall(page: Page): PagerCall | null {
  for (const script of page.scripts) {
    for (const [, written = ''] of script.matchAll(CALL)) {
      const call = fromArguments(written);
      if (call) return call;
    }
  }
  return fromOptions(page) ?? fromVariables(page);
}

/** `Pager({size:25, current:0, prefix:'index', suffix:'htm'})`: the same pager with its arguments named. */
function fromOptions(page: Page): PagerCall | null {
  for (const script of page.scripts) {
    const options = /\bPager\s{0,3}\(\s{0,3}\{([^{}]{10,300})\}/.exec(script)?.[1];
    if (!options) continue;
    const value = (name: string) => new RegExp(`\\b${name}['"]?\\s{0,3}:\\s{0,3}['"]?(\\w{1,40})`).exec(options)?.[1];
    const [pages, current, name, extension] = [value('size'), value('current'), value('prefix'), value('suffix')];
    if (/^\d{1,6}$/.test(pages ?? '') && /^\d{1,6}$/.test(current ?? '') && name && extension)
      return call(Number(pages), Number(current), 0, name, extension, null);
  }
  return null;
}

function fromArguments(written: string): PagerCall | null {
  const parts = [...written.matchAll(/"([^"]*)"|'([^']*)'|([^,\s]+)/g)].map((part) => part[1] ?? part[2] ?? part[3] ?? '');
  const intoElement = !/^\d+$/.test(parts[0] ?? '');
  const [pages, current, name, extension, rows] = intoElement ? parts.slice(1) : parts;
  if (!/^\d{1,6}$/.test(pages ?? '') || !/^\d{1,6}$/.test(current ?? '') || !name || !/^\w{2,6}$/.test(extension ?? '')) return null;
  const firstNumber = intoElement ? 1 : 0;
  return call(Number(pages), Number(current), firstNumber, name, extension!, /^\d{1,9}$/.test(rows ?? '') ? Number(rows) : null);
}

/** `var countPage = 4; var currentPage = 0;` (or TRS's own `_PAGE_COUNT`, `_PAGE_INDEX`) with the file's name in strings such as `"index_" + n + ".html"`. */
function fromVariables(page: Page): PagerCall | null {
  for (const script of page.scripts) {
    const count = /\b(?:countPage|_?PAGE_COUNT)\s{0,3}=\s{0,3}['"]?(\d{1,6})/.exec(script);
    const current = /\b(?:currentPage|curPage|_?PAGE_INDEX)\s{0,3}=\s{0,3}['"]?(\d{1,6})/.exec(script);
    if (!count || !current) continue;
    const name = /['"](\w{1,40})_["']|\b_?PAGE_NAME\s{0,3}=\s{0,3}['"](\w{1,40})/.exec(script)?.slice(1).find(Boolean) ?? 'index';
    const extension = /["']\.?(s?html?|jsp|jhtml)["']/.exec(script)?.[1] ?? /\.(\w{2,6})$/.exec(new URL(page.url).pathname)?.[1] ?? 'html';
    return call(Number(count[1]), Number(current[1]), 0, name, extension, null);
  }
  return null;
}

function call(last: number, current: number, firstNumber: 0 | 1, name: string, extension: string, rows: number | null): PagerCall {
  return {
    current: current + 1 - firstNumber,
    last,
    rows,
    addressOf: (page) => (page <= 1 ? `${name}.${extension}` : `${name}_${page - 1 + firstNumber}.${extension}`),
  };
}
