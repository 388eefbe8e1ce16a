import { describe, expect, it } from 'vitest';
import { forwardingOf } from '../../src/media/forwarding.ts';
import type { MediaAccount, Post, PostDelivery } from '../../src/model/media.ts';

const account = { id: 'wx', name: '示例发布', platform: 'wechat', unit: 'office' } as MediaAccount;
const must = { title: '国务院关于加强政务公开工作的意见', at: '2024-03-05T09:00', hours: 24 };
const post = (title: string, publishedAt: string): Post => ({
  title,
  publishedOn: publishedAt.slice(0, 10),
  publishedAt,
  url: null,
  original: null,
});
const came = (from: string | null, until: string): PostDelivery => ({
  ...{ id: until, account: 'wx', via: 'file', at: new Date(), by: null, source: 'x', fault: null, named: null, from, until, posts: 1 },
});
const state = (posts: readonly Post[], deliveries: readonly PostDelivery[], now = '2024-03-20T08:00') =>
  forwardingOf(must, account, { posts, deliveries }, now).state;

describe('what all accounts must carry', () => {
  it.each([
    ['in time, under its own title', post('国务院关于加强政务公开工作的意见', '2024-03-05T18:00:00+08:00'), 'carried'],
    ['at the last minute', post('国务院关于加强政务公开工作的意见', '2024-03-06T09:00:00+08:00'), 'carried'],
    ['a minute later', post('国务院关于加强政务公开工作的意见', '2024-03-06T09:01:00+08:00'), 'late'],
    ['within a longer text', post('【转发】《国务院关于加强政务公开工作的意见》全文来了', '2024-03-05T18:00:00+08:00'), 'carried'],
    ['under a title that an export cut', post('【转载】国务院关于加强政务公开…', '2024-03-05T18:00:00+08:00'), 'carried'],
    ['on the last day, without a time', post('国务院关于加强政务公开工作的意见', '2024-03-06'), 'carried'],
    ['days later', post('国务院关于加强政务公开工作的意见', '2024-03-09'), 'late'],
  ] as const)('was carried %s', (_, one, expected) => {
    expect(state([one], [])).toBe(expected);
  });

  it('is missing only where a delivery speaks of all those hours, and pending as long as there is time', () => {
    const other = [post('春耕', '2024-03-05')];
    expect(state(other, [came('2024-03-01', '2024-03-08')])).toBe('missing');
    expect(state(other, [came('2024-03-01', '2024-03-06')])).toBe('unknown');
    expect(state(other, [came('2024-03-06', '2024-03-20')])).toBe('unknown');
    expect(state(other, [{ ...came('2024-03-01', '2024-03-08'), fault: { zh: '超时', en: 'timed out' } }])).toBe('unknown');
    expect(state(other, [came('2024-03-01', '2024-03-08')], '2024-03-06T08:59')).toBe('pending');
  });

  it('is not a post of the days before, nor one of another title', () => {
    const before = [
      post('国务院关于加强政务公开工作的意见', '2024-03-04'),
      post('国务院关于加强政务公开工作的通知', '2024-03-05'),
      post('国务院关于…', '2024-03-05'),
    ];
    expect(state(before, [came('2024-03-01', '2024-03-08')])).toBe('missing');
  });
});
