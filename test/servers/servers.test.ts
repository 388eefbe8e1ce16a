import { Redis } from 'ioredis';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';

describe('servers for tests', () => {
  it('start a real PostgreSQL that keeps its data over a restart and is gone afterwards', async () => {
    const server = await startPostgres();
    const url = await server.createDatabase('kept');
    const ask = async (statement: string) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      return (await client.query(statement).finally(() => client.end())).rows;
    };
    await ask('create table t as select 7 as n');
    await server.restart();
    expect(await ask('select n from t')).toEqual([{ n: 7 }]);
    await server.remove();
    await expect(ask('select 1')).rejects.toThrow();
  });

  it('start a real Redis that keeps its data over a restart and is gone afterwards', async () => {
    const server = await startRedis();
    const client = new Redis(server.url, { retryStrategy: () => 100 }).on('error', () => undefined);
    await client.set('n', '7');
    await server.restart();
    expect(await client.get('n')).toBe('7');
    expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    client.disconnect();
    await server.remove();
  });
});
