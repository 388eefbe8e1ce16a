import { interrupted } from './exchange.ts';

/**
 * The requests in flight, by the signal that their caller ends them with. However many share a signal, one listener of ours hangs on it:
 * a crawl has dozens under way at once, and Node takes more than ten listeners for a leak.
 */
export class InFlight {
  readonly #all = new Set<AbortController>();
  readonly #bySignal = new WeakMap<AbortSignal, Set<AbortController>>();

  /** A fetch begins; its controller is aborted when the caller's signal or the door ends it. */
  begin(signal: AbortSignal | undefined): AbortController {
    const stop = new AbortController();
    if (signal?.aborted) stop.abort(interrupted());
    this.#all.add(stop);
    if (signal) this.#sharing(signal).add(stop);
    return stop;
  }

  /** A fetch is over. */
  end(stop: AbortController, signal: AbortSignal | undefined): void {
    this.#all.delete(stop);
    if (signal) this.#sharing(signal).delete(stop);
  }

  /** Ends every fetch. */
  stop(): void {
    for (const stop of this.#all) stop.abort(interrupted());
  }

  #sharing(signal: AbortSignal): Set<AbortController> {
    const known = this.#bySignal.get(signal);
    if (known) return known;
    const sharing = new Set<AbortController>();
    this.#bySignal.set(signal, sharing);
    signal.addEventListener('abort', () => {
      for (const stop of sharing) stop.abort(interrupted());
    });
    return sharing;
  }
}
