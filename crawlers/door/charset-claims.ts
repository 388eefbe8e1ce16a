/** How far into a page its charset may be declared. Old templates put long comments first. */
const DECLARATION_BYTES = 4096;

/** Labels of the GB family. GB18030 holds GBK, which holds GB2312, so one decoder reads all three. */
const GB_LABEL = /^(?:x-)?(?:gb_?2312(?:-80)?|gbk|gb18030(?:-\d{4})?|cp936|ms936|windows-936|chinese|csgb2312|euc-?cn)$/;

/** The byte order mark's charset, or null. */
export function charsetOfBom(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return null;
}

/** The charset that a Content-Type header claims, or null. */
export function charsetOfHeader(contentType: string | null): string | null {
  const label = contentType && /charset\s{0,8}=\s{0,8}["']?([\w.:-]{2,40})/i.exec(contentType)?.[1];
  return label ? canonical(label) : null;
}

/** The charset that a page's XML declaration or first meta element claims, comments left aside, or null. */
export function charsetOfPage(bytes: Uint8Array): string | null {
  const head = withoutComments(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARATION_BYTES)).toString('latin1'));
  const label =
    /^\s{0,200}<\?xml\b[^>]{0,100}?\bencoding\s{0,8}=\s{0,8}["']?([\w.:-]{2,40})/i.exec(head)?.[1] ??
    /<meta\b[^>]{0,400}?\bcharset\s{0,8}=\s{0,8}["']?\s{0,8}([\w.:-]{2,40})/i.exec(head)?.[1];
  return label ? canonical(label) : null;
}

function withoutComments(head: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const open = head.indexOf('<!--', from);
    if (open < 0) return kept + head.slice(from);
    kept += head.slice(from, open);
    const close = head.indexOf('-->', open + 4);
    // A comment that ends beyond the part looked at hides all the rest of it.
    if (close < 0) return kept;
    from = close + 3;
  }
}

/** A label as the decoder names it; null for one that no decoder knows. */
function canonical(label: string): string | null {
  const lower = label.toLowerCase();
  if (GB_LABEL.test(lower)) return 'gb18030';
  try {
    return new TextDecoder(lower === 'utf8mb4' ? 'utf-8' : lower).encoding;
  } catch {
    return null;
  }
}
