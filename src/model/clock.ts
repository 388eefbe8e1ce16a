/** The only place that asks for the time or waits. Everything else is handed a {@link Clock}. */
export interface Clock {
  /** The present instant. */
  now(): Date;
  /** Resolves after `milliseconds`; rejects with the signal's reason when it is aborted first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  sleep(milliseconds, signal) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', stop, { once: true });
    });
  },
};

/** A clock that shows `start` now and goes on from there; it waits as the other does. */
export function clockFrom(start: Date, clock: Clock = systemClock): Clock {
  const ahead = start.getTime() - clock.now().getTime();
  return { now: () => new Date(clock.now().getTime() + ahead), sleep: clock.sleep };
}
