import { setTimeout as sleep } from 'node:timers/promises';
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

  async function disturbed(place: Omit<Place, 'dir'>, disturb: () => Promise<void>): Promise<void> {
    const hands = await openHands({ dir: scratch.dir, ...place });
    county.slow(100);
    hands.work({ lockMs: 3_000, sitesAtOnce: 2 });
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

  it('goes on when PostgreSQL crashes and recovers', async () => {
    const databaseUrl = await postgres.createDatabase('crashed');
    await disturbed({ databaseUrl, queueUrl: databaseUrl }, async () => {
      await postgres.stop('immediate');
      await sleep(1_000);
      await postgres.start();
    });
  });
});
