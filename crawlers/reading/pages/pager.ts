import type { Outline } from '../lists/outline.ts';

const PAGER_LINK =
  /^(?:[<>«»‹›\s]*)(?:下一?[页頁]|后一?页|(?:点击|点此)?(?:加载|载入)(?:更多|下一页)|load more|尾页|末页|最后一?页|上一?页|前一?页|next(?:\s?page)?|last(?:\s?page)?)(?:[<>«»‹›\s]*)$/i;
/** What pagers say of themselves. */
export const PAGER_TEXT =
  /共\s{0,3}\d{1,7}\s{0,3}(?:页|条|篇|个记录)|第\s{0,3}\d{1,6}\s{0,3}(?:\/\s{0,3}\d{1,6}\s{0,3})?页|^页次|\d{1,6}\s?\/\s?\d{1,6}\s{0,3}页|每页\s{0,3}\d{1,4}\s{0,3}条|总(?:记录|条)数|^转到|^跳转?(?:至|到)/;
const PAGER_SCRIPT =
  /\b(?:create\w{0,12}Page\w{0,12}|createPage\w{0,12}|\w{0,12}[pP]aging|\w{0,12}[pP]agination|pageNav|showPages?)\s{0,3}\(/;
const PAGER_NAME =
  /(?:^|[\s_-])(?:page(?:s|r|bar|box|nav|list-?page|nation|_?div)?|paging|pagination|fenye|fanye|pagebreak|page-?box|digg|pb_sys_common|wp_paging)(?:$|[\s_-])/i;

/** Where the page's pagers stand: the number of runs before each, ascending. */
export function pagerPlaces(outline: Outline): number[] {
  const places = new Set<number>();
  for (const [index, run] of outline.runs.entries()) {
    if (run.text.length <= 60 && (PAGER_LINK.test(run.text) || PAGER_TEXT.test(run.text) || isArrowBesideNumber(outline, index)))
      places.add(index);
  }
  for (let run = 0; run < outline.runs.length; run++) {
    const length = numbersFrom(outline, run);
    if (length > 0) places.add(run);
    run += Math.max(0, Math.abs(length) - 1);
  }
  for (const script of outline.scripts)
    if (PAGER_SCRIPT.test(script.code) && !/function\s+create/.test(script.code)) places.add(script.run);
  for (const [index, element] of outline.elements.entries()) {
    const named = `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`;
    if (
      named.length > 1 &&
      PAGER_NAME.test(named) &&
      outline.runTo[index]! - outline.runFrom[index]! <= 40 &&
      outline.linkTo[index]! - outline.linkFrom[index]! <= 30
    ) {
      places.add(outline.runFrom[index]!);
    }
  }
  return [...places].sort((a, b) => a - b);
}

/** `‹ 2 ›`: a sign that is a link behind the number of the page, which is none. */
function isArrowBesideNumber({ runs }: Outline, index: number): boolean {
  const [number, sign] = [runs[index - 1], runs[index]!];
  return /^[>›»→]$/.test(sign.text) && sign.link >= 0 && number !== undefined && number.link < 0 && /^\d{1,4}$/.test(number.text);
}

/** More are the days of a calendar. */
const MOST_NUMBERS = 20;

/**
 * How many runs from one on count up, all of them links but one, as pagers without words do (`<b>1</b> <a>2</a> <a>3</a>`); negative where they count
 * up and are no pager.
 */
function numbersFrom({ runs, links }: Outline, from: number): number {
  let length = 0;
  let unlinked = 0;
  for (; from + length < runs.length; length++) {
    const { text, link } = runs[from + length]!;
    if (!/^\d{1,4}$/.test(text) || Number(text) !== Number(runs[from]!.text) + length) break;
    if (links[link]?.href == null || links[link].text !== text) unlinked++;
  }
  return length > 1 && length <= MOST_NUMBERS && unlinked === 1 ? length : -length;
}
