import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { countReplies } from '../../src/media/replies.ts';
import type { ToldMessage } from '../../src/model/media.ts';
import type { PaperFacts } from '../../src/reports/facts.ts';
import { mediaLines, mediaTables } from '../../src/reports/media.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';
import { estate, site } from '../timeliness/estate.ts';

const calendar = createWorkingDays(loadConfig('config').calendar);
const span = { from: '2018-03-01', to: '2018-03-31' };
const FIVE = { workingDays: 5 };

function message(receivedOn: string, answeredOn: string | null, until = '2018-03-31'): ToldMessage {
  return {
    ...{ account: 'wx', subject: receivedOn, receivedOn, answeredOn, until },
    via: 'file',
    at: new Date(0),
    by: null,
    source: '留言.csv',
  };
}

test('replies are counted of what came in the period and was handed in; without a limit nothing is late, without messages nothing is known', () => {
  const messages = [
    message('2018-02-20', '2018-03-30'),
    message('2018-03-01', '2018-03-05'),
    message('2018-03-02', '2018-03-20'),
    message('2018-03-06', null),
    message('2018-03-30', null),
    message('2018-04-02', null),
  ];
  expect(countReplies(messages, span, '2018-03-31', FIVE, calendar)).toEqual({
    received: 4,
    answered: 2,
    late: { answered: 1, unanswered: 1, limit: FIVE },
  });
  expect(countReplies(messages, span, '2018-03-31', null, calendar)).toEqual({ received: 4, answered: 2, late: null });
  expect(countReplies(messages, span, '2018-03-10', FIVE, calendar)?.answered).toBe(1);
  expect(countReplies([], span, '2018-03-31', FIVE, calendar)).toBeNull();
});

test('papers tell how accounts answered, and that of some nothing was handed in', () => {
  const account = (id: string) => ({
    id,
    name: id,
    unit: 'water',
    platform: 'wechat',
    status: 'fresh',
    posts: 3,
    lastPublished: null,
    reason: null,
  });
  const late = { answered: 1, unanswered: 2, limit: FIVE };
  const facts = {
    ...{ estate: estate([site([])]), unit: null, result: { accounts: [account('甲'), account('乙')] } },
    span,
    replies: new Map([['甲', { received: 9, answered: 6, late }]]),
  } as unknown as PaperFacts;
  expect(mediaLines(facts)).toContain(
    '1个账号收到网民留言9条，已答复6条，其中超过5个工作日答复1条，超过5个工作日没有答复2条；1个账号没有提供留言数据，不计入。',
  );
  const { columns, rows } = mediaTables(facts)[0]!;
  const at = ['收到留言', '已答复', '逾期未答复'].map((head) => columns.indexOf(head));
  expect(rows.map((row) => at.map((place) => row[place]))).toEqual([
    [9, 6, 2],
    ['—', '—', '—'],
  ]);
  expect(mediaLines({ ...facts, replies: new Map() }).join('')).not.toContain('留言');
});

test('an account of which nothing was handed in for a period is not told to have posted nothing', () => {
  const account = (id: string, posts: number, lastPublished: string | null, status = 'fresh') => ({
    ...{ id, name: id, unit: 'water', platform: 'weibo', status, posts, lastPublished, reason: null, overdueDays: 0 },
  });
  const told = (...accounts: ReturnType<typeof account>[]) => {
    const facts = { estate: estate([site([])]), unit: null, result: { accounts }, replies: new Map(), span } as unknown as PaperFacts;
    return [mediaLines(facts).join(''), mediaTables(facts)[0]!.rows.map((row) => row[5])] as const;
  };
  const [lines, posts] = told(account('甲', 0, '2018-02-01'));
  expect(lines).toContain('微博1个，没有见到本期帖文');
  expect(lines).toContain('1个账号没有见到本期帖文，可能没有提供数据，不作判断');
  expect(lines).not.toContain('发布0条');
  expect(posts).toEqual(['—']);
  const [both, numbers] = told(account('甲', 0, '2018-02-01'), account('乙', 3, '2018-03-02'), account('丙', 0, '2018-01-02', 'silent'));
  expect(both).toContain('微博3个，发布3条');
  expect(numbers).toEqual(['—', 3, 0]);
});

test('the platforms of running accounts add up to their number, and a closed one is in neither', () => {
  const account = (id: string, platform: string, status: string) => ({
    ...{ id, name: id, unit: 'water', platform, status, posts: 2, lastPublished: '2018-03-02', reason: null, overdueDays: 0 },
  });
  const accounts = [
    account('甲', 'wechat', 'fresh'),
    account('乙', 'wechat', 'closed'),
    account('丙', 'weibo', 'silent'),
    account('丁', 'douyin', 'closed'),
  ];
  const facts = { estate: estate([site([])]), unit: null, result: { accounts }, replies: new Map(), span } as unknown as PaperFacts;
  expect(mediaLines(facts)).toContain('在运行政务新媒体账号2个：微信公众号1个，发布2条；微博1个，发布2条。');
  const [head] = mediaLines(facts);
  const [all, ...parts] = [...head!.matchAll(/(\d+)个/g)].map(([, number]) => Number(number));
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
});
