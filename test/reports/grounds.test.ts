import { expect, test } from 'vitest';
import type { ColumnStatus } from '../../src/model/records.ts';
import { groundsInWords, groundsOf, periodGrounds } from '../../src/reports/grounds.ts';
import { pack, rule, ruleFor } from '../timeliness/estate.ts';

const duty = { ...rule, kind: 'duty', unitKinds: ['department'], categories: [], titleWords: ['年报'], by: '01-31' } as const;
const practice = { ...rule.source, issuer: '本工具', document: '缺省做法', article: '缺省 31 天' };
const own = pack([
  { ...duty, id: 'annual-report', name: '年报', source: { ...rule.source, document: '条例', article: '第四十九条' } },
  { ...rule, kind: 'column', id: 'prices', name: '价格', categories: ['prices'], limit: null, source: practice, verified: false },
  { ...rule, kind: 'column', id: 'plans', name: '规划', categories: ['plans'], limit: null, verified: false },
]);
const column = (named: string | null, period: string | null = null, status: ColumnStatus = 'overdue') => ({
  rule: named,
  period,
  workingDays: null,
  status,
});

test('a paper cites the rule that a column was judged by, with the way to it', () => {
  expect(groundsOf(column('national-2019/notices', 'P6M'), own)).toEqual({
    text: '某函〔2019〕19号第一条',
    link: '/rules#rule-notices',
  });
  expect(periodGrounds(column('national-2019/annual-report'), own)).toEqual({ text: '条例第四十九条', link: '/rules#rule-annual-report' });
  expect(groundsInWords(column('national-2019/plans', 'P1Y'), own)).toBe('某函〔2019〕19号第一条（条文待核对）');
});

test('a period of the column’s own, and one that no document sets, are told as what they are and never as a rule', () => {
  expect(groundsInWords(column('estate/period', 'P14D'), own)).toBe('本栏目约定的更新周期（2周）');
  expect(groundsInWords(column('taxonomy/prices', 'P31D'), own)).toBe('文件没有规定更新周期，按监测系统的一般要求（31天）');
  expect(groundsOf(column('national-2019/prices', 'P31D'), own)).toEqual({
    text: '文件没有规定更新周期，按监测系统的一般要求（31天）',
    link: '/rules#rule-prices',
  });
});

test('a blank column stands on the rule on blank columns, whatever its period rests on', () => {
  for (const named of ['estate/period', 'taxonomy/prices', 'national-2019/annual-report', null])
    expect(groundsOf(column(named, 'P14D', 'blank'), own)).toEqual({ text: '某函〔2019〕19号第一条', link: '/rules#rule-column-blank' });
  const without = { ...own, rules: own.rules.filter(({ id }) => id !== ruleFor('column-blank').id) };
  expect(groundsInWords(column('estate/period', null, 'blank'), without)).toBe('监测系统的一般要求');
});
