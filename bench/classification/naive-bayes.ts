import type { CategoryId } from '../../src/model/estate.ts';

/** The usual baseline: multinomial naive Bayes on bigrams of characters with add-one smoothing. */
export function trainNaiveBayes(examples: readonly { readonly text: string; readonly category: CategoryId }[]) {
  const counts = new Map<CategoryId, { titles: number; total: number; bigrams: Map<string, number> }>();
  const vocabulary = new Set<string>();
  for (const { text, category } of examples) {
    const entry = counts.get(category) ?? { titles: 0, total: 0, bigrams: new Map<string, number>() };
    counts.set(category, entry);
    entry.titles += 1;
    for (const bigram of bigramsOf(text)) {
      vocabulary.add(bigram);
      entry.total += 1;
      entry.bigrams.set(bigram, (entry.bigrams.get(bigram) ?? 0) + 1);
    }
  }
  return (text: string): CategoryId => {
    let best: CategoryId = '';
    let highest = Number.NEGATIVE_INFINITY;
    for (const [category, entry] of counts) {
      let score = Math.log(entry.titles / examples.length);
      for (const bigram of bigramsOf(text)) score += Math.log(((entry.bigrams.get(bigram) ?? 0) + 1) / (entry.total + vocabulary.size));
      if (score > highest) {
        highest = score;
        best = category;
      }
    }
    return best;
  };
}

function bigramsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
