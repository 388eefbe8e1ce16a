import type { Outcome } from '../../src/model/outcome.ts';

/** What stopped a request: its outcome, with the facts in one sentence for people, Chinese and English. */
export class Fault extends Error {
  readonly outcome: Outcome;
  readonly zh: string;

  constructor(outcome: Outcome, zh: string, en: string) {
    super(en);
    this.name = 'Fault';
    this.outcome = outcome;
    this.zh = zh;
  }
}
