import type { Queues } from '../../jobs/queue/queues.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import type { LiveEstate } from '../estate/live.ts';
import { inBoth } from '../model/sentence.ts';
import type { OpenedStore } from '../store/open.ts';
import type { CommonOptions } from './options.ts';
import { queueUrl } from './servers.ts';
import { type WorkshopOptions, withWorkshop } from './workshop.ts';

/** Everything that a command over the queue works with. */
export interface QueueSession {
  readonly workshop: Workshop;
  /** The estate that the workshop works by, as it is changed. */
  readonly live: LiveEstate;
  readonly store: OpenedStore;
  readonly queues: Queues;
}

/**
 * Opens store and queue, hands them to `work`, and closes them whatever happens. The queue is where `QUEUE_URL` says, else in the
 * PostgreSQL of `DATABASE_URL`, else in the embedded store. What is watched is kept as a revision first. A faulty site or column never stops the others.
 */
export function withQueues(
  options: Pick<CommonOptions, 'config' | 'data' | 'estate'>,
  work: (session: QueueSession) => Promise<void>,
  opening: Pick<WorkshopOptions, 'shared' | 'begin' | 'clock' | 'readers'> = {},
): Promise<void> {
  return withWorkshop(
    options,
    async (opened, store, folder) => {
      const [{ openQueues }, { openTelemetry }, { keepFolder }, { openLiveEstate }] = await Promise.all([
        import('../../jobs/queue/open-queues.ts'),
        import('../../jobs/health/telemetry.ts'),
        import('./estate-source.ts'),
        import('../estate/live.ts'),
      ]);
      const telemetry = await openTelemetry(process.env, (told) => process.stderr.write(`${inBoth(told)}\n`));
      const queues = await openQueues({ queueUrl: queueUrl(options), estate: options.estate, store, onError: tellOnce(), telemetry });
      const config = await keepFolder(opened, opened.clock.now());
      const live = openLiveEstate({ ...opened, config, folder });
      const workshop = {
        ...opened,
        get config() {
          return live.config;
        },
      };
      const refreshing = setInterval(() => void live.refresh().catch(() => null), REFRESH_MS);
      try {
        await work({ workshop, live, store, queues });
      } finally {
        clearInterval(refreshing);
        await queues.close();
      }
    },
    { quarantine: true, ...opening },
  );
}

/** So soon what was changed in another process holds in this one. */
const REFRESH_MS = 30_000;

/** A queue that is away is told of once, not with each of a hundred tries to reach it. */
function tellOnce(): (error: Error) => void {
  let told = '';
  return ({ message }) => {
    if (message === told) return;
    told = message;
    process.stderr.write(`${inBoth({ zh: '队列连接出错，正在重连', en: `the queue cannot be reached, trying again: ${message}` })}\n`);
  };
}
