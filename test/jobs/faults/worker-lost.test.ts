import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDueRun } from '../../../jobs/run/start.ts';
import { type PostgresServer, startPostgres } from '../../servers/postgres.ts';
import { type RedisServer, startRedis } from '../../servers/redis.ts';
import { type County, openCounty } from '../county.ts';
import { type Census, census, dueNow, type Hands, openHands, overRun, type Place, scratchEstate, until } from '../hands.ts';
import { startWorkerProcess } from './workers.ts';

/** Worker processes over Redis and PostgreSQL: one is lost in the middle of its sites, another ends the run. */
describe('a run whose worker is lost', () => {
  let postgres: PostgresServer;
  let redis: RedisServer;
  let county: County;
  let scratch: ReturnType<typeof scratchEstate>;
  let place: Place;
  let hands: Hands;
  let databases = 0;
  let undisturbed: Census;

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    county = await openCounty({ sites: 4, columns: 5, rows: 6, timeoutSeconds: 30 });
    scratch = scratchEstate(county.estate);
    await open();
    // Workers of one queue look for lost jobs in turn: one with a long lock keeps the others waiting, so those come last here.
    hands.work({ lockMs: 2_000 });
    const run = await startDueRun(hands.workshop, hands.queues.flows(), dueNow());
    expect(await overRun(hands.store, run.id)).toMatchObject({ state: 'done', failed: 0 });
    undisturbed = await census(hands.store, run.id);
    await hands.close();
  });
  afterAll(async () => {
    await county.close();
    await Promise.all([postgres.remove(), redis.remove()]);
    scratch.remove();
  });
  beforeEach(async () => {
    await open();
    county.slow(80);
    county.asked.length = 0;
  });
  afterEach(async () => {
    county.slow(0);
    await hands.close();
  });

  /** A fresh database each; the queue is shared, since ids of runs never meet. */
  async function open(): Promise<void> {
    const databaseUrl = await postgres.createDatabase(`run${databases++}`);
    place = { dir: scratch.dir, databaseUrl, queueUrl: redis.url };
    hands = await openHands(place);
  }

  async function startRun(): Promise<string> {
    return (await startDueRun(hands.workshop, hands.queues.flows(), dueNow())).id;
  }

  async function recorded(run: string): Promise<number> {
    return (await hands.store.runs.targets(run)).filter(({ outcome }) => outcome !== null && outcome !== 'interrupted').length;
  }

  async function endsAsUndisturbed(run: string): Promise<void> {
    expect(await overRun(hands.store, run)).toMatchObject({ state: 'done', failed: 0 });
    expect(await census(hands.store, run)).toEqual(undisturbed);
  }

  /** A second worker takes over and goes. */
  async function anotherEnds(run: string, options: { lockMs?: number } = {}): Promise<void> {
    const second = await startWorkerProcess(place, { name: 'second', ...options });
    await endsAsUndisturbed(run);
    second.kill('SIGTERM');
    await second.ended;
  }

  const askedBy = (name: string) => county.asked.filter(({ by }) => by === `${name}/0.1`);

  it('by kill -9 in mid-site: another takes over, nothing is lost, nothing counted twice, no page written half', async () => {
    const first = await startWorkerProcess(place, { name: 'first' });
    const run = await startRun();
    await until(async () => (await recorded(run)) >= 2);
    first.kill('SIGKILL');
    await first.ended;
    const before = await recorded(run);
    expect(before).toBeLessThan(20);
    await anotherEnds(run);
    // What was recorded is passed over: the second one asks for no list that the first one had stored.
    const lists = askedBy('second').filter(({ path }) => path.endsWith('/'));
    expect(lists.length).toBeLessThanOrEqual(20 - before + 4);
  });

  it('by a loop that stands still beyond the lock: the site is not crawled by two at once', async () => {
    const first = await startWorkerProcess(place, { name: 'first' });
    const run = await startRun();
    await until(async () => (await recorded(run)) >= 2);
    const second = await startWorkerProcess(place, { name: 'second' });
    first.block(8_000);
    await endsAsUndisturbed(run);
    for (const site of ['s0', 's1', 's2', 's3']) {
      const taken = askedBy('second').filter((one) => one.site === site);
      // What went out before it stood still may arrive afterwards; nothing new goes out.
      const late = askedBy('first').filter((one) => one.site === site && taken[0] !== undefined && one.at > taken[0].at);
      expect(late.length).toBeLessThanOrEqual(4);
    }
    for (const worker of [first, second]) worker.kill('SIGTERM');
    await Promise.all([first.ended, second.ended]);
  });

  it('by a second SIGTERM, which ends it at once: its lock runs out and another takes over', async () => {
    county.slow(400);
    const first = await startWorkerProcess(place, { name: 'first', endless: true });
    const run = await startRun();
    await until(() => askedBy('first').length > 0);
    // Again and again: signals that come while a process is busy are one to it.
    const insisting = setInterval(() => first.kill('SIGTERM'), 50);
    expect(await first.ended).toBe(130);
    clearInterval(insisting);
    county.slow(0);
    await anotherEnds(run);
  });

  it('by SIGTERM in the first second: what it began goes back into the queue at once', async () => {
    const first = await startWorkerProcess(place, { name: 'first', lockMs: 60_000 });
    const run = await startRun();
    await until(() => askedBy('first').length > 0);
    first.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await anotherEnds(run, { lockMs: 60_000 });
  });

  it('by SIGTERM in the last second', async () => {
    const first = await startWorkerProcess(place, { name: 'first', lockMs: 60_000 });
    const run = await startRun();
    await until(async () => (await recorded(run)) >= 17, 60_000);
    first.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await anotherEnds(run, { lockMs: 60_000 });
  });
});
