import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInline } from '../../jobs/run/inline-driver.ts';
import { systemClock } from '../../src/model/clock.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { type County, openCounty } from './county.ts';
import { census, type Hands, openHands, type Place, scratchEstate, until } from './hands.ts';

const PROGRAM = fileURLToPath(new URL('inline-process.ts', import.meta.url));
const TIMING = { beatMs: 500, goneMs: 6_000 };
const WHOLE = { outcomes: { read: 12 }, items: 36, sightings: 36, wrong: 0, half: 0 };

type Said = { readonly reads?: true; readonly ended?: string; readonly refused?: string };

describe('a run that a process of its own drives, over a shared PostgreSQL', () => {
  let postgres: PostgresServer;
  let county: County;
  let scratch: ReturnType<typeof scratchEstate>;

  beforeAll(async () => {
    postgres = await startPostgres();
    county = await openCounty({ sites: 3, columns: 4, rows: 3, concurrency: 1 });
    scratch = scratchEstate(county.estate);
  });
  afterAll(async () => {
    await county.close();
    await postgres.remove();
    scratch.remove();
  });

  async function another(name: string): Promise<{ place: Place; hands: Hands; child: ChildProcess; said: Said[] }> {
    const databaseUrl = await postgres.createDatabase(name);
    const place = { dir: scratch.dir, databaseUrl };
    const hands = await openHands(place);
    county.slow(300);
    const orders = JSON.stringify({ ...place, name: 'other', ...TIMING });
    const child = fork(PROGRAM, [orders], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const said: Said[] = [];
    child.on('message', (message) => void said.push(message as Said));
    await until(() => said.some(({ reads }) => reads), 120_000);
    return { place, hands, child, said };
  }

  const audit = ({ workshop }: Hands) =>
    runInline(workshop, {
      kind: 'audit',
      asOf: systemClock.now(),
      narrowing: {},
      full: false,
      render: null,
      signal: new AbortController().signal,
      hold: TIMING,
      progress: () => undefined,
    });

  it('is left to it while it lives', async () => {
    const { hands, said } = await another('left');
    const [theirs] = await hands.store.runs.list(1);
    const own = audit(hands);
    await until(async () => (await hands.store.runs.list(2)).length === 2, 60_000);
    county.slow(0);
    expect((await own).run.id).not.toBe(theirs!.id);
    await until(() => said.some(({ ended }) => ended === theirs!.id), 120_000);
    expect(await hands.store.runs.get(theirs!.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(await census(hands.store, theirs!.id)).toEqual(WHOLE);
    await hands.close();
  });

  it('goes on where a killed process left it, and costs what both asked for', async () => {
    const { hands, child } = await another('killed');
    const [theirs] = await hands.store.runs.list(1);
    child.kill('SIGKILL');
    const asked = county.asked.filter(({ by }) => by === 'other/0.1').length;
    county.slow(0);
    await until(async () => (await hands.store.runs.interruptGone(TIMING.goneMs)).length > 0, 60_000);
    expect(await hands.store.runs.get(theirs!.id)).toMatchObject({ state: 'interrupted' });
    const read = (await hands.store.runs.targets(theirs!.id)).filter(({ outcome }) => outcome !== null);
    const before = county.asked.length;
    const { run } = await audit(hands);
    expect(run).toMatchObject({ id: theirs!.id, state: 'done', failed: 0 });
    expect(await census(hands.store, run.id)).toEqual(WHOLE);
    const again = county.asked.slice(before).map(({ path }) => path);
    for (const { site, column } of read) expect(again).not.toContain(`/${site}/${column}/`);
    expect(run.traffic.requests).toBeGreaterThan(county.asked.length - before);
    expect(asked).toBeGreaterThan(0);
    await hands.close();
  });

  it('ends in a process that stood still without spoiling what another made of it', async () => {
    const { hands, child, said } = await another('stood_still');
    const [theirs] = await hands.store.runs.list(1);
    child.kill('SIGSTOP');
    county.slow(0);
    await until(async () => (await hands.store.runs.interruptGone(TIMING.goneMs)).length > 0, 60_000);
    const { run } = await audit(hands);
    expect(run).toMatchObject({ id: theirs!.id, state: 'done' });
    child.kill('SIGCONT');
    await until(() => said.some(({ refused }) => refused !== undefined), 60_000);
    expect(said.at(-1)?.refused).toContain('another has taken its run over');
    expect(await hands.store.runs.get(run.id)).toEqual(run);
    expect(await census(hands.store, run.id)).toEqual(WHOLE);
    await hands.close();
  });
});
