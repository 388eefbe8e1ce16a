import type { Outcome } from '../../src/model/outcome.ts';

/** Columns of one host in a row that do not answer before the rest is no longer waited for. */
const TRIES = 3;

/** Keeps a dead host from costing every one of its columns the full deadline. A host that has answered once is always asked. */
export class Patience {
  readonly #hosts = new Map<string, { answered: boolean; silent: number; outcome: Outcome }>();

  /** Whether the host of this URL has been silent too often. */
  isOver(url: string): boolean {
    const host = this.#host(url);
    return !host.answered && host.silent >= TRIES;
  }

  /** What the host's columns came to that were waited for. */
  outcome(url: string): Outcome {
    return this.#host(url).outcome;
  }

  note(url: string, outcome: Outcome): void {
    const host = this.#host(url);
    host.outcome = outcome;
    if (outcome === 'unreachable' || outcome === 'timeout' || outcome === 'tls' || outcome === 'own-trouble') host.silent++;
    else host.answered = true;
  }

  #host(url: string) {
    const name = new URL(url).host;
    const host = this.#hosts.get(name) ?? { answered: false, silent: 0, outcome: 'ok' as Outcome };
    this.#hosts.set(name, host);
    return host;
  }
}
