import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDueRun } from '../../../jobs/run/start.ts';
import { openCountyAtWork } from '../county-at-work.ts';
import { census, dueNow, type Hands, overRun } from '../hands.ts';

describe('a poison row in the configuration', () => {
  let hands: Hands;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const poison = '      - { id: poison, name: 坏栏目, url: "ftp://nowhere/" }';
    const site = '  - { id: nobody, unit: no-such-unit, name: 坏网站, url: "http://127.0.0.1:9/", columns: [] }';
    ({ hands, close } = await openCountyAtWork({
      sites: 3,
      columns: 2,
      rows: 3,
      moreColumns: (number) => (number === 1 ? poison : ''),
      more: site,
    }));
  });
  afterAll(() => close());

  it('is set aside, recorded and reported, and the others go on', async () => {
    hands.work();
    const run = await startDueRun(hands.workshop, hands.queues.flows(), dueNow());
    const ended = await overRun(hands.store, run.id);
    expect(ended).toMatchObject({ state: 'done', failed: 1 });
    expect(ended.error?.zh).toMatch(/配置有 2 处有误/);
    expect(await census(hands.store, run.id)).toEqual({
      outcomes: { read: 6, misconfigured: 1 },
      items: 18,
      sightings: 18,
      wrong: 0,
      half: 0,
    });
    const [reading] = await hands.store.columns.history('s1', 'poison', 1);
    expect(reading).toMatchObject({
      outcome: 'misconfigured',
      detail: { zh: expect.stringContaining('estate.yaml:'), en: expect.stringContaining('estate.yaml:') },
    });
  });
});
