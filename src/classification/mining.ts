import type { CategoryId } from '../model/estate.ts';
import type { CategoryKnowledge } from './knowledge/shape.ts';
import { createPhraseBook } from './phrases.ts';
import { normaliseTitle } from './text.ts';
import { words } from './title-rules.ts';

/** A title with its category and the site it stood on. */
export interface MinedTitle {
  readonly title: string;
  readonly category: CategoryId;
  readonly site: string;
}

/** A phrase that titles of one category share, for a person to keep or not. */
export interface Proposal {
  readonly category: CategoryId;
  readonly text: string;
  /** Titles of the category that hold it, and sites these stand on. */
  readonly support: number;
  readonly sites: number;
  /** Titles of other categories that hold it, by category. */
  readonly counterExamples: Readonly<Record<CategoryId, number>>;
}

export interface MiningBounds {
  readonly support: number;
  readonly sites: number;
  /** Share of the titles with the phrase that are of its category. */
  readonly precision: number;
}

/** A phrase that few titles or one site show is chance or the site's own way of writing. */
export const BOUNDS: MiningBounds = { support: 3, sites: 2, precision: 0.8 };

const SHORTEST = 2;
const LONGEST = 9;

/** Share of a phrase's titles that hold it in one longer phrase from which it is a part of that. */
const TORN = 0.75;

/** Proposes phrases of two to eight characters that speak for a category, those with most support first. */
export function minePhrases(titles: readonly MinedTitle[], bounds: MiningBounds = BOUNDS): Proposal[] {
  const found = new Map<string, { support: number; byCategory: Map<CategoryId, { titles: number; sites: Set<string> }> }>();
  for (const { title, category, site } of titles) {
    for (const text of partsOf(normaliseTitle(title))) {
      const entry = found.get(text) ?? { support: 0, byCategory: new Map() };
      const own = entry.byCategory.get(category) ?? { titles: 0, sites: new Set<string>() };
      own.titles += 1;
      own.sites.add(site);
      entry.support += 1;
      entry.byCategory.set(category, own);
      found.set(text, entry);
    }
  }
  const torn = tornParts(new Map([...found].map(([text, { support }]) => [text, support])));
  const proposals = [...found].flatMap(([text, { support, byCategory }]): Proposal[] =>
    [...byCategory].flatMap(([category, own]) => {
      const fits = own.titles >= bounds.support && own.sites.size >= bounds.sites && own.titles / support >= bounds.precision;
      if (!fits) return [];
      const others = [...byCategory].filter(([other]) => other !== category).map(([other, { titles: count }]) => [other, count] as const);
      return [{ category, text, support: own.titles, sites: own.sites.size, counterExamples: Object.fromEntries(others) }];
    }),
  );
  return withoutParts(proposals.filter(({ text }) => !torn.has(text)));
}

/** Phrases torn out of a longer one, in which nearly all of their titles hold them: 常委 of 常委会, and not a word. */
function tornParts(support: ReadonlyMap<string, number>): ReadonlySet<string> {
  const torn = new Set<string>();
  for (const [text, titles] of support) {
    for (const part of [text.slice(1), text.slice(0, -1)]) {
      if (titles >= (support.get(part) ?? Number.POSITIVE_INFINITY) * TORN) torn.add(part);
    }
  }
  return torn;
}

/**
 * Knowledge in which only those mined phrases are left that these titles would propose: what is measured on other titles must not rest
 * on phrases that only those show.
 */
export function withMinedFrom(
  titles: readonly MinedTitle[],
  knowledge: readonly CategoryKnowledge[],
  bounds: MiningBounds = BOUNDS,
): CategoryKnowledge[] {
  const phrases = knowledge.flatMap(({ mined = '' }, category) => words(mined).map((text) => ({ text, category, weight: 1 })));
  const book = createPhraseBook(phrases);
  const seen = phrases.map(() => ({ all: 0, own: 0, sites: new Set<string>() }));
  for (const { title, category, site } of titles) {
    for (const index of book.find(normaliseTitle(title))) {
      const entry = seen[index] as (typeof seen)[number];
      entry.all += 1;
      if (knowledge[phrases[index]?.category as number]?.category !== category) continue;
      entry.own += 1;
      entry.sites.add(site);
    }
  }
  const holds = seen.map(({ all, own, sites }) => own >= bounds.support && sites.size >= bounds.sites && own / all >= bounds.precision);
  return knowledge.map((one, category) => ({
    ...one,
    mined: phrases.flatMap((phrase, at) => (phrase.category === category && holds[at] ? [phrase.text] : [])).join(' '),
  }));
}

/** Everything in a title that could be a phrase: letters only, bound to the beginning or end where it stands there. */
function partsOf(title: string): Set<string> {
  const parts = new Set<string>();
  for (let from = 0; from < title.length; from += 1) {
    for (let to = from + SHORTEST; to <= Math.min(from + LONGEST, title.length); to += 1) {
      const text = title.slice(from, to);
      if (!/^[\u4e00-\u9fa5]+$/.test(text)) break;
      parts.add(text);
      if (to === title.length) parts.add(`${text}$`);
    }
  }
  return parts;
}

/** Of phrases within one another only the shortest, which is the most general, is kept. */
function withoutParts(proposals: readonly Proposal[]): Proposal[] {
  const sorted = [...proposals].sort((a, b) => a.text.length - b.text.length || b.support - a.support);
  const kept: Proposal[] = [];
  for (const proposal of sorted) {
    const part = kept.some(({ category, text }) => category === proposal.category && proposal.text.includes(text));
    if (!part) kept.push(proposal);
  }
  return kept.sort((a, b) => b.sites - a.sites || b.support - a.support || a.text.localeCompare(b.text));
}
