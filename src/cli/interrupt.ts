import { setMaxListeners } from 'node:events';

/**
 * A signal that is aborted by the first SIGINT or SIGTERM, so that what was read is kept; a second one ends the program at once.
 * `release` gives the signals back.
 */
export function interruptible(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  // Every request under way listens to it.
  setMaxListeners(0, controller.signal);
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write('\n正在收尾并保存已读内容，再按一次立即退出 · finishing and saving what was read; once more leaves at once\n');
    controller.abort(new Error('interrupted'));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
