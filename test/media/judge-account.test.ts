import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAccount, type KnownPosts } from '../../src/media/judge-account.ts';
import { addDays } from '../../src/model/day.ts';
import type { MediaAccount, PostDelivery } from '../../src/model/media.ts';
import type { AccountRule } from '../../src/model/rules.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';

const account: MediaAccount = {
  id: 'wx',
  name: '示例发布',
  platform: 'wechat',
  unit: 'office',
  registered: null,
  closed: null,
  announcement: null,
  feed: null,
  column: null,
  verified: null,
  filed: null,
  formerNames: [],
  functions: [],
};
const rule: AccountRule = {
  id: 'new-media',
  kind: 'account',
  name: '两周',
  source: { issuer: '', document: '', article: '', validFrom: '2019-01-01', validTo: null },
  verified: false,
  severity: 'veto',
  limit: { period: { years: 0, months: 0, days: 14 } },
};
const clock = (today: string) => ({ today, zone: 'Asia/Shanghai', rule, warningDays: 3, calendar: createWorkingDays([]) });
const came = (from: string | null, until: string, more: Partial<PostDelivery> = {}): PostDelivery => ({
  id: until,
  account: 'wx',
  via: 'file',
  at: new Date(`${until}T12:00:00+08:00`),
  by: '王芳',
  source: '导出.csv',
  fault: null,
  named: null,
  from,
  until,
  posts: 1,
  ...more,
});
const judge = (
  today: string,
  lastPublished: string | null,
  deliveries: readonly PostDelivery[],
  of: Partial<MediaAccount> = {},
  sameServer: readonly PostDelivery[] = [],
) => judgeAccount({ ...account, ...of }, { count: 1, lastPublished, deliveries, sameServer } satisfies KnownPosts, clock(today));

