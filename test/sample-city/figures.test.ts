import { describe, expect, it } from 'vitest';
import { City } from '../../sample-city/city.ts';
import { expectedOf } from '../../sample-city/expected.ts';

const AT_YEAR_END = '2018-12-31';
const found = (seed: number, faults = true) => new City({ seed, faults, today: AT_YEAR_END });
const city = found(2018);

/** 广水市人民政府2018年度信息公开工作报告, section 一. */
describe('the sample city holds the figures of the report for 2018', () => {
  const expected = expectedOf(city, AT_YEAR_END);

  it('has 11,022 items in three classes', () => {
    expect(expected.totals.items).toBe(11_022);
    expect(expected.classes).toEqual({ overview: 26, updates: 1732, catalogue: 9264 });
  });

  it('has the six categories that the report counts, and all 22', () => {
    expect(expected.categories).toMatchObject({
      'government-procurement': 1823,
      'work-updates': 510,
      'local-news': 1380,
      'video-news': 365,
      notices: 148,
      plans: 281,
      'policy-interpretation': 112,
      'fiscal-budget': 2046,
    });
    expect(Object.keys(expected.categories)).toHaveLength(22);
    expect(sum(expected.categories)).toBe(11_022);
  });

  it('has 1,461 items in nine key areas', () => {
    expect(expected.keyAreas).toMatchObject({ 3: 343, 4: 616 });
    expect(Object.keys(expected.keyAreas)).toHaveLength(9);
    expect(sum(expected.keyAreas)).toBe(1461);
  });

  it('published 117 budgets on one day and 94 final accounts on another, the accounts of the city the day before', () => {
    const of = (column: string) => itemsOf(column).map((item) => item.day);
    expect(of('bmys').filter((day) => day === '2018-05-29')).toHaveLength(117);
    expect(of('bmjs').filter((day) => day === '2018-10-16')).toHaveLength(94);
    expect(itemsOf('zfyjs').find((item) => item.day === '2018-10-15')?.title).toContain('2017年政府决算');
  });

  it('shares out exactly the money that the report sums up', () => {
    const money = (column: string, day: string) =>
      itemsOf(column)
        .filter((item) => item.day === day)
        .reduce((total, item) => total + Math.round(Number(item.tell().table![1]![1]) * 100), 0);
    expect(money('bmys', '2018-05-29')).toBe(31_959_524);
    expect(money('bmjs', '2018-10-16')).toBe(30_556_148);
  });

  it('keeps seven topics, 112 interpretations of three kinds, 16 consultations with nine results and eight interviews', () => {
    const items = (column: string) => expected.columns.find((one) => one.id === column)!.items;
    expect(expected.topics).toHaveLength(7);
    expect(expected.topics).toContainEqual({ name: '十进十建', items: 22 });
    expect(['zt-hm30-zp', 'zt-hm30-sp', 'zt-hm30-cf'].map(items)).toEqual([17, 17, 11]);
    expect(['jdcl', 'jdpl', 'jdcp'].map(items)).toEqual([92, 12, 8]);
    expect(['yjzj', 'zjfk', 'zxft'].map(items)).toEqual([16, 9, 8]);
    expect(itemsOf('zt-hm30-zp').at(-1)?.day).toBe('2018-07-31');
    expect(itemsOf('zxft').at(-1)?.day).toMatch(/^2018-04/);
  });

  it('has columns of every status, most of them fresh', () => {
    const statuses = new Set(expected.columns.map((column) => column.reason ?? column.status));
    for (const status of ['fresh', 'due', 'overdue', 'blank', 'exempt', 'unreachable', 'blocked', 'forbidden', 'unreadable', 'undated']) {
      expect(statuses).toContain(status);
    }
    expect(expected.futureDated).toHaveLength(2);
  });
});

describe('the sample city', () => {
  it('is the same for the same seed and another for another', () => {
    const titles = (of: City) => itemsOf('gsyw', of).map((item) => item.title);
    expect(titles(found(2018))).toEqual(titles(city));
    expect(titles(found(7))).not.toEqual(titles(city));
  });

  it('comes to the same figures with any seed and without faults', () => {
    for (const one of [found(7), found(2018, false)]) {
      expect(expectedOf(one, AT_YEAR_END).totals.items).toBe(11_022);
    }
  });

  it('counts 2018 alike when January has come', () => {
    const later = found(2018);
    const before = itemsOf('gsyw', later).length;
    later.advanceTo('2019-01-31');
    expect(itemsOf('gsyw', later).length).toBeGreaterThan(before);
    expect(expectedOf(later, AT_YEAR_END).categories).toEqual(expectedOf(city, AT_YEAR_END).categories);
  });

  it('gives no two items one address and no two columns one list', () => {
    const one = found(2018);
    one.advanceTo('2019-01-31');
    for (const site of one.sites) {
      const lists = site.columns.map((column) => site.look.listPath(column, 1, 1));
      const items = site.columns.flatMap((column) =>
        one
          .listed(column)
          .filter((item) => item.column === column)
          .map((item) => site.look.itemPath(item)),
      );
      expect(new Set(lists).size).toBe(lists.length);
      expect(new Set(items).size).toBe(items.length);
    }
  });

  it('fills every slot of every title and body', () => {
    for (const column of city.columns) {
      for (const item of city.listed(column)) {
        const story = item.tell();
        const text = [item.title, ...story.paragraphs, ...(story.table ?? []).flat()].join('\n');
        expect(text).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
  });
});

function itemsOf(column: string, of = city) {
  return of.listed(of.column(column));
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
