/** What browsers do not draw, or draw as nothing: controls, zero-width characters, bidi marks, soft hyphens, byte order marks. */
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/g;
const UNSEEN_OR_SPACE =
  /[\s\u0000-\u001f\u007f-\u009f\u00a0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3000\ufeff\ufff9-\ufffb]/;

/** One line for people: unseen characters gone, white space (ideographic too) condensed to single spaces, trimmed. */
export function cleanText(raw: string): string {
  if (!UNSEEN_OR_SPACE.test(raw)) return raw;
  return withoutUnseen(raw).replace(/\s+/g, ' ').trim();
}

/** The text without characters that browsers draw as nothing; white space stays. */
export function withoutUnseen(raw: string): string {
  return raw.replace(UNSEEN, '');
}

/** The text without the characters of `signs` at its end: a pattern that ends in `$` looks at each run of them from each of its signs. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}
