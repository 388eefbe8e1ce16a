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
  readonly parts: readonly string[];
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

class Node {
  readonly next = new Map<number, Node>();
  /** Phrases whose first part ends here. */
  readonly phrases: number[] = [];
}

/** Builds a book: the first parts of all phrases share one trie, so that a title is walked once. */
export function createPhraseBook(phrases: readonly Phrase[]): PhraseBook {
  const patterns = phrases.map((phrase) => parsePattern(phrase.text));
  const root = new Node();
  const first: (Node | undefined)[] = new Array(0x10000);
  patterns.forEach((pattern, index) => {
    const text = pattern.parts[0];
    if (!text) throw new Error(`a phrase needs text: "${phrases[index]?.text}"`);
    let node = root;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      let child = node.next.get(code);
      if (!child) {
        child = new Node();
        node.next.set(code, child);
      }
      node = child;
    }
    node.phrases.push(index);
  });
  // Most characters begin no phrase: a table tells so faster than a map.
  for (const [code, node] of root.next) first[code] = node;

  return {
    phrases,
    find(title) {
      const found: number[] = [];
      const end = headEnd(title);
      for (let start = 0; start < title.length; start += 1) {
        let node = first[title.charCodeAt(start)];
        let at = start + 1;
        while (node) {
          for (const index of node.phrases) {
            if (!found.includes(index) && holds(patterns[index] as Pattern, title, start, at, end)) found.push(index);
          }
          node = at < title.length ? node.next.get(title.charCodeAt(at)) : undefined;
          at += 1;
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
  return { parts, atStart, atEnd };
}

/** Whether a pattern whose first part stands from `start` to `at` holds for the whole title. */
function holds(pattern: Pattern, title: string, start: number, at: number, end: number): boolean {
  if (pattern.atStart && start > 0) return false;
  let from = at;
  const { parts } = pattern;
  for (let i = 1; i < parts.length; i += 1) {
    const part = parts[i] as string;
    if (pattern.atEnd && i === parts.length - 1) return endsAt(title, part, from, end);
    const next = title.indexOf(part, from);
    if (next < 0) return false;
    from = next + part.length;
  }
  return !pattern.atEnd || from === end || from === title.length;
}

function endsAt(title: string, part: string, from: number, end: number): boolean {
  return (
    (end - part.length >= from && title.startsWith(part, end - part.length)) || (title.length - part.length >= from && title.endsWith(part))
  );
}
