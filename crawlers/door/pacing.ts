import type { Clock } from '../../src/model/clock.ts';

/** How fast one host may be asked. */
export interface Pace {
  /** Milliseconds between the starts of two requests; 0 means no wait. */
  readonly interval: number;
  /** Requests under way at once. */
  readonly concurrency: number;
}

interface Lane {
  active: number;
  /** Instant (milliseconds) before which no request may start. */
  nextAt: number;
  readonly waiting: (() => void)[];
}

/** Rate limiter: takes care that no host is asked faster than allowed, first come, first served. */
export class Pacing {
  readonly #lanes = new Map<string, Lane>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves when a request to the host may start; then `leave` must follow. Rejects when the signal is aborted first. */
  async enter(host: string, pace: Pace, signal: AbortSignal): Promise<void> {
    const lane = this.#lane(host);
    if (lane.active < pace.concurrency) lane.active += 1;
    else await this.#place(lane, signal);
    try {
      await this.#turn(lane, pace.interval, signal);
    } catch (reason) {
      this.leave(host);
      throw reason;
    }
  }

  /** Gives back the place that `enter` gave; the next in line takes it over. */
  leave(host: string): void {
    const lane = this.#lane(host);
    const next = lane.waiting.shift();
    if (next) next();
    else lane.active -= 1;
  }

  /** Lets nobody start for a while, as the host asked. */
  holdOff(host: string, milliseconds: number): void {
    const lane = this.#lane(host);
    lane.nextAt = Math.max(lane.nextAt, this.#clock.now().getTime() + milliseconds);
  }

  #lane(host: string): Lane {
    let lane = this.#lanes.get(host);
    if (!lane) {
      lane = { active: 0, nextAt: 0, waiting: [] };
      this.#lanes.set(host, lane);
    }
    return lane;
  }

  #place(lane: Lane, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const giveUp = () => {
        lane.waiting.splice(lane.waiting.indexOf(takeOver), 1);
        reject(signal.reason);
      };
      const takeOver = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      lane.waiting.push(takeOver);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  async #turn(lane: Lane, interval: number, signal: AbortSignal): Promise<void> {
    if (interval === 0 && lane.nextAt === 0) return;
    const now = this.#clock.now().getTime();
    const start = Math.max(now, lane.nextAt);
    lane.nextAt = start + interval;
    if (start > now) await this.#clock.sleep(start - now, signal);
  }
}
