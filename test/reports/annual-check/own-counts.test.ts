import { expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import type { Estate } from '../../../src/model/estate.ts';
import { compareWithOwn, reportingUnit } from '../../../src/reports/annual-check/own-counts.ts';

const { taxonomy } = loadConfig('config');
const units = [
  { id: 'water', name: '市水利局', kind: 'department' },
  { id: 'town', name: '城关镇', kind: 'township' },
] as Estate['units'];
const estate = { units } as Estate;
const span = { from: '2018-01-01', to: '2018-12-31' };
const counts = {
  items: 11_022,
  classes: new Map([
    ['overview', 26],
    ['updates', 1732],
  ]),
  categories: new Map([['government-procurement', 1823]]),
};
const claim = (measure: string, value: number, more = {}) => ({
  measure,
  value,
  unit: '条',
  quote: `${measure}${value}条`,
  exact: true,
  ...more,
});
const differ = (...claims: ReturnType<typeof claim>[]) => compareWithOwn({ claims }, { estate, taxonomy, span, counts, unit: null });

it('a number that agrees with ours is not told, and one that differs comes with both and the list of ours', () => {
  expect(differ(claim('全市主动公开政府信息', 11_022), claim('概况类信息', 26), claim('政府采购', 1823))).toEqual([]);
  expect(differ(claim('主动公开政府信息', 11_000), claim('政务动态信息更新量', 1700), claim('政府采购', 1800))).toEqual([
    {
      measure: '主动公开政府信息',
      claimed: 11_000,
      counted: 11_022,
      quote: '主动公开政府信息11000条',
      list: '/items?from=2018-01-01&to=2018-12-31',
    },
    expect.objectContaining({ claimed: 1700, counted: 1732, list: expect.stringMatching(/class=updates/) }),
    expect.objectContaining({ claimed: 1800, counted: 1823, list: expect.stringMatching(/category=government-procurement/) }),
  ]);
});

it('nothing is said of what was read unsurely, is told in other units, or is another thing', () => {
  expect(
    differ(claim('主动公开政府信息', 11_000, { exact: false }), claim('政府采购', 12, { unit: '家' }), claim('政府采购投诉', 3)),
  ).toEqual([]);
  expect(differ(claim('依申请公开信息公开指南', 1), claim('不予公开', 5))).toEqual([]);
});

it('a report is of the unit that it names, by its whole name or with its city before it', () => {
  expect(reportingUnit({ unit: '市水利局' }, estate)).toBe('water');
  expect(reportingUnit({ unit: '广水市城关镇' }, estate)).toBe('town');
  expect(reportingUnit({ unit: '广水市人民政府' }, estate)).toBeNull();
  expect(reportingUnit({ unit: '' }, estate)).toBeNull();
});
