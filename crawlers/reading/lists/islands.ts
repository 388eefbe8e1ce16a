import type { Document } from 'domhandler';
import { parseMarkup } from '../markup.ts';
import { markupWrittenBy } from './written-rows.ts';

/**
 * Markup that a script element holds or writes where it stands: Hanweb's record sets (`<recordset><record><![CDATA[<li>…`), rows that a script keeps as
 * text or writes, or the day of one. Null where it holds none.
 */
export function islandIn(code: string): Document | null {
  const markup = recordsIn(code) || keptIn(code) || markupWrittenBy(code);
  return markup.includes('<') || (markup !== '' && markup.length <= LONGEST_DAY) ? parseMarkup(markup) : null;
}

/** Plain text that a script prints is a row's day at most; the rest are greetings and notes. In characters. */
const LONGEST_DAY = 40;

/** The markup of all records of a Hanweb record set, one after the other; empty where the text holds none. */
export function recordsIn(text: string): string {
  return between(text, '<record>', '</record>').map(withoutCdata).join('');
}

const ROW_MARKUP = /<(?:li|tr|dd|a)\b/i;
/** Places for values: a template, and no rows. */
const PLACEHOLDER = /\{\{|<%|\$\{|\{#|#=|@\{|\[\[/;

/** Rows that a script element of another type keeps: as markup, or in CDATA sections. */
function keptIn(code: string): string {
  const begin = code.slice(0, 200).trimStart();
  if (!begin.startsWith('<') || PLACEHOLDER.test(code)) return '';
  const sections = between(code, '<![CDATA[', ']]>').join('');
  const markup = ROW_MARKUP.test(sections) ? sections : code;
  return ROW_MARKUP.test(markup) ? markup : '';
}

function withoutCdata(text: string): string {
  return text.replace('<![CDATA[', '').replace(']]>', '');
}

function between(text: string, opening: string, closing: string): string[] {
  const found: string[] = [];
  for (let open = text.indexOf(opening); open >= 0; open = text.indexOf(opening, open)) {
    const close = text.indexOf(closing, open);
    if (close < 0) break;
    found.push(text.slice(open + opening.length, close));
    open = close;
  }
  return found;
}
