import { headEnd } from './text.ts';

/** A phrase of the knowledge with the category it speaks for and how loudly (negative: against). */
export interface Phrase {
  readonly text: string;
  readonly category: number;
  readonly weight: number;
}

/** Finds phrases in normalised titles, in time linear in the title whatever it holds. */
export interface PhraseBook {
  /** Indexes into the phrases, each at most once. */
  find(title: string): number[];
  readonly phrases: readonly Phrase[];
}

interface Pattern {
  /** Its longest part: what it is looked up by. */
  readonly key: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** A trie in flat tables: the children of all nodes share one hash table, which is several times faster than maps. */
class Trie {
  /** Phrases whose key ends at each node. */
  readonly ends: number[][] = [[]];
  readonly #edges = new Map<number, number>();
  #keys = new Int32Array(0);
  #children = new Int32Array(0);

  add(text: string, phrase: number): void {
    let node = 0;
    for (let i = 0; i < text.length; i += 1) {
      const edge = (node << 16) | text.charCodeAt(i);
      let child = this.#edges.get(edge);
      if (child === undefined) {
        child = this.ends.push([]) - 1;
        this.#edges.set(edge, child);
      }
      node = child;
    }
    (this.ends[node] as number[]).push(phrase);
  }

  /** Lays the tables out; nothing may be added after. */
  freeze(): void {
    if (this.ends.length > MOST_NODES) throw new Error(`more than ${MOST_NODES} nodes of phrases`);
    let slots = 4;
    while (slots < this.#edges.size * 2) slots *= 2;
    this.#keys = new Int32Array(slots);
    this.#children = new Int32Array(slots);
    for (const [edge, child] of this.#edges) {
      let slot = spread(edge) & (slots - 1);
      while (this.#children[slot] !== 0) slot = (slot + 1) & (slots - 1);
      this.#keys[slot] = edge;
      this.#children[slot] = child;
    }
    this.#edges.clear();
  }

  /** The child of a node by a character, 0 where there is none. */
  child(node: number, code: number): number {
    const edge = (node << 16) | code;
    const last = this.#keys.length - 1;
    for (let slot = spread(edge) & last; ; slot = (slot + 1) & last) {
      const child = this.#children[slot] as number;
      if (child === 0 || this.#keys[slot] === edge) return child;
    }
  }
}

/** A node's number and a character share 32 bits. */
const MOST_NODES = 32_767;

function spread(edge: number): number {
  const mixed = Math.imul(edge, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** Builds a book: the keys of all phrases share one trie, so that a title is walked once. */
export function createPhraseBook(phrases: readonly Phrase[]): PhraseBook {
  const patterns = phrases.map((phrase) => parsePattern(phrase.text));
  const trie = new Trie();
  patterns.forEach((pattern, index) => {
    if (pattern.key === '') throw new Error(`a phrase needs text: "${phrases[index]?.text}"`);
    trie.add(pattern.key, index);
  });
  trie.freeze();

  return {
    phrases,
    find(title) {
      const found: number[] = [];
      const end = headEnd(title);
      for (let start = 0; start < title.length; start += 1) {
        let node = trie.child(0, title.charCodeAt(start));
        for (let at = start + 1; node !== 0; at += 1) {
          for (const index of trie.ends[node] as number[]) {
            if (holds(patterns[index] as Pattern, title, start, at, end) && !found.includes(index)) found.push(index);
          }
          node = at < title.length ? trie.child(node, title.charCodeAt(at)) : 0;
        }
      }
      return found;
    },
  };
}

function parsePattern(text: string): Pattern {
  const atStart = text.startsWith('^');
  const atEnd = text.endsWith('$');
  const parts = text.slice(atStart ? 1 : 0, atEnd ? -1 : undefined).split('…');
  const longest = parts.reduce((best, part, at) => (part.length > (parts[best] as string).length ? at : best), 0);
  return { key: parts[longest] as string, before: parts.slice(0, longest), after: parts.slice(longest + 1), atStart, atEnd };
}

/** Whether a pattern whose key stands from `start` to `at` holds for the whole title. */
function holds({ before, after, atStart, atEnd }: Pattern, title: string, start: number, at: number, end: number): boolean {
  if (atStart && (before[0] === undefined ? start > 0 : !title.startsWith(before[0]))) return false;
  let from = 0;
  for (const part of before) {
    const next = title.indexOf(part, from);
    from = next + part.length;
    if (next < 0 || from > start) return false;
  }
  from = at;
  for (let i = 0; i < after.length; i += 1) {
    const part = after[i] as string;
    if (atEnd && i === after.length - 1) return endsAt(title, part, from, end);
    const next = title.indexOf(part, from);
    if (next < 0) return false;
    from = next + part.length;
  }
  return !atEnd || from === end || from === title.length;
}

function endsAt(title: string, part: string, from: number, end: number): boolean {
  return (
    (end - part.length >= from && title.startsWith(part, end - part.length)) || (title.length - part.length >= from && title.endsWith(part))
  );
}
