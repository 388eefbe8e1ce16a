import { createPostgresBackend, DEFAULT_SCHEMA, type PgPool, runMigrations, type Telemetry, withBackend } from 'bullmq';
import type { EmbeddedDatabase } from '../../src/store/embedded-client.ts';
import { openedQueues } from './opened.ts';
import { PglitePool } from './pglite-pool.ts';
import { QueueError } from './queue-error.ts';
import type { Queues } from './queues.ts';

/** Opens the queue in the embedded store's own database, beside its tables. */
export async function openEmbeddedQueues(
  database: EmbeddedDatabase | null,
  onError: (error: Error) => void,
  telemetry: Telemetry | null,
): Promise<Queues> {
  if (database === null) {
    throw new QueueError(
      {
        zh: '设了 DATABASE_URL 就要设 QUEUE_URL：共享的数据库没有内嵌队列。',
        en: 'With DATABASE_URL, QUEUE_URL is needed, too: a shared store holds no embedded queue.',
      },
      { code: 'queue-url-missing', remedy: { zh: '两者可以是同一个 PostgreSQL。', en: 'Both may be the same PostgreSQL.' } },
    );
  }
  const pool = new PglitePool(database);
  const client = await pool.connect();
  await runMigrations(client as never).finally(() => client.release());
  // There is one connection: BullMQ's statements name no schema, the store's name theirs.
  await database.exec(`set search_path to public, ${DEFAULT_SCHEMA}`);
  return openedQueues(
    {
      kind: 'embedded',
      classes: withBackend(createPostgresBackend),
      connection: pool as unknown as PgPool,
      disconnect: () => pool.end(),
    },
    onError,
    telemetry,
  );
}
