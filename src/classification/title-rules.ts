import type { Taxonomy } from '../model/estate.ts';
import { categoryKnowledge } from './knowledge/index.ts';
import type { CategoryKnowledge } from './knowledge/shape.ts';
import { createPhraseBook, type Phrase } from './phrases.ts';
import { normaliseTitle } from './text.ts';

/** How loudly the kinds of phrases speak, in log-odds. */
const LOUDNESS = { kind: 6.5, plain: 4, likely: 2, mined: 2, hint: 0.8, against: -2.5 } as const;

/** What further phrases of the same category add to its loudest one. */
const FURTHER = 0.35;

/** What the words of a title say, without any learning. */
export interface TitleRules {
  /** Log-odds of each category of the taxonomy, in its order; 0 where no phrase speaks. */
  score(title: string): { readonly scores: Float64Array; readonly found: readonly number[] };
  readonly phrases: readonly Phrase[];
}

/** Rules from the knowledge of the field and the taxonomy's own title words; titles must be normalised. */
export function createTitleRules(taxonomy: Taxonomy, knowledge: readonly CategoryKnowledge[] = categoryKnowledge): TitleRules {
  const book = createPhraseBook(collectPhrases(taxonomy, knowledge));
  const size = taxonomy.categories.length;
  return {
    phrases: book.phrases,
    score(title) {
      const found = book.find(title);
      const best = new Float64Array(size);
      const rest = new Float64Array(size);
      for (const index of found) {
        const { category, weight } = book.phrases[index] as Phrase;
        const loudest = best[category] as number;
        if (weight > loudest) {
          best[category] = weight;
          rest[category] = (rest[category] as number) + loudest * FURTHER;
        } else rest[category] = (rest[category] as number) + (weight > 0 ? weight * FURTHER : weight);
      }
      for (let i = 0; i < size; i += 1) best[i] = (best[i] as number) + (rest[i] as number);
      return { scores: best, found };
    },
  };
}

function collectPhrases(taxonomy: Taxonomy, all: readonly CategoryKnowledge[]): Phrase[] {
  const phrases = new Map<string, Phrase>();
  const add = (text: string, category: number, loudness: number) => {
    const phrase = normaliseTitle(text);
    const letters = phrase.replace(/[\^$…]/g, '').length;
    // A long phrase is no accident, two characters may be one.
    const weight = loudness * Math.min(1.3, 0.8 + 0.05 * letters);
    const key = `${category} ${phrase}`;
    const known = phrases.get(key);
    if (letters > 0 && (!known || Math.abs(known.weight) < Math.abs(weight))) phrases.set(key, { text: phrase, category, weight });
  };
  taxonomy.categories.forEach((category, index) => {
    for (const word of category.titleWords) if (isLiteral(word)) add(word, index, LOUDNESS.hint);
    const knowledge = all.find((entry) => entry.category === category.id);
    if (!knowledge) return;
    for (const kind of ['kind', 'plain', 'likely', 'mined', 'hint', 'against'] as const) {
      for (const text of words(knowledge[kind] ?? '')) add(text, index, LOUDNESS[kind]);
    }
  });
  return [...phrases.values()];
}

/** The words of a list written as one text. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function isLiteral(word: string): boolean {
  return !/[\\[\]{}()*+?|^$.]/.test(word);
}
