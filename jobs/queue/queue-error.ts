/** What is wrong with the queue, in words for people; a person can mend it. */
export class QueueError extends Error {
  override readonly name = 'QueueError';

  constructor(zh: string, en: string, cause?: unknown) {
    super(`${zh}\n${en}`, { cause });
  }
}
