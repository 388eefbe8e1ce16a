import { type SQL, sql } from 'drizzle-orm';
import { items } from './schema/items.ts';

/**
 * Full-text search for Chinese that works in any PostgreSQL: no extension, no dictionary, no locale. A run of Han characters is
 * indexed as its overlapping pairs (广水市 → 广水, 水市), a run of other letters or digits as one word; a query asks for all of its
 * pairs and for words that begin like its words. A single Han character is asked for as the beginning of a pair.
 */
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;
/** PostgreSQL's longest lexeme is 2,046 bytes; no word that somebody looks for is near that. */
const LONGEST_WORD = 64;

/** The terms of texts, each once, written as PostgreSQL reads a tsvector. */
export function searchVector(texts: readonly (string | null)[]): string {
  const terms = new Set<string>();
  for (const run of texts.flatMap((text) => runsOf(text ?? ''))) {
    if (!HAN.test(run)) terms.add(run.slice(0, LONGEST_WORD));
    else for (const pair of pairs(run, true)) terms.add(pair);
  }
  return [...terms].map((term) => `'${term}'`).join(' ');
}

/** A query for texts that hold all of `words`, written as PostgreSQL reads a tsquery; null where `words` hold nothing to look for. */
export function searchQuery(words: string): string | null {
  const terms = runsOf(words).flatMap((run) => (HAN.test(run) ? pairs(run, false).map(asked) : [`'${run.slice(0, LONGEST_WORD)}':*`]));
  return terms.length === 0 ? null : [...new Set(terms)].join(' & ');
}

/** Items that hold all of `words`; words of which none can be looked for are found nowhere. */
export function matching(words: string): SQL {
  const query = searchQuery(words);
  return query === null ? sql`false` : sql`${items.search} @@ ${query}::tsquery`;
}

/** Letters and digits only, so that terms need no escapes; full-width and capital letters are as their plain ones. */
function runsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(RUNS) ?? [];
}

/** In the index a run's last character stands alone too, so that it is found as the beginning of a pair. */
function pairs(run: string, withLast: boolean): string[] {
  const characters = [...run];
  const found = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  return withLast || found.length === 0 ? [...found, characters.at(-1) as string] : found;
}

function asked(term: string): string {
  return [...term].length === 1 ? `'${term}':*` : `'${term}'`;
}
