import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doEveryMinute } from '../../../jobs/run/every-minute.ts';
import { type Clock, systemClock } from '../../../src/model/clock.ts';
import { type PostgresServer, startPostgres } from '../../servers/postgres.ts';
import { type County, openCounty } from '../county.ts';
import { census, type Hands, openHands, overRun, scratchEstate } from '../hands.ts';

const LONG_AGO = new Date('2018-06-01T00:00:00+08:00');

/** A clock that stands where it is put, for everything but pauses. */
function standing(local: string): { readonly clock: Clock; put(local: string): void } {
  let now = new Date(`${local}:00+08:00`);
  return {
    clock: { now: () => now, sleep: systemClock.sleep },
    put(local) {
      now = new Date(`${local}:00+08:00`);
    },
  };
}

describe('schedulers and clocks', () => {
  let postgres: PostgresServer;
  let county: County;
  let scratch: ReturnType<typeof scratchEstate>;
  let hands: Hands[];
  const time = standing('2018-06-04T19:00');

  beforeAll(async () => {
    postgres = await startPostgres();
    county = await openCounty({ sites: 3, columns: 3, rows: 4 });
    scratch = scratchEstate(county.estate);
    const databaseUrl = await postgres.createDatabase('runs');
    hands = [];
    for (let count = 0; count < 2; count++) hands.push(await openHands({ dir: scratch.dir, databaseUrl }, { clock: time.clock }));
  });
  afterAll(async () => {
    await Promise.all(hands.map((one) => one.close()));
    await county.close();
    await postgres.remove();
    scratch.remove();
  });

  const everyMinute = (one: Hands) => doEveryMinute(one.workshop, one.queues, LONG_AGO);
  const runs = () => hands[0]!.store.runs.list(100);

  it('two schedulers make one run, and every page is asked for once', async () => {
    await Promise.all([...hands, ...hands].map(everyMinute));
    const [run, ...more] = await runs();
    expect(more).toEqual([]);
    for (const one of hands) one.work();
    expect(await overRun(hands[0]!.store, run!.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(await census(hands[0]!.store, run!.id)).toEqual({ outcomes: { read: 9 }, items: 36, sightings: 36, wrong: 0, half: 0 });
    const paths = county.asked.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('asking again in the same night makes no other run', async () => {
    time.put('2018-06-04T23:00');
    await Promise.all(hands.map(everyMinute));
    expect(await runs()).toHaveLength(1);
  });

  it('a clock that jumps a day forward makes the run of that day, once', async () => {
    time.put('2018-06-05T23:00');
    await Promise.all([...hands, ...hands].map(everyMinute));
    const [run, ...more] = await runs();
    expect(more).toHaveLength(1);
    expect(run?.dueAt).toEqual(new Date('2018-06-05T19:00:00+08:00'));
    await overRun(hands[0]!.store, run!.id);
  });

  it('a clock that goes back an hour, over the due time, makes none twice', async () => {
    time.put('2018-06-06T19:10');
    await Promise.all(hands.map(everyMinute));
    const [run] = await runs();
    await overRun(hands[0]!.store, run!.id);
    time.put('2018-06-06T18:10');
    await Promise.all(hands.map(everyMinute));
    time.put('2018-06-06T19:10');
    await Promise.all(hands.map(everyMinute));
    expect((await runs()).map(({ dueAt }) => dueAt?.toISOString())).toEqual([
      '2018-06-06T11:00:00.000Z',
      '2018-06-05T11:00:00.000Z',
      '2018-06-04T11:00:00.000Z',
    ]);
  });

  it('a run whose jobs the queue has lost is put into it again', async () => {
    time.put('2018-06-07T19:00');
    const [one] = hands as [Hands];
    const busy = await runs();
    const { run } = await one.store.runs.open({
      ...busy[0]!,
      id: 'lost',
      dueAt: new Date('2018-06-07T19:00:00+08:00'),
      deadline: new Date('2018-06-08T07:30:00+08:00'),
      asOf: time.clock.now(),
      startedAt: time.clock.now(),
      state: 'running',
      finishedAt: null,
    });
    await everyMinute(one);
    expect(await overRun(one.store, run.id)).toMatchObject({ state: 'done', failed: 0 });
  });
});
