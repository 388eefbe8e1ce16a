import { setMaxListeners } from 'node:events';
import { inBoth } from '../model/sentence.ts';
import { EXIT } from './failure.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Where nobody else listens to a signal there is nothing to save: the program ends at once, with the status for it. */
export function leaveWhenInterrupted(): void {
  for (const signal of SIGNALS) process.on(signal, () => process.listenerCount(signal) === 1 && process.exit(EXIT.interrupted));
}

/**
 * A signal that is aborted by the first SIGINT or SIGTERM, so that what was read is kept; a second one ends the program at once.
 * `release` gives the signals back.
 */
export function interruptible(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  // Every request under way listens to it.
  setMaxListeners(0, controller.signal);
  const stop = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    process.stderr.write(
      `\n${inBoth({ zh: '正在收尾并保存已读内容，再按一次立即退出', en: 'finishing and saving what was read; once more leaves at once' })}\n`,
    );
    controller.abort(new Error('interrupted'));
  };
  for (const name of SIGNALS) process.on(name, stop);
  return {
    signal: controller.signal,
    release() {
      for (const name of SIGNALS) process.off(name, stop);
    },
  };
}
