import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

/** How often the record of delays begins anew; the one before is looked at as well. */
const WINDOW_MS = 30_000;

/** How late our event loop ran lately. */
export interface LoopDelay {
  /** In milliseconds. */
  worst(): number;
  close(): void;
}

/** Measures the delay of this process's event loop until it is closed. */
export function measureLoopDelay(): LoopDelay {
  const delays: IntervalHistogram = monitorEventLoopDelay({ resolution: 50 });
  let worstBefore = 0;
  delays.enable();
  const window = setInterval(() => {
    worstBefore = delays.max;
    delays.reset();
  }, WINDOW_MS);
  window.unref();
  return {
    worst: () => Math.max(worstBefore, delays.max) / 1e6,
    close() {
      clearInterval(window);
      delays.disable();
    },
  };
}
