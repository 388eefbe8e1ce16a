import { describe, expect, test } from 'vitest';
import type { Limit } from '../../src/model/rules.ts';
import { wordingOf } from '../../src/timeliness/wording/wording.ts';

const period: Limit = { period: { years: 1, months: 6, days: 10 } };
const days = { day: '2018-03-04', last: '2018-03-04', dueOn: '2018-03-18', today: '2018-12-31', other: '2018-05-06', readOn: '2018-12-31' };
const facts = {
  ...days,
  seenOn: '2018-07-08',
  absentOn: '2018-06-01',
  goneOn: '2018-08-09',
  column: '通知公告',
  site: '门户网站',
  unit: '市水利局',
  duty: '年度报告',
  title: '某通知',
  reviewer: 'dev',
  detail: '超时',
  source: 'url',
  status: 'blocked' as const,
  reason: '被拦截',
  limit: period,
  limits: [period, { workingDays: 20 }],
  ...{ overdueDays: 41, count: 42, atLeast: 43, columns: 44, pages: 45, rows: 46, measured: 47, worst: 48, year: 2017 },
  ...{ from: '2018-12-25', to: '2018-12-31', visits: 168, failed: 9, seconds: 15, share: 0.05 },
  onHomePage: false,
  sameAsEditor: false,
};

describe.each(['zh', 'en'] as const)('findings in %s', (language) => {
  const wording = wordingOf(language);
  const sentences = Object.entries(wording).flatMap(([name, say]) => (typeof say === 'function' ? [[name, say] as const] : []));

  test.each(sentences)('%s is a whole sentence with nothing left out', (name, say) => {
    const sentence = (say as (of: typeof facts) => string)(facts);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
    if (name !== 'lastItem') expect(sentence).toMatch(language === 'zh' ? /。$/ : /\.$/);
  });

  test('say limits as people do', () => {
    const said = (limit: Limit) => wording.homePage({ ...facts, limit });
    expect(said(period)).toContain(language === 'zh' ? '1年6个月10天' : '1 year 6 months 10 days');
    expect(said({ workingDays: 20 })).toContain(language === 'zh' ? '20个工作日' : '20 working days');
  });
});
