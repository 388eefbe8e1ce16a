/** Exit statuses of the command line's contract. */
export const EXIT = { done: 0, failed: 1, usage: 2, found: 3, interrupted: 130 } as const;

/** Something a person can mend: printed as it stands, without a stack, and ends the program with its exit status. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exitStatus: number;

  constructor(message: string, exitStatus: number = EXIT.failed) {
    super(message);
    this.exitStatus = exitStatus;
  }
}
