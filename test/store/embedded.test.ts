import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { type OpenedStore, openStore } from '../../src/store/open.ts';
import { storeContract } from './contract.ts';
import { makeItem, makeResult, makeRun } from './records.ts';

describe('the embedded store', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-store-'));
  let store: OpenedStore;

  beforeAll(async () => {
    store = await openStore({ dataDir, clock: systemClock, randomness: systemRandomness });
  });
  afterAll(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  storeContract(() => store);

  it('tells its planner how much it holds, so that few items are looked up among many without reading all', async () => {
    await store.runs.open(makeRun('growing'));
    for (let n = 0; n < 4; n++) {
      const items = Array.from({ length: 1000 }, (_, i) => makeItem(`growing.example/${n}/${i}`, { site: 'growing' }));
      await store.columns.record(makeResult({ run: 'growing', site: 'growing', column: `c${n}` }, items));
    }
    const { rows } = await store.embedded!.query(
      `select (select reltuples from pg_class where oid = 'gongkai.items'::regclass) as counted, (select count(*) from gongkai.items) as there`,
    );
    expect(rows[0].counted).toBeGreaterThan(rows[0].there / 2);
  });

  it('is heard by everybody who listens, until each has stopped', async () => {
    const database = store.embedded!;
    const heard: string[] = [];
    const listen = (name: string) => database.listen('a_channel', (payload) => heard.push(`${name} ${payload}`));
    const [one, other] = [await listen('one'), await listen('other')];
    const say = (word: string) => database.exec(`notify a_channel, '${word}'`).then(() => database.exec('select 1'));
    await say('first');
    expect(heard).toEqual(['one first', 'other first']);
    await one();
    await one();
    await say('second');
    expect(heard.slice(2)).toEqual(['other second']);
    await other();
    await say('third');
    expect(heard).toHaveLength(3);
    const again = await listen('again');
    await say('fourth');
    expect(heard.slice(3)).toEqual(['again fourth']);
    await again();
  });
});
