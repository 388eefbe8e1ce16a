import { createRedisBackend, type Telemetry, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { openedQueues } from './opened.ts';
import { QueueError } from './queue-error.ts';
import type { Queues } from './queues.ts';

/** Before our keys, so that another program may share the Redis. */
const PREFIX = 'gongkai';
const CONNECT_MS = 10_000;
const LONGEST_PAUSE_MS = 2_000;

/** Opens the queue in a Redis; of one estate, where several have theirs in it. */
export async function openRedisQueues(
  url: string,
  estate: string | undefined,
  onError: (error: Error) => void,
  telemetry: Telemetry | null,
): Promise<Queues> {
  const connection = new Redis(url, {
    // A worker waits for a Redis that restarts however long that takes.
    maxRetriesPerRequest: null,
    connectTimeout: CONNECT_MS,
    retryStrategy: (times) => Math.min(times * 100, LONGEST_PAUSE_MS),
    lazyConnect: true,
  });
  connection.on('error', onError);
  try {
    await connection.connect();
    await connection.ping();
  } catch (error) {
    connection.disconnect();
    const place = new URL(url).host;
    throw new QueueError(
      {
        zh: `连接不上 Redis ${place}：${(error as Error).message}。`,
        en: `The Redis ${place} cannot be reached: ${(error as Error).message}.`,
      },
      {
        code: 'queue-unreachable',
        remedy: {
          zh: '请检查它是否已启动，以及 QUEUE_URL 的主机、端口和口令。',
          en: 'Is it running, and are host, port and password in QUEUE_URL right?',
        },
        cause: error,
      },
    );
  }
  return openedQueues(
    {
      kind: 'redis',
      classes: withBackend(createRedisBackend),
      connection,
      prefix: estate === undefined ? PREFIX : `${PREFIX}-${estate}`,
      disconnect: async () => connection.disconnect(),
    },
    onError,
    telemetry,
  );
}
