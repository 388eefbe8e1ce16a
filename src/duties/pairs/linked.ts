import { addDays, type Day } from '../../model/day.ts';
import type { PairItem } from './reader.ts';
import type { References } from './references.ts';
import { bigramsOf, isSameNumber, likeness, mayBeSame, quotedIn } from './subject.ts';

/** An answer may come a little before what calls for it: interpretation and file are put in by different people. */
const BEFORE_DAYS = 3;

export function firstDayOf({ day }: PairItem): Day {
  return addDays(day, -BEFORE_DAYS);
}

/** What links say of calls and answers. */
export interface Linked<Item extends PairItem> {
  /** Answers that links prove, by call. */
  readonly proven: ReadonlyMap<Item, readonly Item[]>;
  /** Answers that a link only speaks for, by call. */
  readonly hinted: ReadonlyMap<Item, readonly Item[]>;
}

/**
 * Reads pairs out of links. Two that link to each other are one; so are two of which one alone links to the other, where the answer is
 * linked with this call only and their titles name no two documents: an interpretation links to the laws that its file rests on, too.
 */
export function linkedPairs<Item extends PairItem>(calls: readonly Item[], answers: readonly Item[], references: References): Linked<Item> {
  const byKey = new Map(calls.map((call) => [call.item, call]));
  const proven = new Map<Item, Item[]>();
  const hinted = new Map<Item, Item[]>();
  for (const answer of answers) {
    const beside = [...references.beside(answer.item)].flatMap(([key, { mutual }]) => {
      const call = byKey.get(key);
      return call !== undefined && answer.day >= firstDayOf(call) ? [{ call, mutual }] : [];
    });
    for (const { call, mutual } of beside) {
      const isProof = mutual || (beside.length === 1 && !areOfDifferentThings(call, answer));
      const into = isProof ? proven : hinted;
      into.set(call, [...(into.get(call) ?? []), answer]);
    }
  }
  return { proven, hinted };
}

/** Whether two titles name a document each, and not the same. */
function areOfDifferentThings(call: PairItem, answer: PairItem): boolean {
  if (call.number !== null && answer.number !== null) return !isSameNumber(call.number, answer.number);
  if (quotedIn(call.title) === null || quotedIn(answer.title) === null) return false;
  const [own, other] = [bigramsOf(call.subject), bigramsOf(answer.subject)];
  const common = [...own].filter((bigram) => other.has(bigram)).length;
  return !mayBeSame(likeness(call.subject, answer.subject, common, own.size, other.size));
}
