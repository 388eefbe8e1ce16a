/** Longest n-gram of characters. */
const LONGEST = 3;

/** Marks the beginning and the end of a title in n-grams. */
const START = 0x02;
const END = 0x03;

/**
 * Calls `visit` with a 32-bit hash for every n-gram of one to three characters, beginning and end of the title included.
 * `from` and `to` bound it in `\u0002title\u0003`; see {@link ngramAt} for its text. The hash is FNV-1a over UTF-16 units.
 */
export function eachNgram(title: string, visit: (hash: number, from: number, to: number) => void): void {
  const length = title.length + 2;
  for (let from = 0; from < length; from += 1) {
    let hash = 0x811c9dc5;
    const last = Math.min(from + LONGEST, length);
    for (let to = from; to < last; to += 1) {
      const code = to === 0 ? START : to === length - 1 ? END : title.charCodeAt(to - 1);
      hash = Math.imul(hash ^ (code & 0xff), 0x01000193);
      hash = Math.imul(hash ^ (code >>> 8), 0x01000193);
      visit(hash >>> 0, from, to + 1);
    }
  }
}

/** The text of an n-gram for people: the title's beginning and end are shown as ^ and $. */
export function ngramAt(title: string, from: number, to: number): string {
  return `\u0002${title}\u0003`.slice(from, to).replace('\u0002', '^').replace('\u0003', '$');
}
