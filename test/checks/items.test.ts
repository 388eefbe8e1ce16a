import { describe, expect, test } from 'vitest';
import type { PersonalData } from '../../src/model/personal-data.ts';
import type { AuditedItem } from '../../src/store/store.ts';
import { audit, column, item, itemPage } from '../timeliness/estate.ts';

/** What is found in items by what their own pages say, and what only looks like it. */
const ON = '2018-12-31';

function found(kind: string, items: readonly AuditedItem[], language: 'zh' | 'en' = 'zh') {
  const { findings } = audit({ on: ON, columns: [column('tzgg')], sightings: [item('2018-12-28')], items, language });
  return findings.filter(({ rule }) => rule === kind);
}

const number = (of: Partial<PersonalData> = {}): PersonalData => ({
  kind: 'id-number',
  certainty: 'sure',
  count: 1,
  masked: ['420111************'],
  ...of,
});

describe('personal data on a page', () => {
  test('is one finding a page, however many numbers stand there, and says the masked form only', () => {
    const numbers = [number({ count: 3 }), number({ kind: 'mobile', masked: ['138******34'] })];
    const [one, ...more] = found('personal-data', [itemPage({ title: '低保公示', personalData: numbers })]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ severity: 'major', certainty: 'sure', column: null, since: '2018-03-04' });
    expect(one?.message).toBe(
      '《低保公示》的页面上有身份证号码 3 个（如 420111************）、手机号码 1 个（如 138******34），属于个人信息，请立即撤下或作遮挡处理。',
    );
    expect(one?.evidence).toEqual(expect.arrayContaining(['420111************', '138******34']));
  });

  test('that only may be some is a notice that asks, and accuses nobody', () => {
    const [one] = found('personal-data', [itemPage({ personalData: [number({ kind: 'mobile', certainty: 'unsure' })] })], 'en');
    expect(one).toMatchObject({ severity: 'notice', certainty: 'unsure' });
    expect(one?.message).toContain('Please check');
  });

  test('that is sure is said without what only may be some beside it', () => {
    const both = [number({ kind: 'bank-card', certainty: 'unsure', masked: ['6222****'] }), number()];
    const [one] = found('personal-data', [itemPage({ personalData: both })]);
    expect(one?.certainty).toBe('sure');
    expect(one?.message).not.toContain('银行卡');
  });

  test('is not told where there is none, of last year, or of a page whose day nobody knows', () => {
    const silent = [
      itemPage({ personalData: null }),
      itemPage({ personalData: [] }),
      itemPage({ personalData: [number()], publishedOn: '2017-12-31' }),
      itemPage({ personalData: [number()], publishedOn: null }),
    ];
    expect(found('personal-data', silent)).toEqual([]);
  });
});

describe('a reviewer', () => {
  test.each(['dev', 'TEST', ' admin ', '　', ''])('written as "%s" is none', (reviewer) => {
    expect(found('placeholder-reviewer', [itemPage({ reviewer })])).toHaveLength(1);
  });

  test.each(['张三', '办公室', 'Devlin', 'test1', '管理员'])('written as "%s" is a person as far as anybody can tell', (reviewer) => {
    expect(found('placeholder-reviewer', [itemPage({ reviewer, author: '李四' })])).toEqual([]);
  });

  test('of whom the page says nothing is not missed: many designs show none', () => {
    expect(
      found('placeholder-reviewer', [itemPage({ reviewer: null, author: 'dev' }), itemPage({ reviewer: null, author: null })]),
    ).toEqual([]);
  });

  test('who is the editor, in whatever writing, is told by name', () => {
    const [one] = found('placeholder-reviewer', [itemPage({ reviewer: 'Li Si', author: ' LI SI ' })]);
    expect(one?.message).toBe('“门户网站”有 1 条信息的审核人与编辑是同一人（Li Si）。');
  });

  test('is told by placeholder, site and unit, and only a single page by its address', () => {
    const pages = [itemPage({ reviewer: 'dev' }), itemPage({ reviewer: 'dev', unit: 'town' }), itemPage({ reviewer: 'dev', unit: 'town' })];
    const told = found('placeholder-reviewer', [...pages, itemPage({ reviewer: 'admin', url: 'http://portal.test/admin' })]);
    expect(told.map(({ unit, url }) => [unit, url])).toEqual([
      ['water', 'http://portal.test/k'],
      ['town', null],
      ['water', 'http://portal.test/admin'],
    ]);
  });

  test('of hundreds of pages brings twenty of them as evidence, and counts all', () => {
    const pages = Array.from({ length: 300 }, (_, place) => itemPage({ reviewer: 'dev', url: `http://portal.test/${place}` }));
    const [one] = found('placeholder-reviewer', pages);
    expect(one?.message).toContain('有 300 条');
    expect(one?.evidence.filter((line) => line.includes('http://portal.test/'))).toHaveLength(20);
  });
});

describe('days that disagree', () => {
  const told = (publishedOn: string | null, ...days: string[]) =>
    found('date-conflict', [itemPage({ publishedOn, conflicts: days.map((day) => ({ source: 'meta', day })) })]);

  test('are told where the other is later by more than two days', () => {
    expect(told('2018-03-04', '2018-03-07')).toHaveLength(1);
    expect(told('2018-03-04', '2018-03-06')).toEqual([]);
  });

  test('are not told where the other is earlier: drafts are made before they are published', () => {
    expect(told('2018-03-04', '2018-01-01')).toEqual([]);
    expect(told('2018-03-04', '2011-01-01')).toEqual([]);
  });

  test('are told by the one that disagrees, not by one that nearly agrees', () => {
    expect(told('2018-03-04', '2018-03-05', '2018-06-01')[0]?.message).toContain('页面元数据给出的是 2018-06-01');
  });

  test('are not told across the end of the year that is looked at, nor without a day', () => {
    expect(told('2017-12-30', '2018-01-10')).toEqual([]);
    expect(told(null, '2018-01-10')).toEqual([]);
  });
});

describe('a page published before it was written', () => {
  const early = (count: number, of: Partial<AuditedItem> = {}) =>
    Array.from({ length: count }, (_, place) => itemPage({ url: `http://portal.test/${place}`, documentDate: '2018-06-01', ...of }));

  test('is told from the eighth day on', () => {
    expect(found('published-unwritten', [itemPage({ documentDate: '2018-03-11' })])).toEqual([]);
    expect(found('published-unwritten', [itemPage({ documentDate: '2018-03-12' })])).toHaveLength(1);
  });

  test('is told of nineteen pages of a site; of more, or of all, it is we who misread the site', () => {
    expect(found('published-unwritten', early(19))).toHaveLength(19);
    expect(found('published-unwritten', early(20))).toEqual([]);
    expect(found('published-unwritten', early(500))).toEqual([]);
  });

  test('on one site says nothing against another that is misread', () => {
    const told = found('published-unwritten', [...early(40), ...early(2, { site: 'other' })]);
    expect(told.map(({ site }) => site)).toEqual(['other', 'other']);
  });
});
