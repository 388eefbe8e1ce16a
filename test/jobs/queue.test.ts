import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openQueues } from '../../jobs/queue/open-queues.ts';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { openStore } from '../../src/store/open.ts';
import { startPostgres } from '../servers/postgres.ts';
import { startRedis } from '../servers/redis.ts';
import { describeQueues } from './queue-contract.ts';

const onError = () => undefined;

describeQueues('Redis', async () => {
  const server = await startRedis();
  return { open: () => openQueues({ queueUrl: server.url, store: { embedded: null }, onError }), close: () => server.remove() };
});

describeQueues('PostgreSQL', async () => {
  const server = await startPostgres();
  const queueUrl = await server.createDatabase('queue');
  return { open: () => openQueues({ queueUrl, store: { embedded: null }, onError }), close: () => server.remove() };
});

describeQueues('the embedded store', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-queue-'));
  const store = await openStore({ dataDir, clock: systemClock, randomness: systemRandomness });
  return {
    open: () => openQueues({ queueUrl: null, store, onError }),
    async close() {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
});

describe('opening queues', () => {
  it('says what is wrong with an address that is neither of Redis nor of PostgreSQL', async () => {
    await expect(openQueues({ queueUrl: 'mysql://127.0.0.1/', store: { embedded: null }, onError })).rejects.toThrow(/QUEUE_URL/);
  });

  it('says that nobody answers, and never the password', async () => {
    for (const queueUrl of ['redis://:hush@127.0.0.1:1/0', 'postgres://me:hush@127.0.0.1:1/queue']) {
      const error = await openQueues({ queueUrl, store: { embedded: null }, onError }).catch((one: Error) => one);
      expect(error).toMatchObject({ name: 'QueueError', message: expect.stringContaining('127.0.0.1:1') });
      expect((error as Error).message).not.toContain('hush');
    }
  });

  it('asks for a queue where the store is shared', async () => {
    await expect(openQueues({ queueUrl: null, store: { embedded: null }, onError })).rejects.toThrow(/QUEUE_URL/);
  });
});
