import { interruptible } from './interrupt.ts';
import type { CommonOptions } from './options.ts';
import { withQueues } from './queues.ts';
import { aborted, startCrew } from './work.ts';

/** Works off the queue until a signal ends it. */
export function workUntilStopped(options: CommonOptions, sitesAtOnce: number): Promise<void> {
  return withQueues(options, async (desk) => {
    const interrupt = interruptible();
    const crew = startCrew(desk, options, sitesAtOnce);
    if (!options.quiet) process.stderr.write('gongkai worker 正在等待任务，按 Ctrl-C 结束 · waiting for jobs, Ctrl-C ends it\n');
    await aborted(interrupt.signal);
    await crew.stop();
    interrupt.release();
  });
}
