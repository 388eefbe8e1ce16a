import { expect, it } from 'vitest';
import { collectFeeds } from '../../jobs/media/collect-feeds.ts';
import { takePosts } from '../../jobs/media/import-posts.ts';
import { judgeAccount } from '../../src/media/judge-account.ts';
import type { MediaAccount, Post, PostDelivery } from '../../src/model/media.ts';
import type { AccountRule } from '../../src/model/rules.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';

const TODAY = '2018-12-31';
const NOON = new Date(`${TODAY}T12:00:00+08:00`);
const account = {
  id: 'wx',
  name: '示例发布',
  platform: 'wechat',
  unit: 'water',
  registered: null,
  closed: null,
  feed: null,
} as MediaAccount;
const rule = { kind: 'account', limit: { period: { years: 0, months: 0, days: 14 } } } as AccountRule;
const clock = { today: TODAY, zone: 'Asia/Shanghai', rule, warningDays: 7, calendar: createWorkingDays([]) };
const post = (publishedOn: string): Post => ({ title: '甲', publishedOn, publishedAt: publishedOn, url: null, original: null });

/** What is kept where a column that lists these posts was read last at a moment. */
function parts(listed: readonly Post[], readAt: Date, kept: PostDelivery[]) {
  return {
    clock: { now: () => NOON },
    randomness: { id: () => 'd' },
    config: { estate: { timezone: 'Asia/Shanghai', accounts: [{ ...account, column: 'portal/wx' }] } },
    store: {
      columns: { history: async () => [{ reason: null, certainty: 'sure', at: readAt }] },
      search: { listed: async () => listed.map(({ title, url, publishedOn }) => ({ title, url, publishedOn, listedOn: null })) },
      posts: { record: async (delivery: PostDelivery) => kept.push(delivery) },
    },
  } as never;
}
const statusOf = (deliveries: readonly PostDelivery[], lastPublished: string) =>
  judgeAccount(account, { count: 1, lastPublished, deliveries, sameServer: [] }, clock).status;

it('a column of the office’s own site proves the posts that it lists, and no silence after them', async () => {
  const kept: PostDelivery[] = [];
  await collectFeeds(parts([post('2018-12-01'), post('2018-12-03')], NOON, kept), { signal: new AbortController().signal });
  expect(kept).toMatchObject([{ via: 'column', from: '2018-12-01', until: '2018-12-03', posts: 2 }]);
  expect(statusOf(kept, '2018-12-03')).toBe('unknown');
});

it('a column that was not read today says nothing of today', async () => {
  const kept: PostDelivery[] = [];
  await collectFeeds(parts([post('2018-12-30')], new Date('2018-12-30T12:00:00+08:00'), kept), { signal: new AbortController().signal });
  expect(kept).toEqual([]);
});

it('a feed speaks until its newest post, whenever it says that it was made', async () => {
  const feed = (made: string) =>
    `<rss version="2.0"><channel><title>x</title><lastBuildDate>${made}</lastBuildDate><item><title>甲</title><pubDate>2018-12-10 08:00</pubDate></item><item><title>预告</title><pubDate>2019-02-01 08:00</pubDate></item></channel></rss>`;
  const untilOf = async (made: string) => {
    const kept: PostDelivery[] = [];
    const answer = { outcome: 'ok', bytes: new TextEncoder().encode(feed(made)), contentType: null, finalUrl: 'http://f.test/wx' };
    const world = parts([], NOON, kept) as { config: { estate: object } };
    const estate = { ...world.config.estate, accounts: [{ ...account, column: null, feed: 'http://f.test/wx' }], crawl: {} };
    await collectFeeds({ ...world, config: { estate }, door: { fetch: async () => answer } } as never, {
      signal: new AbortController().signal,
    });
    return kept[0]?.until;
  };
  expect(await untilOf('Mon, 31 Dec 2018 11:00:00 +0800')).toBe('2018-12-10');
  expect(await untilOf('Mon, 31 Dec 2018 11:59:30 +0800')).toBe('2018-12-10');
  expect(await untilOf('Tue, 01 Jan 2019 12:00:00 +0800')).toBe('2018-12-10');
  expect(await untilOf('Sat, 01 Dec 2018 11:00:00 +0800')).toBe('2018-12-10');
});

it('an old post that a program hands in late proves no silence; one who says until when it speaks does', async () => {
  const kept: PostDelivery[] = [];
  await takePosts(parts([], NOON, kept), account, [post('2018-12-01')], 'program', { until: null, named: null, anyName: false });
  expect(statusOf(kept, '2018-12-10')).toBe('unknown');
  await takePosts(parts([], NOON, kept), account, [post('2018-12-01'), post('2018-12-10')], 'program', {
    until: TODAY,
    named: null,
    anyName: false,
  });
  expect(statusOf(kept, '2018-12-10')).toBe('silent');
});
