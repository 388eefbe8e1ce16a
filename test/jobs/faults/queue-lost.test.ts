import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkerTelemetry, type WorkerTelemetry } from '../../../jobs/health/worker-telemetry.ts';
import { startDueRun } from '../../../jobs/run/start.ts';
import { missingOf, REPEATING_JOBS } from '../../../jobs/worker/repeating-jobs.ts';
import { type PostgresServer, startPostgres } from '../../servers/postgres.ts';
import { type RedisServer, startRedis } from '../../servers/redis.ts';
import { type County, openCounty } from '../county.ts';
import { census, dueNow, type Hands, openHands, overRun, scratchEstate, until } from '../hands.ts';

const WHOLE = { outcomes: { read: 12 }, items: 36, sightings: 36, wrong: 0, half: 0 };
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined } as never;

describe('a queue that forgot everything in mid-run', () => {
  let postgres: PostgresServer;
  let redis: RedisServer;
  let county: County;
  let scratch: ReturnType<typeof scratchEstate>;

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    county = await openCounty({ sites: 3, columns: 4, rows: 3 });
    scratch = scratchEstate(county.estate);
  });
  afterAll(async () => {
    await county.close();
    await Promise.all([postgres.remove(), redis.remove()]);
    scratch.remove();
  });

  const atWork = (hands: Hands, everyMs: number): Promise<WorkerTelemetry> =>
    openWorkerTelemetry({
      workshop: hands.workshop,
      queues: hands.queues,
      log: SILENT,
      host: 'host-a',
      vantage: 'main',
      timing: { everyMs, againMs: 500 },
    });

  async function forgets(queueUrl: string, databaseUrl: string, forget: (hands: Hands) => Promise<void>): Promise<void> {
    const hands = await openHands({ dir: scratch.dir, databaseUrl, queueUrl });
    const telemetry = await atWork(hands, 8_000);
    county.slow(300);
    hands.work({ lockMs: 3_000, sitesAtOnce: 2 });
    const run = await startDueRun(hands.workshop, hands.queues.flows(), dueNow());
    await until(async () => (await hands.store.runs.targets(run.id)).some(({ outcome }) => outcome !== null), 60_000);
    await forget(hands);
    // It says so itself, by the database, before anybody has put anything back.
    const ready = async () => JSON.stringify(await (await telemetry.app.request('/readyz')).json());
    await until(async () => (await ready()).includes('队列里少了'), 60_000);
    expect(await (await telemetry.app.request('/metrics')).text()).toMatch(/gongkai_queue_lost_jobs\{kind="repeating"\} [1-9]/);
    county.slow(0);
    expect(await overRun(hands.store, run.id, 120_000)).toMatchObject({ state: 'done', failed: 0 });
    expect(await census(hands.store, run.id)).toEqual(WHOLE);
    expect(await missingOf(hands.queues, REPEATING_JOBS)).toEqual([]);
    expect(await hands.store.alerts.list({ rules: ['queue-lost'] })).toMatchObject([{ audience: 'operators', kind: 'ours', unit: null }]);
    await until(async () => !(await ready()).includes('队列里少了'), 60_000);
    await telemetry.stop();
    await hands.close();
  }

  it('has it all put back by the database when Redis was lost and started empty, and the run goes on', async () => {
    await forgets(redis.url, await postgres.createDatabase('with_redis'), () => redis.lose());
  });

  it('has it all put back when a queue in PostgreSQL is older than the database', async () => {
    const queueUrl = await postgres.createDatabase('queue');
    await forgets(queueUrl, await postgres.createDatabase('store'), async ({ queues }) => {
      // As a backup from before that night has it: empty of the run, and of the schedulers that were set since.
      for (const name of ['gongkai-sites', 'gongkai-runs', 'gongkai-deliveries']) await queues.queue(name).obliterate({ force: true });
    });
  });
});
