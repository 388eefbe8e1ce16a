import { ToldError } from '../../src/model/told-error.ts';

/** What is wrong with the queue, in words for people; a person can mend it. */
export class QueueError extends ToldError {
  override readonly name = 'QueueError';

  constructor(zh: string, en: string, cause?: unknown) {
    super({ zh, en }, { code: 'queue', side: 'us', cause });
  }
}
