import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDueRun } from '../../../jobs/run/start.ts';
import { type PostgresServer, startPostgres } from '../../servers/postgres.ts';
import { type RedisServer, startRedis } from '../../servers/redis.ts';
import { type County, openCounty } from '../county.ts';
import { census, dueNow, openHands, overRun, type Place, scratchEstate, until } from '../hands.ts';

const WHOLE = { outcomes: { read: 20 }, items: 120, sightings: 120, wrong: 0, half: 0 };

describe('a run whose servers go away', () => {
  let postgres: PostgresServer;
  let redis: RedisServer;
  let county: County;
  let scratch: ReturnType<typeof scratchEstate>;

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    county = await openCounty({ sites: 4, columns: 5, rows: 6 });
    scratch = scratchEstate(county.estate);
  });
  afterAll(async () => {
    await county.close();
    await Promise.all([postgres.remove(), redis.remove()]);
    scratch.remove();
  });

  async function disturbed(place: Omit<Place, 'dir'>, disturb: () => Promise<void>, timing = {}): Promise<void> {
    const hands = await openHands({ dir: scratch.dir, ...place }, timing);
    county.slow(100);
    hands.work({ lockMs: 3_000, sitesAtOnce: 2, storeWaitMs: 500 });
    const run = await startDueRun(hands.workshop, hands.queues.flows(), dueNow());
    await until(async () => (await hands.store.runs.targets(run.id)).some(({ outcome }) => outcome !== null));
    await disturb();
    county.slow(0);
    expect(await overRun(hands.store, run.id, 90_000)).toMatchObject({ state: 'done', failed: 0 });
    expect(await census(hands.store, run.id)).toEqual(WHOLE);
    await hands.close();
  }

  it('goes on when Redis comes back after ten seconds', async () => {
    const databaseUrl = await postgres.createDatabase('with_redis');
    await disturbed({ databaseUrl, queueUrl: redis.url }, async () => {
      await redis.stop();
      await sleep(10_000);
      await redis.start();
    });
  });

  it('goes on when PostgreSQL, with store and queue, is restarted', async () => {
    const databaseUrl = await postgres.createDatabase('both');
    await disturbed({ databaseUrl, queueUrl: databaseUrl }, () => postgres.restart());
  });

  it('differs in nothing but time when the store is away for longer than anybody waits for an answer, again and again', async () => {
    const databaseUrl = await postgres.createDatabase('away');
    await disturbed(
      { databaseUrl, queueUrl: redis.url },
      async () => {
        await postgres.stop('immediate');
        await sleep(5_000);
        await postgres.start();
      },
      { patienceMs: 1_000 },
    );
  });

  it('waits while an empty standby stands in for the store, writes nothing to it, begins none in it, and goes on with the old one', async () => {
    const databaseUrl = await postgres.createDatabase('standby');
    const place = { databaseUrl, queueUrl: redis.url };
    const timing = { patienceMs: 1_000 };
    await disturbed(
      place,
      async () => {
        const putBack = await postgres.replaceByEmpty('standby');
        await sleep(2_000);
        await expect(openHands({ dir: scratch.dir, ...place }, timing)).rejects.toMatchObject({ code: 'store-emptied' });
        expect(await tablesAt(databaseUrl)).toBe(0);
        await putBack();
      },
      timing,
    );
  });

  it('goes on when PostgreSQL crashes and recovers', async () => {
    const databaseUrl = await postgres.createDatabase('crashed');
    await disturbed({ databaseUrl, queueUrl: databaseUrl }, async () => {
      await postgres.stop('immediate');
      await sleep(1_000);
      await postgres.start();
    });
  });
});

async function tablesAt(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client
    .query<{ tables: number }>(`select count(*)::int as tables from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`)
    .finally(() => client.end());
  return rows[0]!.tables;
}
