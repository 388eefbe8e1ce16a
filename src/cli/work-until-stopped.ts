import { inBoth } from '../model/sentence.ts';
import { startHttp } from './http.ts';
import { interruptible, SAVED_WITHIN_MS } from './interrupt.ts';
import type { CommonOptions } from './options.ts';
import { withQueues } from './queues.ts';
import { aborted, startCrew } from './work.ts';

export interface WorkOptions {
  /** Sites read at once. */
  readonly sites: number;
  /** Where it answers how it is and gives its figures; null: nowhere. */
  readonly health: { readonly host: string; readonly port: number } | null;
}

/** Works off the queue until a signal ends it. */
export function workUntilStopped(options: CommonOptions, { sites, health }: WorkOptions): Promise<void> {
  return withQueues(
    options,
    async (session) => {
      const interrupt = interruptible({ withinMs: SAVED_WITHIN_MS });
      const crew = await startCrew(session, options, { sitesAtOnce: sites });
      const http = health && (await startHttp(crew.health, health).catch((error) => crew.stop().then(() => Promise.reject(error))));
      if (!options.quiet) sayWaiting();
      await aborted(interrupt.signal);
      await crew.stop();
      await http?.close();
      interrupt.release();
    },
    { shared: true },
  );
}

export function sayWaiting(): void {
  process.stderr.write(`${inBoth({ zh: 'gongkai worker 正在等待任务，按 Ctrl-C 结束', en: 'waiting for jobs, Ctrl-C ends it' })}\n`);
}
