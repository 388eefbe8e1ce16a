import { type Crew, DEFAULT_WORKER, startWorker } from '../../jobs/worker/worker.ts';
import { outcomeFacts } from '../model/outcome.ts';
import { plainText } from '../model/plain-text.ts';
import type { CommonOptions } from './options.ts';
import type { QueueDesk } from './queues.ts';
import { rendererFor } from './renderer.ts';

/** Puts a worker with a browser to work; `stop` ends both. */
export function startCrew({ workshop, store, queues }: QueueDesk, options: Pick<CommonOptions, 'verbose'>, sitesAtOnce?: number): Crew {
  const renderer = rendererFor(workshop);
  const crew = startWorker(workshop, queues, {
    ...DEFAULT_WORKER,
    ...(sitesAtOnce === undefined ? {} : { sitesAtOnce }),
    render: renderer.render,
    since: store.madeAt,
    progress(event) {
      if (!options.verbose || event.kind !== 'column') return;
      const facts = outcomeFacts(event.crawled.outcome);
      const line = `${event.column.site}/${event.column.id} ${event.column.name}: ${event.crawled.detail ?? `${facts.zh} · ${facts.en}`}`;
      process.stderr.write(`${plainText(line)}\n`);
    },
  });
  return {
    async stop() {
      await crew.stop();
      await renderer.close();
    },
  };
}

/** Resolves once a signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
