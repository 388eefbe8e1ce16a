import { isAscii, isUtf8 } from 'node:buffer';
import { charsetOfBom, charsetOfHeader, charsetOfPage } from './charset-claims.ts';

/** Characters beyond ASCII that are looked at to tell damaged UTF-8 from GBK. */
const SEQUENCES_JUDGED = 2000;

/** A page's text, with the name of the charset that it was decoded from. */
export interface DecodedPage {
  readonly text: string;
  readonly charset: string;
}

/**
 * Decodes a page as its readers see it. A byte order mark decides; else what the bytes are decides before what is claimed of them,
 * and the page's own declaration goes before the header, which servers often set for all pages alike. NULs are left out, as browsers do.
 * @param contentType the Content-Type header, or null
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): DecodedPage {
  const charset = charsetOf(bytes, contentType);
  const text = new TextDecoder(charset).decode(bytes);
  return { text: text.includes('\0') ? text.replaceAll('\0', '') : text, charset };
}

function charsetOf(bytes: Uint8Array, contentType: string | null): string {
  const bom = charsetOfBom(bytes);
  if (bom) return bom;
  const header = charsetOfHeader(contentType);
  const claim = charsetOfPage(bytes) ?? header;
  if (header?.startsWith('utf-16') && bytes.subarray(0, 1024).includes(0)) return header;
  if (isAscii(bytes)) return claim === 'gb18030' ? claim : 'utf-8';
  if (isUtf8(bytes)) return claim === 'gb18030' && !hasLongSequence(bytes) ? claim : 'utf-8';
  if (isDamagedUtf8(bytes)) return 'utf-8';
  if (claim === null || claim === 'utf-8' || claim === 'gb18030' || claim.startsWith('utf-16')) return 'gb18030';
  // Servers claim Latin-1 for pages of which they know nothing; another charset is believed where the bytes bear it out.
  if (claim === 'windows-1252') return decodes(bytes, 'gb18030') ? 'gb18030' : claim;
  return decodes(bytes, claim) ? claim : 'gb18030';
}

/** Whether valid UTF-8 holds a character of three bytes or more, as Chinese has; two-byte ones alone may be GBK by chance. */
function hasLongSequence(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0xe0) return true;
  return false;
}

/** Whether bytes are UTF-8 with a few broken characters: GBK read as UTF-8 is broken nearly everywhere. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length && good + bad < SEQUENCES_JUDGED; ) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
    let end = at + 1;
    while (end < at + length && (bytes[end]! & 0xc0) === 0x80) end += 1;
    if (length > 0 && end === at + length) good += 1;
    else bad += 1;
    at = end;
  }
  return good > bad * 4;
}

function decodes(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
