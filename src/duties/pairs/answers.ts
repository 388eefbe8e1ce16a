import { firstDayOf } from './linked.ts';
import type { PairItem } from './reader.ts';
import { bigramsOf, isSame, isSameNumber, likeness, mayBeSame } from './subject.ts';

interface Indexed<Item> {
  readonly item: Item;
  readonly size: number;
}

/** Finds answers to calls; each answers one call only. Answers are looked up by the neighbouring signs of their subjects: all of a city's pass here. */
export function openAnswers<Item extends PairItem>(answers: readonly Item[]) {
  const free = new Set(answers);
  const byBigram = new Map<string, Indexed<Item>[]>();
  const numbered = answers.filter(({ number }) => number !== null);
  for (const item of answers) {
    const bigrams = bigramsOf(item.subject);
    const indexed = { item, size: bigrams.size };
    for (const bigram of bigrams) {
      const known = byBigram.get(bigram);
      if (known) known.push(indexed);
      else byBigram.set(bigram, [indexed]);
    }
  }

  return {
    /**
     * The answer to a call, which is free no more, or, where there is none, what may be it: of several the most like it, of those the
     * earliest; nothing of which a person said that it is not (`refused`, URLs).
     */
    answerTo(call: Item, refused: ReadonlySet<string>): { readonly answer: Item | null; readonly proposal: Item | null } {
      const first = firstDayOf(call);
      let best: { item: Item; likeness: number } | null = null;
      for (const [item, like] of candidates(call)) {
        if (item.day < first || !free.has(item) || refused.has(item.url) || !mayBeSame(like)) continue;
        if (best === null || like > best.likeness || (like === best.likeness && item.day < best.item.day)) best = { item, likeness: like };
      }
      if (best === null) return { answer: null, proposal: null };
      if (!isSame(best.likeness)) return { answer: null, proposal: best.item };
      free.delete(best.item);
      return { answer: best.item, proposal: null };
    },
  };

  /** Where both name the number of a document it decides, else what they are about. */
  function candidates(call: Item): Map<Item, number> {
    const bigrams = bigramsOf(call.subject);
    const common = new Map<Indexed<Item>, number>();
    for (const bigram of bigrams) for (const one of byBigram.get(bigram) ?? []) common.set(one, (common.get(one) ?? 0) + 1);
    const found = new Map<Item, number>();
    for (const [{ item, size }, count] of common) {
      if (call.number !== null && item.number !== null) continue;
      found.set(item, likeness(call.subject, item.subject, count, bigrams.size, size));
    }
    if (call.number !== null) for (const item of numbered) if (isSameNumber(call.number, item.number!)) found.set(item, 1);
    return found;
  }
}
