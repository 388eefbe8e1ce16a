import { createPostgresBackend, DEFAULT_SCHEMA, type PgPool, runMigrations, type Telemetry, withBackend } from 'bullmq';
import { Pool } from 'pg';
import { openedQueues } from './opened.ts';
import { QueueError } from './queue-error.ts';
import type { Queues } from './queues.ts';

/** Each worker and each listener for events holds one for good; the rest is for short statements. */
const CONNECTIONS = 12;
const CONNECT_MS = 10_000;

/** Opens the queue in a PostgreSQL, in a schema of its own, which is made or brought up to date. */
export async function openPostgresQueues(url: string, onError: (error: Error) => void, telemetry: Telemetry | null): Promise<Queues> {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    // BullMQ's statements name no schema.
    options: `-c search_path=${DEFAULT_SCHEMA}`,
  });
  pool.on('error', onError);
  // A connection that breaks while it is checked out and nobody waits for it would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  try {
    const client = await pool.connect();
    await runMigrations(client as never).finally(() => client.release());
  } catch (error) {
    await pool.end();
    const { host, pathname } = new URL(url);
    throw new QueueError(
      {
        zh: `QUEUE_URL 的 PostgreSQL ${host}${pathname} 不能用作队列：${(error as Error).message}。`,
        en: `The PostgreSQL ${host}${pathname} of QUEUE_URL cannot hold the queue: ${(error as Error).message}.`,
      },
      {
        code: 'queue-unreachable',
        remedy: {
          zh: '请检查它是否已启动，以及 QUEUE_URL 的主机、端口、用户名、密码和数据库名。',
          en: 'Is it running, and are host, port, user, password and database in QUEUE_URL right?',
        },
        cause: error,
      },
    );
  }
  return openedQueues(
    {
      kind: 'postgres',
      classes: withBackend(createPostgresBackend),
      connection: pool as unknown as PgPool,
      disconnect: () => pool.end(),
    },
    onError,
    telemetry,
  );
}
