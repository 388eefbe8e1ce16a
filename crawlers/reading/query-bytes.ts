import iconv from 'iconv-lite';
import { decodePage } from '../door/decode.ts';

/** An address with a query in a string of markup or script, or in an attribute without quotes. */
const ADDRESS =
  /(["'])([^"'<>\r\n?]{0,500}\?[\w.%\u0080-\uffff-]{1,40}=[^"'<>\r\n]{1,500})\1|\b(?:href|src|action)=([^"'\s<>?]{1,500}\?[^"'\s<>]{1,500})/gi;
/** Quickly said of most pages that there is nothing to do. */
const BEYOND_ASCII_IN_QUERY = /[?&][\w.%-]{0,40}(?:=[!-~]{0,100})?[\u0080-\uffff]/;
const BEYOND_ASCII = /[\u0080-\uffff]+/g;

/** A page's source in its own charset, with addresses as browsers would ask for them. */
export function decodedSource(bytes: Uint8Array, contentType: string | null): string {
  const { text, charset } = decodePage(bytes, contentType);
  return withQueryBytes(text, charset);
}

/**
 * A page's source with the queries of its addresses in bytes of its own charset, as browsers send them (WHATWG URL, "query state"): a server
 * that writes GBK understands no other. Paths are UTF-8 whatever the page is, and stay as they are.
 * @param charset that the page was decoded from, as {@link decodePage} names it
 */
export function withQueryBytes(text: string, charset: string): string {
  if (charset.startsWith('utf') || !iconv.encodingExists(charset) || !BEYOND_ASCII_IN_QUERY.test(text)) return text;
  return text.replace(ADDRESS, (found) => {
    const from = found.indexOf('?');
    const fragment = found.indexOf('#', from);
    const to = fragment < 0 ? found.length : fragment;
    const query = found.slice(from, to).replace(BEYOND_ASCII, (words) => percentEncoded(iconv.encode(words, charset)));
    return found.slice(0, from) + query + found.slice(to);
  });
}

function percentEncoded(bytes: Uint8Array): string {
  return [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
