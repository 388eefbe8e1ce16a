/** Ends of the page that stand in its middle: what follows them is drawn where they stand. */
const PAGE_END = /<\/(?:body|html)\s{0,20}>/gi;
const NOTHING_DRAWN = /\s{1,500}|<\/(?:body|html)\s{0,20}>|<script\b[^<>]{0,500}>(?:(?!document\.write)[^<]){0,3000}<\/script\s{0,5}>/iy;
const TABLE = /<(\/?)table\b[^<>]{0,500}>/gi;
/** What stands behind the end of a table that stands in a cell. */
const CELL_ENDS = /\s{0,200}<\/td\s{0,5}>/iy;

/** The end of a list between two of its rows: `</li></ul><li>`. */
const END_BETWEEN_ROWS = /(<\/(li|p|tr|dd|dl)\s{0,5}>\s{0,50})<\/(ul|ol|div|table)\s{0,5}>(?=\s{0,200}<\2[\s>])/gi;
const ANCHOR_OR_ROW = /<(\/?)(a|li|tr|td|dd|dt)(?=[\s>])/gi;

/**
 * Markup without ends that end nothing (`</body>` before the page is over, `</table>` for tables that were never opened, `</ul>` between two rows), and with
 * anchors ended where the next row begins. Browsers draw such pages as they were meant (HTML Living Standard, 13.2.6); what is balanced stays as it is.
 */
export function mended(html: string): string {
  const whole = endsInItsMiddle(html) ? html.replace(PAGE_END, '') : html;
  const surplus = surplusEnds(whole);
  const tables = (surplus.table ?? 0) > 0 ? withoutStrayTableEnds(whole) : whole;
  const lists = Object.entries(surplus).some(([name, ends]) => name !== 'a' && ends > 0) ? withoutEndsBetweenRows(tables, surplus) : tables;
  return (surplus.a ?? 0) < 0 ? withAnchorEnds(lists) : lists;
}

/**
 * Whether an end of the page has more than space, comments and scripts that write nothing behind it. Where not, the page is not copied: that costs as much as
 * to decode it.
 */
function endsInItsMiddle(html: string): boolean {
  let at = html.search(PAGE_END);
  while (at >= 0 && at < html.length) {
    NOTHING_DRAWN.lastIndex = at;
    if (NOTHING_DRAWN.test(html)) at = NOTHING_DRAWN.lastIndex;
    else if (html.startsWith('<!--', at)) at = after(html, '-->', at);
    else return true;
  }
  return false;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

const COUNTED = /<(\/?)(table|ul|ol|div|a)(?=[\s>/])/gi;

/** How many more ends than begins a page has of the tags that rows stand in; fewer are negative. */
function surplusEnds(html: string): Record<string, number> {
  const surplus: Record<string, number> = {};
  for (const [, slash, tag] of html.matchAll(COUNTED)) {
    const name = tag!.toLowerCase();
    surplus[name] = (surplus[name] ?? 0) + (slash === '' ? -1 : 1);
  }
  return surplus;
}

function withoutEndsBetweenRows(html: string, surplus: Readonly<Record<string, number>>): string {
  return html.replace(END_BETWEEN_ROWS, (all, kept: string, _row: string, name: string) =>
    (surplus[name.toLowerCase()] ?? 0) > 0 ? kept : all,
  );
}

/** An anchor that is open where the next row begins was left open: rows in anchors end theirs. */
function withAnchorEnds(html: string): string {
  let kept = '';
  let copied = 0;
  let open = false;
  for (const { index, 1: slash, 2: name } of html.matchAll(ANCHOR_OR_ROW)) {
    const isAnchor = name!.toLowerCase() === 'a';
    if (open && slash === '' && !isAnchor) {
      kept += `${html.slice(copied, index)}</a>`;
      copied = index;
    }
    if (isAnchor) open = slash === '';
    else if (slash === '') open = false;
  }
  return kept + html.slice(copied);
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
