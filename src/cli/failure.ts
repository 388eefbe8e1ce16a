import { inBoth, type Sentence } from '../model/sentence.ts';
import { ToldError, withRemedy } from '../model/told-error.ts';

/** Exit statuses of the command line's contract. */
export const EXIT = { done: 0, failed: 1, usage: 2, found: 3, interrupted: 130 } as const;

/** Something a person can mend: printed as it stands, without a stack, and ends the program with its exit status. */
export class Failure extends ToldError {
  override readonly name = 'Failure';
  readonly exitStatus: number;

  constructor(
    sentence: Sentence,
    exitStatus: number = EXIT.failed,
    { code, remedy = null }: { readonly code?: string; readonly remedy?: Sentence | null } = {},
  ) {
    const isUsage = exitStatus === EXIT.usage;
    super(sentence, {
      code: code ?? (isUsage ? 'usage' : 'failed'),
      side: isUsage ? 'configuration' : 'us',
      remedy,
      message: inBoth(withRemedy(sentence, remedy)),
    });
    this.exitStatus = exitStatus;
  }
}
