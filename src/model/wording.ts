import type { Day } from './day.ts';

/** A form that is plainly wrong, and the right one (错敏字). */
export interface WrongWord {
  readonly wrong: string;
  readonly right: string;
  /** Longer words that hold it and are right. */
  readonly unless?: readonly string[] | undefined;
}

/** Who holds an office from when to when (领导姓名、职务). */
export interface Leader {
  readonly name: string;
  readonly title: string;
  readonly from: Day;
  readonly to?: Day | undefined;
}

/**
 * What is wrong with a wording: a plainly wrong form; an office given to somebody who did not hold it that day; or, after an office, a name
 * that is all but its holder's, which may be another person's.
 */
export type WordingFault = 'wrong-word' | 'wrong-term' | 'wrong-name';

/** One wording in a text that is not as it should be. */
export interface WordingHit {
  readonly fault: WordingFault;
  readonly written: string;
  readonly right: string;
  /** The words around it. */
  readonly context: string;
}