describe('how an account stands', () => {
  it('posted within two weeks it is in time, near their end it is soon due, also where nothing was delivered since', () => {
    expect(judge('2024-03-10', '2024-03-05', [came('2024-01-01', '2024-03-05')]).status).toBe('fresh');
    expect(judge('2024-03-17', '2024-03-05', [came('2024-01-01', '2024-03-05')])).toMatchObject({ status: 'due', dueOn: '2024-03-19' });
  });

  it('silent is said on the fifteenth day, of a delivery that speaks of all days in between', () => {
    const delivered = [came('2024-01-01', '2024-04-01')];
    expect(judge('2024-03-19', '2024-03-05', delivered).status).toBe('due');
    expect(judge('2024-03-20', '2024-03-05', delivered)).toMatchObject({
      status: 'silent',
      overdueDays: 1,
      evidence: { source: '导出.csv' },
    });
  });

  it('silent before another unit took it over it is that one’s: whoever takes it over has its two weeks', () => {
    const delivered = [came('2024-01-01', '2024-05-01')];
    const of = { takenOver: { from: 'water', on: '2024-04-01' } };
    expect(judge('2024-04-14', '2024-03-05', delivered, of)).toMatchObject({ status: 'due', dueOn: '2024-04-14', overdueDays: 0 });
    expect(judge('2024-04-15', '2024-03-05', delivered, of)).toMatchObject({ status: 'silent', overdueDays: 1 });
  });

  it.each([
    ['what was delivered ends before', [came('2024-01-01', '2024-03-12')], 'not-delivered-since'],
    ['two deliveries leave a gap', [came('2024-01-01', '2024-03-06'), came('2024-03-25', '2024-04-01')], 'not-delivered-since'],
    [
      'its feed is down',
      [came('2024-01-01', '2024-03-06'), came(null, '2024-04-01', { via: 'feed', fault: { zh: '超时', en: 'timed out' } })],
      'feed-down',
    ],
    ['the last delivery was empty', [came('2024-01-01', '2024-03-06'), came(null, '2024-04-01', { posts: 0 })], 'not-delivered-since'],
  ] as const)('it is unknown, not silent, where %s', (_, deliveries, reason) => {
    expect(judge('2024-03-28', '2024-03-05', deliveries)).toMatchObject({ status: 'unknown', reason });
  });

  describe('a feed that answers with what it showed before', () => {
    const read = (until: string, on: string, source = 'http://feeds.test/wx') =>
      came('2024-01-01', until, { via: 'feed', at: new Date(`${on}T02:00:00+08:00`), source });
    const other = (until: string, on: string) => read(until, on, 'http://feeds.test/other');
    const still = { status: 'unknown', reason: 'feed-still' };

    it('proves no silence where nothing says that its server still collects', () => {
      expect(judge('2024-03-28', '2024-03-05', [read('2024-03-05', '2024-03-28')])).toMatchObject(still);
      expect(judge('2024-03-28', '2024-03-05', [read('2024-03-05', '2024-03-28')], {}, [other('2024-03-06', '2024-03-28')])).toMatchObject(
        still,
      );
      // Alive after the last post, and not after the limit.
      expect(judge('2024-03-20', '2024-03-05', [read('2024-03-19', '2024-03-20')])).toMatchObject(still);
    });

    it('proves it where another account of its server moves, and not by its own word', () => {
      expect(judge('2024-03-28', '2024-03-05', [read('2024-03-27', '2024-03-28')])).toMatchObject(still);
      const moving = [other('2024-03-27', '2024-03-28')];
      expect(judge('2024-03-28', '2024-03-05', [read('2024-03-05', '2024-03-28')], {}, moving)).toMatchObject({
        status: 'silent',
        evidence: { source: 'http://feeds.test/wx', alive: 'http://feeds.test/other' },
      });
    });

    it('proves nothing of days after it was read, nor by another account that moved only later', () => {
      expect(judge('2024-03-28', '2024-03-05', [read('2024-03-26', '2024-03-27')])).toMatchObject(still);
      const later = [other('2024-03-30', '2024-03-30')];
      expect(judge('2024-03-28', '2024-03-05', [read('2024-03-05', '2024-03-29')], {}, later)).toMatchObject(still);
    });
  });

  it('without a post it is unknown and says why', () => {
    expect(judge('2024-03-28', null, [])).toMatchObject({ status: 'unknown', reason: 'not-delivered' });
    expect(judge('2024-03-28', null, [came('2024-05-01', '2024-06-01')])).toMatchObject({ status: 'unknown', reason: 'not-covered' });
    expect(judge('2024-03-28', null, [came(null, '2024-03-28', { fault: { zh: '超时', en: 'timed out' } })])).toMatchObject({
      status: 'unknown',
      reason: 'feed-down',
    });
  });

  it('closed it is closed from that day on, and before it is registered nothing is expected', () => {
    expect(judge('2024-03-28', '2023-03-05', [came('2023-01-01', '2024-04-01')], { closed: '2024-03-28' }).status).toBe('closed');
    expect(judge('2024-03-27', '2023-03-05', [came('2023-01-01', '2024-04-01')], { closed: '2024-03-28' }).status).toBe('silent');
    expect(judge('2024-03-27', null, [], { registered: '2024-03-28' })).toMatchObject({ status: 'unknown', reason: 'not-registered' });
  });

  it('whatever was delivered, silent is never said of a day that no delivery speaks of', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((n) => addDays('2024-01-01', n));
    const delivery = fc
      .tuple(day, fc.integer({ min: 0, max: 60 }), fc.boolean())
      .map(([from, length, bad]) =>
        bad ? came(null, addDays(from, length), { fault: { zh: '超时', en: 'timed out' } }) : came(from, addDays(from, length)),
      );
    fc.assert(
      fc.property(day, fc.option(day), fc.array(delivery, { maxLength: 5 }), (today, last, deliveries) => {
        const lastPublished = last !== null && last <= today ? last : null;
        if (judge(today, lastPublished, deliveries).status !== 'silent') return;
        expect(deliveries.some(({ fault, from, until }) => fault === null && from! <= lastPublished! && until >= today)).toBe(true);
        expect(addDays(lastPublished!, 14) < today).toBe(true);
      }),
    );
  });
});
