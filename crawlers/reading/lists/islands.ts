import type { Document } from 'domhandler';
import { printedBy } from '../articles/scripts.ts';
import { parseMarkup } from '../markup.ts';

/**
 * Markup that a script element holds or prints where it stands: Hanweb's record sets (`<recordset><record><![CDATA[<li>…`) and rows, or the day of one, written by
 * `document.write`. Null where it holds none.
 */
export function islandIn(code: string): Document | null {
  const markup = recordsIn(code) || printedBy(code, true);
  return markup.includes('<') || (markup !== '' && markup.length <= LONGEST_DAY) ? parseMarkup(markup) : null;
}

/** Plain text that a script prints is a row's day at most; the rest are greetings and notes. In characters. */
const LONGEST_DAY = 40;

/** The markup of all records of a Hanweb record set, one after the other; empty where the text holds none. */
export function recordsIn(text: string): string {
  let markup = '';
  for (let open = text.indexOf('<record>'); open >= 0; open = text.indexOf('<record>', open + 8)) {
    const close = text.indexOf('</record>', open);
    if (close < 0) break;
    markup += text
      .slice(open + 8, close)
      .replace('<![CDATA[', '')
      .replace(']]>', '');
    open = close;
  }
  return markup;
}
