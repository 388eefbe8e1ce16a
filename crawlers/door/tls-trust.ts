import type { Clock } from '../../src/model/clock.ts';

/** How long a host is believed to be still as faulty as it was, in milliseconds. */
const REMEMBERED = 60 * 60 * 1000;

/** Remembers which hosts failed the strict TLS try, so that it is not made again before every page. */
export class TlsTrust {
  readonly #faults = new Map<string, { readonly code: string; readonly until: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What was wrong with a host (name and port) when it was tried last, or null where it must be tried. */
  fault(host: string): string | null {
    const known = this.#faults.get(host);
    return known && known.until > this.#clock.now().getTime() ? known.code : null;
  }

  /** Notes that the host can be read without proof only. The strict try is made again an hour after it failed. */
  remember(host: string, code: string): void {
    if (this.fault(host) === null) this.#faults.set(host, { code, until: this.#clock.now().getTime() + REMEMBERED });
  }
}
