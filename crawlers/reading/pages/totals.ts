import type { Outline } from '../lists/outline.ts';
import { type Page, selectorsOf } from '../page.ts';

const RECORDS = [
  /共(?:有|计|找到|搜索到)?\s{0,3}[[(（]?\s{0,3}(\d{1,8})\s{0,3}[\])）]?\s{0,3}(?:条|篇|个?记录|行|项|件|则)/,
  /(?:总记录数|总条数|记录总数|总数据|总数|总共|信息总数|记录数|总计)\s{0,3}[:：]?\s{0,3}(\d{1,8})(?!\s{0,3}页)/,
  /(\d{1,8})\s{0,3}条(?:记录|数据|信息)/,
];
const PAGES = [
  /共(?:有|计)?\s{0,3}(\d{1,6})\s{0,3}页/,
  /(?:总页数|页数|页次|页码)\s{0,3}[:：]?\s{0,3}(?:\d{1,6}\s{0,3}\/\s{0,3})?(\d{1,6})/,
  /\d{1,6}\s{0,3}\/\s{0,3}(\d{1,6})\s{0,3}页?/,
];
const CURRENT = [
  /(?:当前)?第\s{0,3}(\d{1,6})\s{0,3}(?:\/\s{0,3}\d{1,6}\s{0,3})?页/,
  /(?:页次|页码|当前页?|页数)\s{0,3}[:：]?\s{0,3}第?\s{0,3}(\d{1,6})\s{0,3}(?:\/|页)/,
  /(?:^|[^\d/.-])(\d{1,6})\s{0,3}\/\s{0,3}\d{1,6}(?=$|[^\d/.-])/,
];
const SCRIPT_RECORDS =
  /\b(?:totalRecords?|total(?:Count|Num|Rows|Elements)?|recordCount|totalcount)['"]?\s{0,3}[:=]\s{0,3}['"]?(\d{1,8})\b/i;

/** What a pager says about itself. */
export interface Claims {
  readonly records: number | null;
  readonly pages: number | null;
  readonly current: number | null;
}

/** Reads the numbers that stand at the page's pagers. */
export function pagerClaims(page: Page, outline: Outline, places: readonly number[]): Claims {
  const texts = places.map((place) => nearText(outline, place));
  return {
    records: firstMatch(RECORDS, texts) ?? countAttribute(page) ?? scriptRecords(page),
    pages: firstMatch(PAGES, texts),
    current: firstMatch(CURRENT, texts),
  };
}

/** Runs before a pager's place that are looked at, whatever they say. */
const BEFORE = 3;
/** Pieces of a pager's own sentence before its place (`共 <b>17</b> 条记录 第 <b>1</b>/2 页`) are as long at most, and so many. */
const PIECE = 8;
const MOST_PIECES = 12;

function nearText({ runs }: Outline, place: number): string {
  let from = Math.max(0, place - BEFORE);
  const isPiece = (text: string) => text.length <= PIECE && (/^(?:\d{1,7}|\/)$/.test(text) || /[共总第页条篇]|记录/.test(text));
  while (from > 0 && from > place - MOST_PIECES && isPiece(runs[from - 1]!.text)) from--;
  return runs
    .slice(from, place + 22)
    .map((run) => (run.text.length > 40 ? '|' : run.text))
    .join(' ');
}

function firstMatch(patterns: readonly RegExp[], texts: readonly string[]): number | null {
  for (const pattern of patterns) {
    for (const text of texts) {
      const match = pattern.exec(text);
      if (match) return Number(match[1]);
    }
  }
  return null;
}

/** `<div class="pagination" rows="15" count="302">`, written by JPAAS for its script. */
function countAttribute(page: Page): number | null {
  if (!/\bcount=/i.test(page.html)) return null;
  const count = selectorsOf(page)('[count][rows], [data-count][data-rows]').first();
  const written = count.attr('count') ?? count.attr('data-count') ?? '';
  return /^\d{1,8}$/.test(written) ? Number(written) : null;
}

/** Only scripts that also speak of page sizes are about this list. */
function scriptRecords(page: Page): number | null {
  for (const script of page.scripts) {
    const match = /page_?size|per_?page|item_per_page|pageNo/i.test(script) ? SCRIPT_RECORDS.exec(script) : null;
    if (match) return Number(match[1]);
  }
  return null;
}
