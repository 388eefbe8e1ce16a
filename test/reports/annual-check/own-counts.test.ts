import { expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import type { Estate } from '../../../src/model/estate.ts';
import type { Platform, PostDelivery } from '../../../src/model/media.ts';
import { compareWithOwn, reporterOf, type YearCounted } from '../../../src/reports/annual-check/own-counts.ts';
import { isWhollyTold } from '../../../src/reports/annual-check/own-media.ts';

const { taxonomy } = loadConfig('config');
const units = [
  { id: 'water', name: '市水利局', kind: 'department' },
  { id: 'town', name: '城关镇', kind: 'township' },
] as Estate['units'];
const estate = { name: '广水市', units } as Estate;
const span = { from: '2018-01-01', to: '2018-12-31' };
const counts = {
  items: 11_022,
  classes: new Map([
    ['overview', 26],
    ['updates', 1732],
  ]),
  categories: new Map([
    ['government-procurement', 1823],
    ['public-resources', 40],
  ]),
  keyAreas: new Map([
    [3, 343],
    [4, 616],
  ]),
};
const budgets = [{ what: 'budget', year: 2018, documents: Array(117).fill({}), sum: 0, read: 0 }] as unknown as YearCounted['budgets'];
const account = (platform: Platform, posts: number | null, closed: string | null = null) => ({ platform, posts, closed });
const accounts = [
  account('weibo', 300),
  account('weibo', 789),
  account('wechat', 100),
  account('wechat', null),
  account('app', 50, '2018-06-01'),
];
const claim = (measure: string, value: number, more = {}) => ({
  measure,
  value,
  unit: '条',
  quote: `${measure}${value}条`,
  exact: true,
  ...more,
});
const differ = (...claims: ReturnType<typeof claim>[]) =>
  compareWithOwn({ claims }, { estate, taxonomy, span, counts, budgets, accounts, unit: null });

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

it('a part is never taken for the whole: what was published in one area, by another channel or of one answer is no total', () => {
  for (const measure of ['共公开信息', '部分公开政府信息', '通过微信公开政府信息', '市政府办公室主动公开政府信息', '依申请公开政府信息'])
    expect(differ(claim(measure, 343)), measure).toEqual([]);
  expect(differ(claim('在某市政府门户网站上公开政府信息', 11_000))).toMatchObject([{ counted: 11_022 }]);
  expect(differ(claim('政府采购类更新', 1800), claim('概况类信息更新', 26))).toMatchObject([{ claimed: 1800, counted: 1823 }]);
});

it('key areas are compared by their names, what is a category, too, agrees with either', () => {
  expect(differ(claim('公开重点领域信息', 959), claim('公共资源配置信息', 343), claim('公共资源配置信息', 40))).toEqual([]);
  expect(differ(claim('公开重点领域信息', 1461), claim('公共资源配置信息', 41))).toMatchObject([
    { claimed: 1461, counted: 959, list: '/categories?from=2018-01-01&to=2018-12-31#table-key-areas' },
    { claimed: 41, counted: 40 },
  ]);
});

it('how many departments published their budgets is compared where that year is known', () => {
  const told = (measure: string, value: number) => claim(measure, value, { unit: '家' });
  expect(differ(told('5月29日集中公开了某市2018年部门预算', 117), told('2017年部门决算', 94), told('2018年部门', 40))).toEqual([]);
  expect(differ(told('2018年部门预算', 120))).toMatchObject([
    { claimed: 120, counted: 117, list: '/duties/budgets?what=budget&of=2018&from=2018-01-01&to=2018-12-31#table-published' },
  ]);
});

it('a report is of the unit that it names, by its whole name or with its city before it', () => {
  expect(reporterOf({ unit: '市水利局' }, estate)).toEqual({ unit: 'water' });
  expect(reporterOf({ unit: '广水市城关镇' }, estate)).toEqual({ unit: 'town' });
  expect(reporterOf({ unit: '广水市人民政府' }, estate)).toEqual({ unit: null });
  expect(reporterOf({ unit: '临河县水利局' }, estate)).toBeNull();
  expect(reporterOf({ unit: '' }, estate)).toEqual({ unit: null });
});

it('accounts of new media and their posts are compared by platform where all that was posted is known, and no part or name with the whole', () => {
  const many = (measure: string, value: number) => claim(measure, value, { unit: '个' });
  const agreeing = [many('开设政务微博', 2), claim('发布信息', 1089), many('微信公众号', 2), claim('微信公众号发布信息', 7)];
  expect(differ(...agreeing, many('客户端', 0), many('客户端', 1), many('政务新媒体', 5), many('政务新媒体', 4))).toEqual([]);
  expect(differ(claim('微博信息发布量', 1000), many('政务微博', 3), claim('发布信息', 12), many('在册政务新媒体', 9))).toMatchObject([
    { claimed: 1000, counted: 1089, list: '/media?platform=weibo&from=2018-01-01&to=2018-12-31' },
    { claimed: 3, counted: 2 },
    { claimed: 12, counted: 1089 },
    { claimed: 9, counted: 4, list: '/media?from=2018-01-01&to=2018-12-31' },
  ]);
  for (const told of ['其中微博原创', '水务微博发布信息', '微博粉丝', '微博关注量', '新浪微博发布信息', '微博阅读量', '微信订阅号发布信息'])
    expect(differ(claim(told, 5), many(told, 5)), told).toEqual([]);
  expect(differ(many('网站', 4), claim('发布信息', 5), many('抖音号', 2))).toEqual([]);
});

it('a year is told wholly where no month of it is without a delivery, or the account is known to be silent', () => {
  const delivery = (from: string | null, until: string, fault: PostDelivery['fault'] = null) => ({ from, until, fault });
  const [first, second] = [delivery('2018-01-10', '2018-06-30'), delivery('2018-07-02', '2018-12-20')];
  const told = (...deliveries: (typeof first)[]) => isWhollyTold(deliveries, span, false);
  expect([told(second, first), told(first), told(second), told()]).toEqual([true, false, false, false]);
  expect(isWhollyTold([first], span, true)).toBe(true);
  expect(isWhollyTold([second], span, true)).toBe(false);
  expect(told({ ...first, fault: { zh: '读不到', en: 'unreadable' } }, second)).toBe(false);
});
