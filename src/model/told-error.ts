import type { Side } from './outcome.ts';
import { quoted, type Sentence } from './sentence.ts';

/**
 * A user-facing error: what happened, on whose side it is, and what to do about it. What is no such error is a fault in the program.
 * Where nobody's language is known its message says both.
 */
export class ToldError extends Error {
  /** Names the kind of trouble for programs: lower case, words joined by hyphens. It never changes. */
  readonly code: string;
  readonly side: Side;
  readonly sentence: Sentence;
  /** What to do about it; null where the sentence leaves nothing to do or says it. */
  readonly remedy: Sentence | null;

  constructor(
    sentence: Sentence,
    of: {
      readonly code: string;
      readonly side: Side;
      readonly remedy?: Sentence | null;
      readonly message?: string;
      readonly cause?: unknown;
    },
  ) {
    const { zh, en } = withRemedy(sentence, of.remedy ?? null);
    super(of.message ?? (zh === en ? zh : `${zh}\n${en}`), { cause: of.cause });
    this.code = of.code;
    this.side = of.side;
    this.sentence = sentence;
    this.remedy = of.remedy ?? null;
  }
}

/** What an error says to people, with what to do about it: ours in both languages, any other in its own words. */
export function toldOf(error: unknown): Sentence {
  if (error instanceof ToldError) return withRemedy(error.sentence, error.remedy);
  return quoted(error instanceof Error ? error.message : String(error));
}

/** A sentence with what to do about it behind it. */
export function withRemedy({ zh, en }: Sentence, remedy: Sentence | null): Sentence {
  return remedy === null ? { zh, en } : { zh: `${zh}${remedy.zh}`, en: `${en} ${remedy.en}` };
}
