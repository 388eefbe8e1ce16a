import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Check, checkQueueServer, startChecks } from '../../jobs/start-checks.ts';
import { type Clock, systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { quoted } from '../../src/model/sentence.ts';
import { type OpenedStore, openStore } from '../../src/store/open.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { type RedisServer, startRedis } from '../servers/redis.ts';

const fast: Clock = { now: () => new Date(systemClock.now().getTime() + 5 * 60_000), sleep: systemClock.sleep };
const named = (checks: readonly Check[], name: string) => checks.find((check) => check.name.en === name);

describe('checks before a process may work for long', () => {
  let good: RedisServer;
  let evicting: RedisServer;
  let postgres: PostgresServer;
  let store: OpenedStore;

  beforeAll(async () => {
    [good, evicting, postgres] = await Promise.all([startRedis(), startRedis({ maxmemoryPolicy: 'allkeys-lru' }), startPostgres()]);
    const databaseUrl = await postgres.createDatabase('checked');
    store = await openStore({ dataDir: 'unused', databaseUrl, clock: systemClock, randomness: systemRandomness });
  });
  afterAll(async () => {
    await store.close();
    await Promise.all([good.remove(), evicting.remove(), postgres.remove()]);
  });

  it('servers as they should be pass', async () => {
    const checks = await startChecks({ store, queueUrl: good.url, dataDir: 'unused', clock: systemClock });
    expect(checks.filter(({ state }) => state === 'bad')).toEqual([]);
    expect(named(checks, 'Redis maxmemory-policy')).toMatchObject({ state: 'good', says: quoted('noeviction') });
    expect(named(checks, 'Redis AOF')?.state).toBe('good');
    expect(named(checks, 'PostgreSQL')?.says.zh).toMatch(/^\d+/);
    expect(named(checks, 'clock of PostgreSQL')?.state).toBe('good');
  });

  it('a Redis that drops keys by itself is refused, and it is said how to mend it', async () => {
    const checks = await checkQueueServer(evicting.url, systemClock);
    expect(named(checks, 'Redis maxmemory-policy')).toMatchObject({
      state: 'bad',
      says: {
        zh: expect.stringContaining('CONFIG SET maxmemory-policy noeviction'),
        en: expect.stringContaining('CONFIG SET maxmemory-policy noeviction'),
      },
    });
  });

  it('clocks that differ by minutes are found on either server', async () => {
    const checks = await startChecks({ store, queueUrl: good.url, dataDir: 'unused', clock: fast });
    for (const server of ['PostgreSQL', 'Redis']) {
      expect(named(checks, `clock of ${server}`)).toMatchObject({
        state: 'bad',
        says: { zh: expect.stringContaining('-300'), en: expect.stringContaining('-300') },
      });
    }
  });

  it('a Redis that is not there is one failed check and no exception', async () => {
    expect(await checkQueueServer('redis://127.0.0.1:9', systemClock)).toMatchObject([{ name: quoted('Redis'), state: 'bad' }]);
    expect(await checkQueueServer(null, systemClock)).toEqual([]);
  });
});
