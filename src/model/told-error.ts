import type { Side } from './outcome.ts';
import type { Sentence } from './sentence.ts';

/**
 * A user-facing error: what happened and what to do about it, in both languages, and on whose side it is. Where nobody's language is known
 * its message says both. What is no such error is a fault in the program.
 */
export abstract class ToldError extends Error {
  readonly side: Side;
  readonly sentence: Sentence;

  constructor(sentence: Sentence, of: { readonly side: Side; readonly message?: string; readonly cause?: unknown }) {
    super(of.message ?? `${sentence.zh}\n${sentence.en}`, { cause: of.cause });
    this.side = of.side;
    this.sentence = sentence;
  }
}
