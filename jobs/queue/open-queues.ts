import type { Telemetry } from 'bullmq';
import type { OpenedStore } from '../../src/store/open.ts';
import { openEmbeddedQueues } from './embedded.ts';
import { openPostgresQueues } from './postgres.ts';
import { QueueError } from './queue-error.ts';
import type { Queues } from './queues.ts';
import { openRedisQueues } from './redis.ts';

export interface QueuesOptions {
  /** redis://… or postgres://…; null: in the embedded store. */
  readonly queueUrl: string | null;
  /** Id of the estate, where the queues of several are in one Redis. */
  readonly estate?: string | undefined;
  readonly store: Pick<OpenedStore, 'embedded'>;
  /** Hears of connections that broke; BullMQ mends them by itself. */
  onError(error: Error): void;
  /** Traces of jobs, or null. */
  readonly telemetry?: Telemetry | null;
}

/** Opens the queue where `QUEUE_URL` says: Redis, PostgreSQL, or the embedded store. */
export async function openQueues({ queueUrl, estate, store, onError, telemetry = null }: QueuesOptions): Promise<Queues> {
  if (queueUrl === null) return openEmbeddedQueues(store.embedded, onError, telemetry);
  const protocol = URL.canParse(queueUrl) ? new URL(queueUrl).protocol : '';
  if (protocol === 'redis:' || protocol === 'rediss:') return openRedisQueues(queueUrl, estate, onError, telemetry);
  if (protocol === 'postgres:' || protocol === 'postgresql:') return openPostgresQueues(queueUrl, onError, telemetry);
  throw new QueueError(
    { zh: 'QUEUE_URL 既不是 Redis 地址也不是 PostgreSQL 地址。', en: 'QUEUE_URL is neither of Redis nor of PostgreSQL.' },
    {
      code: 'queue-url-unreadable',
      remedy: {
        zh: '写法：redis://主机:6379/0 或 postgres://用户:密码@主机:5432/数据库',
        en: 'Write redis://host:6379/0 or postgres://user:password@host:5432/database',
      },
    },
  );
}
