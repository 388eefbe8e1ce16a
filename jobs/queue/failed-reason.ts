import { isSentence, quoted, type Sentence } from '../../src/model/sentence.ts';
import { ToldError, toldOf } from '../../src/model/told-error.ts';

/** The queue keeps one text of a job's failure: of an error of ours both languages go into it, each for its reader. */
export function asFailedReason(error: unknown): unknown {
  return error instanceof ToldError ? new Error(JSON.stringify(toldOf(error)), { cause: error }) : error;
}

/** What the queue kept of a failure, as it is said to people. */
export function readFailedReason(reason: string): Sentence {
  try {
    const told: unknown = JSON.parse(reason);
    return isSentence(told) ? told : quoted(reason);
  } catch {
    return quoted(reason);
  }
}
