import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectFeeds } from '../../jobs/media/collect-feeds.ts';
import { forwardedBy } from '../../jobs/media/forwarded.ts';
import { importPosts } from '../../jobs/media/import-posts.ts';
import { judgeAccounts } from '../../jobs/media/judge-accounts.ts';
import { type SampleCity, startSampleCity } from '../../sample-city/start.ts';
import { BUNDLED_DIR, loadRulebook } from '../../src/config/load.ts';
import { clockFrom } from '../../src/model/clock.ts';
import { addDays } from '../../src/model/day.ts';
import type { Span } from '../../src/model/estate.ts';
import { type Hands, openHands } from '../jobs/hands.ts';

const YEAR = { from: '2018-01-01', to: '2018-12-31' };
const EVENING = new Date('2018-12-31T22:00:00+08:00');
const dir = mkdtempSync(join(tmpdir(), 'city-accounts-'));
let city: SampleCity;
let hands: Hands;

const handIn = async () => {
  const { accounts } = hands.workshop.config.estate;
  for (const { account, ...file } of city.exports())
    await importPosts(hands.workshop, accounts.find(({ id }) => id === account)!, { ...file, by: '王芳', until: null, anyName: false });
  await collectFeeds(hands.workshop, { signal: new AbortController().signal });
};
const rows = (span: Span, pack = hands.workshop.config.pack) => judgeAccounts(hands.workshop, { asOf: EVENING, span, pack });
const lastOfMonth = (month: string) => addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
const sum = (some: readonly { readonly posts: number }[]) => some.reduce((all, { posts }) => all + posts, 0);

beforeAll(async () => {
  city = await startSampleCity({ faults: false });
  city.writeConfig(dir);
  hands = await openHands({ dir }, { clock: clockFrom(EVENING) });
  await handIn();
}, 180_000);
afterAll(async () => {
  await hands.close();
  await city.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('new media of the sample city', () => {
  it('are the accounts of the report for 2018, with its posts by platform, however often they are delivered', async () => {
    await handIn();
    const all = await rows(YEAR);
    const of = (platform: string) => all.filter((row) => row.platform === platform);
    expect(['weibo', 'wechat', 'app'].map((platform) => [of(platform).length, sum(of(platform))])).toEqual([
      [4, 1_089],
      [10, 2_136],
      [1, 4_762],
    ]);
    expect(new Set(all.map(({ unit }) => unit)).size).toBe(10);
  });

  it('come to the truth account by account, so by unit, and month by month', async () => {
    const truth = city.expected().accounts;
    expect((await rows(YEAR)).map(({ id, unit, platform, posts, lastPublished: last }) => ({ id, unit, platform, posts, last }))).toEqual(
      truth,
    );
    const months = await Promise.all(
      Array.from({ length: 12 }, (_, month) => {
        const of = `2018-${String(month + 1).padStart(2, '0')}`;
        return rows({ from: `${of}-01`, to: lastOfMonth(of) });
      }),
    );
    expect(months.map(sum).reduce((one, other) => one + other)).toBe(1_089 + 2_136 + 4_762);
    expect(Math.min(...months.map(sum))).toBeGreaterThan(500);
  });

  it('are asked nothing by the rules of their year, and by later ones two were silent, proven by an export and a feed, and one only looks like it', async () => {
    expect(new Set((await rows(YEAR)).map(({ status }) => status))).toEqual(new Set(['fresh']));
    const later = await rows(YEAR, loadRulebook(BUNDLED_DIR).pack);
    const alive = expect.stringMatching(/\/feeds\/(?:wb|app)-/);
    expect(
      later.filter(({ status }) => status !== 'fresh').map(({ id, status, reason, evidence }) => ({ id, status, reason, evidence })),
    ).toEqual([
      {
        id: 'wb-tourism',
        status: 'silent',
        reason: null,
        evidence: expect.objectContaining({ source: expect.stringContaining('wb-tourism'), alive }),
      },
      { id: 'wx-environment', status: 'unknown', reason: 'not-delivered-since', evidence: null },
      { id: 'wx-justice', status: 'silent', reason: null, evidence: expect.objectContaining({ source: '广水司法.csv' }) },
    ]);
  });

  it('tell who carried what all must carry, and of whom nobody knows', async () => {
    const [account] = hands.workshop.config.estate.accounts.filter(({ id }) => id === 'wx-police');
    const [post] = await hands.workshop.store.posts.list('wx-police', { from: '2018-11-01', to: '2018-11-30' }, 1);
    const told = await forwardedBy(hands.workshop, { title: post!.title, at: `${post!.publishedOn}T00:00`, hours: 24 });
    const stateOf = (id: string) => told.find((one) => one.account.id === id)!.state;
    expect(stateOf(account!.id)).toBe('carried');
    // Its export speaks of those days; a feed speaks until its newest post.
    expect(stateOf('wx-health')).toBe('missing');
    expect(stateOf('wb-gov-office')).toBe('missing');
    const last = await forwardedBy(hands.workshop, { title: post!.title, at: '2018-12-30T09:00', hours: 24 });
    expect(last.find((one) => one.account.id === 'wb-gov-office')!.state).toBe('unknown');
  });
});
