import { describe, expect, it } from 'vitest';
import { renamed } from '../../src/media/renamed.ts';
import type { MediaAccount, PostDelivery } from '../../src/model/media.ts';

const FEED = 'http://feeds.example/wx.xml';
const moment = { today: '2018-06-29', zone: 'Asia/Shanghai' };
const reading = (day: string, named: string | null, of: Partial<PostDelivery> = {}): PostDelivery => ({
  ...{ id: day, account: 'wx', via: 'feed', at: new Date(`${day}T02:00:00Z`), by: null, source: FEED, fault: null },
  ...{ from: day, until: day, posts: 1, named, ...of },
});
const account = (name: string, formerNames: MediaAccount['formerNames'] = []) => ({ name, formerNames });
const BEFORE = reading('2018-06-01', '清源发布');
const AFTER = reading('2018-06-08', '清源新闻');

describe('a change of name', () => {
  it('is told with both readings, and with how many days say so', () => {
    expect(renamed(account('清源发布'), [BEFORE, AFTER], moment)).toEqual({
      before: { name: '清源发布', on: '2018-06-01', source: FEED },
      after: { name: '清源新闻', on: '2018-06-08', source: FEED },
      days: 1,
    });
    expect(renamed(account('清源发布'), [BEFORE, AFTER, reading('2018-06-09', '清源新闻')], moment)!.days).toBe(2);
    const files = [
      reading('2018-06-01', '清源发布', { via: 'file', source: '5月.csv' }),
      reading('2018-06-08', '清源新闻', { via: 'file', source: '6月.csv' }),
    ];
    expect(renamed(account('清源发布'), files, moment)).toMatchObject({ before: { source: '5月.csv' }, after: { source: '6月.csv' } });
  });

  it.each([
    ['the estate has the new name', account('清源新闻'), [BEFORE, AFTER]],
    ['the earlier name is written down as a former one', account('清源', [{ name: '清源发布', until: '2018-06-05' }]), [BEFORE, AFTER]],
    ['it went back to its name', account('清源发布'), [BEFORE, AFTER, reading('2018-06-10', '清源发布')]],
    ['a feed calls it otherwise than the estate from the begin on', account('市水利局'), [BEFORE, reading('2018-06-08', '清源发布')]],
    ['only what surrounds the name changed', account('清源发布'), [BEFORE, reading('2018-06-08', '清源发布 的微博 - RSS')]],
    ['only its spelling changed', account('Ａ城发布'), [reading('2018-06-01', 'Ａ城发布'), reading('2018-06-08', 'a城 发布')]],
    [
      'only how many it holds changed',
      account('清源发布'),
      [reading('2018-06-01', '清源发布（最新12篇）'), reading('2018-06-08', '清源发布（最新9篇）')],
    ],
    [
      'the reading brought no post, as pages of errors do',
      account('清源发布'),
      [BEFORE, reading('2018-06-08', '请稍后再试', { from: null })],
    ],
    ['two ways call it differently', account('清源发布'), [BEFORE, reading('2018-06-08', '清源新闻', { source: 'http://b.example/f' })]],
    ['a reading brought no name', account('清源发布'), [BEFORE, reading('2018-06-08', null)]],
    ['the reading failed', account('清源发布'), [BEFORE, reading('2018-06-08', '登录', { fault: { zh: '超时', en: 'timed out' } })]],
    ['it was read after the day judged', account('清源发布'), [BEFORE, reading('2018-07-08', '清源新闻')]],
  ] as const)('is none where %s', (_, of, readings) => {
    expect(renamed(of, readings, moment)).toBeNull();
  });
});
