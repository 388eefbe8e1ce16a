/** Marks the beginning and the end of a text in n-grams. */
const START = 0x02;
const END = 0x03;

/** Where the hash of a feature begins. */
const BASIS = 0x811c9dc5;

/**
 * Calls `visit` with a 32-bit hash for every n-gram of one to `longest` characters, beginning and end of the text included.
 * `from` and `to` bound it in `\u0002text\u0003`; see {@link ngramAt} for its text. The hash is FNV-1a over UTF-16 units;
 * n-grams of texts of another `kind` get other hashes.
 */
export function eachNgram(
  text: string,
  longest: number,
  visit: (hash: number, from: number, to: number) => void,
  kind: number = BASIS,
): void {
  const length = text.length + 2;
  for (let from = 0; from < length; from += 1) {
    let hash = kind;
    const last = Math.min(from + longest, length);
    for (let to = from; to < last; to += 1) {
      const code = to === 0 ? START : to === length - 1 ? END : text.charCodeAt(to - 1);
      hash = Math.imul(hash ^ (code & 0xff), 0x01000193);
      hash = Math.imul(hash ^ (code >>> 8), 0x01000193);
      visit(hash >>> 0, from, to + 1);
    }
  }
}

/** The text of an n-gram for people: the text's beginning and end are shown as ^ and $. */
export function ngramAt(text: string, from: number, to: number): string {
  return `\u0002${text}\u0003`.slice(from, to).replace('\u0002', '^').replace('\u0003', '$');
}

/** The hash of a whole text (FNV-1a over UTF-16 units), other for every `kind`. */
export function hashOf(text: string, kind: number = BASIS): number {
  let hash = kind;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    hash = Math.imul(hash ^ (code & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (code >>> 8), 0x01000193);
  }
  return hash >>> 0;
}

/** The hash of two features that are there together. */
export function joined(one: number, other: number): number {
  const mixed = Math.imul(one ^ (other >>> 15), 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
