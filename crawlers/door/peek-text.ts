import { decodePage } from './decode.ts';

/** How far into a page its title is looked for, and how long it may be. */
const TITLE_WITHIN = 8192;
const TITLE_BYTES = 300;

const GB18030 = new TextDecoder('gb18030');
const UTF8 = new TextDecoder();

/**
 * A page's title, read without decoding the page: once as UTF-8 and once as GB18030, as the charset is not known yet.
 * Only one of the two makes sense.
 */
export function peekTitles(bytes: Buffer): string[] {
  const head = bytes.subarray(0, TITLE_WITHIN);
  const text = head.toString('latin1');
  const tag = text.search(/<title[\s>]/i);
  const start = tag < 0 ? -1 : text.indexOf('>', tag) + 1;
  if (start <= 0) return [];
  const end = text.indexOf('<', start);
  const title = head.subarray(start, Math.min(end < 0 ? head.length : end, start + TITLE_BYTES));
  return [UTF8, GB18030].map((decoder) => decoder.decode(title).replace(/\s+/g, ' ').trim());
}

/** What a page shows without running it: its pieces of text, scripts, styles and comments left out. Takes linear time. */
export function peekLines(bytes: Buffer, contentType: string | null): string[] {
  const { text } = decodePage(bytes, contentType);
  const lower = text.toLowerCase();
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('<', at);
    const line = text
      .slice(at, open < 0 ? text.length : open)
      .replace(/(?:\s|&nbsp;)+/g, ' ')
      .trim();
    if (line) lines.push(line);
    if (open < 0) break;
    at = afterTag(lower, open);
  }
  return lines;
}

/** Where the text goes on after the tag, comment or hidden element that opens at `open`. */
function afterTag(lower: string, open: number): number {
  if (lower.startsWith('<!--', open)) return after(lower, '-->', open + 4);
  for (const name of ['script', 'style', 'title', 'noscript']) {
    if (lower.startsWith(name, open + 1)) return after(lower, '>', after(lower, `</${name}`, open));
  }
  return after(lower, '>', open);
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}
