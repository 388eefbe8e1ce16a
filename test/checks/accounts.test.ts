import { describe, expect, it } from 'vitest';
import { fateOf } from '../../src/checks/over.ts';
import { type AccountService, judgeAccount } from '../../src/media/judge-account.ts';
import type { MediaAccount, PostDelivery } from '../../src/model/media.ts';
import type { AccountRule } from '../../src/model/rules.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';
import { audit, noon, pack, ruleFor, source } from '../timeliness/estate.ts';

const ON = '2018-12-31';
const rule: AccountRule = {
  id: 'new-media',
  kind: 'account',
  name: '两周',
  source,
  verified: false,
  severity: 'veto',
  limit: { period: { years: 0, months: 0, days: 14 } },
};
const replies = { ...ruleFor('account-unanswered'), limit: { workingDays: 5 } };
const rules = pack([
  rule,
  replies,
  ruleFor('account-function-broken'),
  ruleFor('account-renamed', { severity: 'notice' }),
  ruleFor('account-unfiled', { severity: 'minor' }),
  ruleFor('account-closed-quietly', { severity: 'minor' }),
]);
const clock = { today: ON, zone: 'Asia/Shanghai', rule, warningDays: 7, calendar: createWorkingDays([]) };

function account(of: Partial<MediaAccount> = {}): MediaAccount {
  return {
    ...{ id: 'wx', name: '示例发布', platform: 'wechat', unit: 'water', registered: null, closed: null, announcement: null, feed: null },
    ...{ column: null, verified: null, filed: null, formerNames: [], functions: [], ...of },
  };
}
const whole = (last: string): PostDelivery[] => [
  {
    id: 'd',
    account: 'wx',
    via: 'file',
    at: noon(ON),
    by: null,
    source: '导出.csv',
    fault: null,
    named: null,
    from: last,
    until: ON,
    posts: 1,
  },
];
const NO_SERVICE: AccountService = { messages: [], broken: [], renamed: null };
function found(
  of: Partial<MediaAccount>,
  last: string | null,
  deliveries: readonly PostDelivery[] = last === null ? [] : whole(last),
  service = NO_SERVICE,
) {
  const one = account(of);
  const row = judgeAccount(one, { count: 0, lastPublished: last, deliveries, sameServer: [] }, clock);
  const result = audit({ on: ON, columns: [], accounts: [{ account: one, row, service }], pack: rules });
  return result.findings.filter((finding) => finding.rule.startsWith('account-'));
}

describe('what is found of new media', () => {
  it('is an account that is proven silent, and the proof', () => {
    expect(found({}, '2018-12-10')).toMatchObject([
      {
        rule: 'account-silent',
        severity: 'veto',
        unit: 'water',
        site: null,
        since: '2018-12-25',
        evidence: ['导出.csv', expect.anything()],
      },
    ]);
    expect(found({}, '2018-12-10')[0]!.message).toContain(
      '微信公众号“示例发布”最近一次发布是 2018-12-10，应在 2018-12-24 前发布，已 21 天没有更新',
    );
    expect(found({}, '2018-09-01')[0]!.message).toContain('僵尸账号');
  });

  it('is one that is due, before it is silent', () => {
    expect(found({}, '2018-12-20')).toMatchObject([{ rule: 'account-due', severity: 'notice' }]);
  });

  it('is one that is not registered, and one that was closed without a word', () => {
    expect(found({ filed: false }, '2018-12-30')).toMatchObject([{ rule: 'account-unfiled' }]);
    expect(found({ closed: '2018-06-01' }, '2018-05-01')).toMatchObject([{ rule: 'account-closed-quietly', since: '2018-06-01' }]);
  });

  it.each([
    ['nothing was delivered', {}, null, []],
    ['nothing was delivered since', {}, '2018-12-01', [{ ...whole('2018-12-01')[0]!, until: '2018-12-05' }]],
    ['it posted', {}, '2018-12-30', whole('2018-12-30')],
    ['nobody knows whether it is registered', { filed: null }, '2018-12-30', whole('2018-12-30')],
    ['it was closed with an announcement', { closed: '2018-06-01', announcement: 'http://x.test/a' }, '2018-05-01', []],
    ['it was closed in an earlier year', { closed: '2017-06-01' }, '2017-05-01', []],
    ['it is registered later', { registered: '2019-02-01' }, null, []],
  ] as const)('is nothing where %s', (_, of, last, deliveries) => {
    expect(found(of, last, deliveries)).toEqual([]);
  });

  it('stands as long as nobody knows how the account stands, and ends when it posts', () => {
    const was = {
      key: '["account-silent",null,null,"water","wx"]',
      unit: 'water',
      site: null,
      column: null,
      url: null,
      unmeasured: [],
      basis: null,
      measured: null,
      lastSeen: noon(ON),
    };
    const fate = (status: string | null) => fateOf('account-silent', was, { accountStatus: () => status } as never);
    expect([fate('unknown'), fate('fresh'), fate('due'), fate(null), fate('closed')]).toEqual([
      'hold',
      'gone',
      'gone',
      { lapsed: 'not-watched' },
      { lapsed: 'not-watched' },
    ]);
    expect(fateOf('account-due', { ...was, key: was.key.replace('silent', 'due') }, { accountStatus: () => 'silent' } as never)).toEqual({
      lapsed: 'now-overdue',
    });
  });

  it('is a message without an answer, an answer that came late, a function that fails and a name that changed, each with its proof', () => {
    const message = {
      account: 'wx',
      receivedOn: '2018-12-03',
      until: '2018-12-31',
      via: 'file',
      at: noon(ON),
      by: null,
      source: '留言.csv',
    } as const;
    const service: AccountService = {
      messages: [
        { ...message, subject: 'A1', answeredOn: null },
        { ...message, subject: 'A2', answeredOn: '2018-12-20' },
        { ...message, subject: 'A3', answeredOn: '2018-12-05' },
      ],
      broken: [{ name: '留言', url: null, looks: [{ on: '2018-12-20', via: 'form', by: '王芳', detail: '打不开' }] }],
      renamed: {
        before: { name: '示例发布', on: '2018-12-01', source: '11月.csv' },
        after: { name: '示例新闻', on: '2018-12-30', source: '12月.csv' },
        days: 1,
      },
    };
    const told = found({}, '2018-12-30', undefined, service);
    expect(told.map(({ rule: kind, certainty }) => [kind, certainty ?? 'sure'])).toEqual([
      ['account-unanswered', 'sure'],
      ['account-answered-late', 'sure'],
      ['account-function-broken', 'sure'],
      ['account-renamed', 'unsure'],
    ]);
    const evidence = told.map((one) => one.evidence.join('\n'));
    expect(evidence[0]).toContain('A1 留言.csv');
    expect(evidence[0]).not.toContain('A2');
    expect(evidence[1]).toContain('2018-12-03 → 2018-12-20, ≤ 2018-12-10: A2');
    expect(evidence[2]).toContain('2018-12-20 留言 王芳 打不开');
    expect(evidence[3]).toMatch(/2018-12-01 示例发布 11月.csv\n2018-12-30 示例新闻 12月.csv/);
    expect(found({ closed: '2018-12-15', announcement: 'http://x.test/a' }, '2018-12-10', undefined, { ...service, messages: [] })).toEqual(
      [],
    );
  });
});
