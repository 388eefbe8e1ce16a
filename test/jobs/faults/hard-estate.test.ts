import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDueRun } from '../../../jobs/run/start.ts';
import type { County, Manner } from '../county.ts';
import { openCountyAtWork } from '../county-at-work.ts';
import { census, dueNow, type Hands, overRun } from '../hands.ts';

const SITES = 500;
const DEAD = 100;
const DRIPPING = 20;
const REFUSING = 10;

function manner(site: number): Manner {
  if (site < DEAD) return 'dead';
  if (site < DEAD + DRIPPING) return 'drip';
  return site < DEAD + DRIPPING + REFUSING ? 'refuse' : 'well';
}

describe('five hundred sites of which many are in trouble', () => {
  let county: County;
  let hands: Hands;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ county, hands, close } = await openCountyAtWork({ sites: SITES, columns: 1, rows: 2, manner, timeoutSeconds: 3, concurrency: 40 }));
  });
  afterAll(() => close());

  it('each come to the outcome that is theirs, and the others are read as if those were not there', { timeout: 600_000 }, async () => {
    hands.work({ sitesAtOnce: 40 });
    const run = await startDueRun(hands.workshop, hands.queues.flows(), dueNow());
    const ended = await overRun(hands.store, run.id, 580_000);
    expect(ended).toMatchObject({ state: 'done', failed: DEAD + DRIPPING + REFUSING });
    const found = await census(hands.store, run.id);
    expect(found).toEqual({
      outcomes: { unreachable: DEAD, timeout: DRIPPING, blocked: REFUSING, read: county.columns },
      items: county.items,
      sightings: county.items,
      wrong: 0,
      half: 0,
    });
  });
});
