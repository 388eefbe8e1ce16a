import { Parser } from 'htmlparser2';
import { maskAddress } from '../../privacy/leaving.ts';
import { maskLines } from '../../privacy/personal-data.ts';

/** What a page's text is built of. Nothing here fetches, runs, submits or opens anything, and none holds raw text. */
const ELEMENTS = new Set(
  `a abbr address article aside b bdi bdo big blockquote body br caption center cite code col colgroup dd del details dfn div dl dt em
  figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i ins kbd li main mark menu nav ol p pre q rp rt ruby s samp section
  small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`.split(/\s+/),
);
const VOID = new Set(['br', 'hr', 'wbr', 'col']);
/** Elements whose content is no text of the page, or not shown. */
const SILENT = new Set(['title', 'script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'audio', 'video']);
/** Attributes that hold a number or a word and never an address. */
const ATTRIBUTES = new Set([
  'colspan',
  'rowspan',
  'span',
  'start',
  'reversed',
  'align',
  'valign',
  'dir',
  'lang',
  'datetime',
  'hidden',
  'open',
  'data-read',
  'data-choice',
]);
/** Attributes of addresses, shown as words. */
const ADDRESSES: Readonly<Record<string, string>> = { a: 'href', img: 'src' };
const LONGEST_ADDRESS = 500;

const OPENING = `<!doctype html><html><head><meta charset="utf-8"><style>
body { font: 15px/1.6 sans-serif; margin: 1rem; color: #222; background: #fff }
a { color: #1a4f8b; text-decoration: underline } table { border-collapse: collapse } td, th { padding: 2px 6px }
.picture { color: #777 }
</style></head><body>`;

/** How rows are marked on a page that `choicesOf` prepared: those that were read, and blocks that could be read instead, each with its link. */
export interface MarkedRows {
  /** Address of the console that says of a choice that it is the list; null: it is already. */
  choose(choice: number): string | null;
  readonly label: string;
}

const MARKS = `<style>[data-read] { background: #e3f4e6; outline: 2px solid #1a7f37 } [data-choice] { outline: 1px dashed #8a6100 }
[data-read][data-choice] { outline: 2px solid #1a7f37 } a.offer { display: inline-block; margin: 4px 0; padding: 2px 8px; color: #fff; background: #1a4f8b }</style>`;

/**
 * A stored page as it may be shown: rebuilt from an allow-list of elements and attributes, so that whatever a site wrote, a browser
 * that opens it asks nobody for anything, and with personal data masked. Links keep their address as a word to read, pictures their description.
 * `marked`: rows are to be told apart, on a page of `choicesOf`; the fragment `#read` leads to the first that was read.
 */
export function harmlessPage(text: string, contentType: string | null, marked: MarkedRows | null = null): string {
  if (/json/i.test(contentType ?? '') || /^\s*[[{]/.test(text)) return `${OPENING}<pre>${escaped(maskLines(text))}</pre></body></html>`;
  const parts: string[] = [OPENING, ...(marked ? [MARKS] : [])];
  const offered = new Set<string>();
  let isShown = false;
  let silent = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (SILENT.has(name)) silent += 1;
      if (silent > 0) return;
      const choice = attributes['data-choice'];
      if (marked && choice !== undefined && !offered.has(choice)) {
        offered.add(choice);
        parts.push(offerOf(marked, Number(choice)));
      }
      if (marked && !isShown && attributes['data-read'] !== undefined) {
        isShown = true;
        parts.push('<a id="read"></a>');
      }
      if (name === 'img') parts.push(pictureOf(attributes));
      else if (ELEMENTS.has(name) && name !== 'body') parts.push(`<${name}${attributesOf(name, attributes)}>`);
    },
    ontext(part) {
      if (silent === 0) parts.push(escaped(maskLines(part)));
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1);
      else if (silent === 0 && ELEMENTS.has(name) && name !== 'body' && !VOID.has(name)) parts.push(`</${name}>`);
    },
  });
  parser.end(text);
  return `${parts.join('')}</body></html>`;
}

/** The only address in such a page is one of the console itself. */
function offerOf({ choose, label }: MarkedRows, choice: number): string {
  const address = choose(choice);
  return address === null ? '' : `<a class="offer" target="_top" href="${escaped(address)}">${escaped(label)}</a>`;
}

function attributesOf(name: string, attributes: Readonly<Record<string, string>>): string {
  const kept = Object.entries(attributes).filter(([attribute, value]) => ATTRIBUTES.has(attribute) && value.length < 100);
  const address = addressOf(name, attributes);
  return [...kept, ...(address === '' ? [] : [['title', address]])]
    .map(([attribute, value]) => ` ${attribute}="${escaped(value!)}"`)
    .join('');
}

function pictureOf(attributes: Readonly<Record<string, string>>): string {
  const said = attributes.alt?.trim() || attributes.title?.trim() || '';
  return `<span class="picture" title="${escaped(addressOf('img', attributes))}">[图 ${escaped(said.slice(0, LONGEST_ADDRESS))}]</span>`;
}

function addressOf(name: string, attributes: Readonly<Record<string, string>>): string {
  return maskAddress((attributes[ADDRESSES[name] ?? ''] ?? '').slice(0, LONGEST_ADDRESS));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
