/** Ends of the page that stand in its middle: what follows them is drawn where they stand. */
const PAGE_END = /<\/(?:body|html)\s{0,20}>/gi;
const TABLE = /<(\/?)table\b[^<>]{0,500}>/gi;
/** What stands behind the end of a table that stands in a cell. */
const CELL_ENDS = /\s{0,200}<\/td\s{0,5}>/iy;

/**
 * Markup without ends that end nothing, as browsers leave them out (HTML Living Standard, 13.2.6): `</body>` and `</html>` before the page is over, and
 * `</table>` for tables that were never opened, which would end the one that rows go on in.
 */
export function mended(html: string): string {
  const whole = html.replace(PAGE_END, '');
  return count(whole, /<\/table\b/gi) > count(whole, /<table\b/gi) ? withoutStrayTableEnds(whole) : whole;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found++;
  return found;
}

/** An outermost table ends in no cell: an end of it with a cell's end right behind it is none of its own. */
function withoutStrayTableEnds(html: string): string {
  let kept = '';
  let copied = 0;
  let depth = 0;
  for (const { index, 0: tag, 1: slash } of html.matchAll(TABLE)) {
    const end = index + tag.length;
    if (slash === '') depth++;
    else if (depth === 1 && endsCell(html, end)) {
      kept += html.slice(copied, index);
      copied = end;
    } else if (depth > 0) depth--;
  }
  return kept + html.slice(copied);
}

function endsCell(html: string, place: number): boolean {
  CELL_ENDS.lastIndex = place;
  return CELL_ENDS.test(html);
}
