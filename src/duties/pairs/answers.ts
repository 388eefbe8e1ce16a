import { firstDayOf } from './linked.ts';
import type { PairItem } from './reader.ts';
import { bigramsOf, isSame, isSameNumber, likeness, mayBeSame } from './subject.ts';

/** All answers about one thing, and how many neighbouring signs its name has. */
interface About<Item> {
  readonly subject: string;
  readonly size: number;
  readonly items: Item[];
}

/** Finds answers to calls; each answers one call only. Answers are looked up by the neighbouring signs of their subjects: all of a city's pass here. */
export function openAnswers<Item extends PairItem>(answers: readonly Item[]) {
  const free = new Set(answers);
  const bySubject = new Map<string, About<Item>>();
  const byBigram = new Map<string, About<Item>[]>();
  const numbered = answers.filter(({ number }) => number !== null);
  for (const item of answers) {
    const known = bySubject.get(item.subject);
    if (known) {
      known.items.push(item);
      continue;
    }
    const bigrams = bigramsOf(item.subject);
    const about = { subject: item.subject, size: bigrams.size, items: [item] };
    bySubject.set(item.subject, about);
    for (const bigram of bigrams) {
      const those = byBigram.get(bigram);
      if (those) those.push(about);
      else byBigram.set(bigram, [about]);
    }
  }
  /** What may be about the same as a subject; calls of every year have the same. */
  const alike = new Map<string, readonly (readonly [About<Item>, number])[]>();

  return {
    /**
     * The answer to a call, which is free no more, or, where there is none, what may be it: of several the most like it, of those the
     * earliest; nothing of which a person said that it is not (`refused`, URLs).
     */
    answerTo(call: Item, refused: ReadonlySet<string>): { readonly answer: Item | null; readonly proposal: Item | null } {
      const first = firstDayOf(call);
      let best: { item: Item; likeness: number } | null = null;
      const weigh = (item: Item, like: number) => {
        if (item.day < first || !free.has(item) || refused.has(item.url)) return;
        if (best === null || like > best.likeness || (like === best.likeness && item.day < best.item.day)) best = { item, likeness: like };
      };
      for (const [{ items }, like] of alikeTo(call.subject)) {
        // Where both name the number of a document it decides.
        for (const item of items) if (call.number === null || item.number === null) weigh(item, like);
      }
      if (call.number !== null) for (const item of numbered) if (isSameNumber(call.number, item.number!)) weigh(item, 1);
      const found = best as { item: Item; likeness: number } | null;
      if (found === null) return { answer: null, proposal: null };
      if (!isSame(found.likeness)) return { answer: null, proposal: found.item };
      free.delete(found.item);
      return { answer: found.item, proposal: null };
    },
  };

  function alikeTo(subject: string): readonly (readonly [About<Item>, number])[] {
    const known = alike.get(subject);
    if (known) return known;
    const bigrams = bigramsOf(subject);
    const common = new Map<About<Item>, number>();
    for (const bigram of bigrams) for (const one of byBigram.get(bigram) ?? []) common.set(one, (common.get(one) ?? 0) + 1);
    const found = [...common].flatMap(([about, count]): (readonly [About<Item>, number])[] => {
      const like = likeness(subject, about.subject, count, bigrams.size, about.size);
      return mayBeSame(like) ? [[about, like]] : [];
    });
    alike.set(subject, found);
    return found;
  }
}
