import type { Sentence } from '../../src/model/sentence.ts';
import { ToldError } from '../../src/model/told-error.ts';

/** What is wrong with the queue, in words for people; a person can mend it. */
export class QueueError extends ToldError {
  override readonly name = 'QueueError';

  constructor(sentence: Sentence, of: { readonly code: string; readonly remedy: Sentence; readonly cause?: unknown }) {
    super(sentence, { side: 'us', ...of });
  }
}
