import { describe, expect, it } from 'vitest';
import { fateOf } from '../../src/checks/over.ts';
import { judgeAccount } from '../../src/media/judge-account.ts';
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
const rules = pack([rule, ruleFor('account-unfiled', { severity: 'minor' }), ruleFor('account-closed-quietly', { severity: 'minor' })]);
const clock = { today: ON, zone: 'Asia/Shanghai', rule, warningDays: 7, calendar: createWorkingDays([]) };

function account(of: Partial<MediaAccount> = {}): MediaAccount {
  return {
    ...{ id: 'wx', name: '示例发布', platform: 'wechat', unit: 'water', registered: null, closed: null, announcement: null, feed: null },
    ...{ column: null, verified: null, filed: null, formerNames: [], ...of },
  };
}
const whole = (last: string): PostDelivery[] => [
  { id: 'd', account: 'wx', via: 'file', at: noon(ON), by: null, source: '导出.csv', fault: null, from: last, until: ON, posts: 1 },
];
function found(of: Partial<MediaAccount>, last: string | null, deliveries: readonly PostDelivery[] = last === null ? [] : whole(last)) {
  const one = account(of);
  const row = judgeAccount(one, { count: 0, lastPublished: last, deliveries, sameServer: [] }, clock);
  const result = audit({ on: ON, columns: [], accounts: [{ account: one, row }], pack: rules });
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
});
