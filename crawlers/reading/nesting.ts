/** No page that people look at nests deeper; parsers take quadratic time on what does. */
const DEEPEST = 1000;
/** Shorter texts cannot nest deep enough to matter. */
const HARMLESS = 60_000;

/** Elements that end by themselves: an unclosed one does not nest the next. */
const SELF_ENDING =
  'p li dt dd tr td th thead tbody tfoot option optgroup br hr img input meta link base area col embed param source track wbr'.split(' ');
/** The begin of a tag that nests. */
const TAG = new RegExp(`<(?!/?(?:${SELF_ENDING.join('|')})[\\s/>])/?[a-z][a-z0-9:-]{0,40}(?=[\\s/>])`, 'gi');

/** The markup with tags nested beyond any sensible depth left out; their text stays. Unchanged where nothing nests so deep. */
export function boundNesting(html: string): string {
  if (html.length < HARMLESS) return html;
  let bounded = '';
  let copied = 0;
  let depth = 0;
  TAG.lastIndex = 0;
  // Of `exec` every tag would cost an array.
  while (TAG.test(html)) {
    const open = html.lastIndexOf('<', TAG.lastIndex - 1);
    const closing = html[open + 1] === '/';
    if (!closing) depth++;
    if (depth > DEEPEST) {
      const end = html.indexOf('>', open);
      if (end < 0) break;
      if (open >= copied) bounded += html.slice(copied, open);
      copied = Math.max(copied, end + 1);
    }
    if (closing && depth > 0) depth--;
  }
  return copied === 0 ? html : bounded + html.slice(copied);
}
