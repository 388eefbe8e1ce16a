import { load } from 'cheerio/slim';
import type { Document } from 'domhandler';
import { printedBy } from '../articles/scripts.ts';

const RECORD = /<record>\s{0,200}(?:<!\[CDATA\[)?([\s\S]{0,20000}?)(?:\]\]>)?\s{0,200}<\/record>/g;

/**
 * Markup that a script element holds or prints where it stands: Hanweb's record sets (`<recordset><record><![CDATA[<li>…`) and rows written by
 * `document.write`. Null where it holds none.
 */
export function islandIn(code: string): Document | null {
  const markup = recordsIn(code) || printedBy(code, true);
  return markup.includes('<') ? (load(markup).root()[0] as unknown as Document) : null;
}

/** The markup of all records of a Hanweb record set, one after the other; empty where the text holds none. */
export function recordsIn(text: string): string {
  if (!text.includes('<record>')) return '';
  let markup = '';
  for (const [, record = ''] of text.matchAll(RECORD)) markup += record;
  return markup;
}
