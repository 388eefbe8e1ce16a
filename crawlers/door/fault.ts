import { type Outcome, outcomeFacts } from '../../src/model/outcome.ts';
import { ToldError } from '../../src/model/told-error.ts';

/** What stopped a request: its outcome, which is its code and says on whose side it is, with the facts in one sentence. */
export class Fault extends ToldError {
  override readonly name = 'Fault';
  readonly outcome: Outcome;

  constructor(outcome: Outcome, zh: string, en: string) {
    super({ zh, en }, { code: outcome, side: outcomeFacts(outcome).side });
    this.outcome = outcome;
  }
}
