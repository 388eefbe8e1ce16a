import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDueRun } from '../../../jobs/run/start.ts';
import { type County, openCounty } from '../county.ts';
import { census, dueNow, type Hands, openHands, overRun, scratchEstate } from '../hands.ts';

describe('a poison row in the configuration', () => {
  let county: County;
  let scratch: ReturnType<typeof scratchEstate>;
  let hands: Hands;

  beforeAll(async () => {
    const poison = '      - { id: poison, name: 坏栏目, url: "ftp://nowhere/" }';
    const site = '  - { id: nobody, unit: no-such-unit, name: 坏网站, url: "http://127.0.0.1:9/", columns: [] }';
    county = await openCounty({ sites: 3, columns: 2, rows: 3, moreColumns: (number) => (number === 1 ? poison : ''), more: site });
    scratch = scratchEstate(county.estate);
    hands = await openHands(scratch);
  });
  afterAll(async () => {
    await hands.close();
    await county.close();
    scratch.remove();
  });

  it('is set aside, recorded and reported, and the others go on', async () => {
    hands.work();
    const run = await startDueRun(hands.workshop, hands.queues.flows(), dueNow());
    const ended = await overRun(hands.store, run.id);
    expect(ended).toMatchObject({ state: 'done', failed: 1 });
    expect(ended.error).toMatch(/配置有 2 处有误/);
    expect(await census(hands.store, run.id)).toEqual({
      outcomes: { read: 6, misconfigured: 1 },
      items: 18,
      sightings: 18,
      wrong: 0,
      half: 0,
    });
    const [reading] = await hands.store.columns.history('s1', 'poison', 1);
    expect(reading).toMatchObject({ outcome: 'misconfigured', detail: expect.stringContaining('estate.yaml:') });
  });
});
