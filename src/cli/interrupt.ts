import { setMaxListeners } from 'node:events';
import { inBoth } from '../model/sentence.ts';
import { EXIT } from './failure.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What whoever works for long may take to save what was read; whoever stops it waits ten seconds more. */
export const SAVED_WITHIN_MS = 80_000;

/**
 * A signal that is aborted by the first SIGINT or SIGTERM, so that what was read is kept; a second one ends the program at once.
 * `release` gives the signals back. With `withinMs` it ends by then, too: servers that are away may not come back to be told.
 */
export function interruptible({ withinMs }: { readonly withinMs?: number } = {}): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  // Every request under way listens to it.
  setMaxListeners(0, controller.signal);
  const leave = () => {
    process.stderr.write(
      `${inBoth({
        zh: '数据库或队列没有回应，不再等待；没有记下的部分由下一个进程重做',
        en: 'store or queue do not answer, waiting no longer; what was not recorded is done again by the next process',
      })}\n`,
    );
    process.exit(EXIT.interrupted);
  };
  const stop = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    process.stderr.write(
      `\n${inBoth({ zh: '正在收尾并保存已读内容，再按一次立即退出', en: 'finishing and saving what was read; once more leaves at once' })}\n`,
    );
    controller.abort(new Error('interrupted'));
    if (withinMs !== undefined) setTimeout(leave, withinMs).unref();
  };
  for (const name of SIGNALS) process.on(name, stop);
  return {
    signal: controller.signal,
    release() {
      for (const name of SIGNALS) process.off(name, stop);
    },
  };
}
