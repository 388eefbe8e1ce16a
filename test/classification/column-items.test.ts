import { describe, expect, it } from 'vitest';
import { mostOf } from '../../src/classification/column-items.ts';
import { hasSeveralMeanings } from '../../src/classification/general-columns.ts';
import { loadClassifier } from '../../src/classification/load.ts';
import { loadTaxonomy } from '../../src/config/taxonomy.ts';

const classifier = loadClassifier(loadTaxonomy('config/'));
const OFFICES = '教育 民政 水利 财政 司法 审计 统计 林业 商务 公安 交通 农业 住建 应急 医保 信访 档案 气象 体育 文旅'.split(' ');
const budgets = OFFICES.map((office) => `云溪县${office}局2023年度部门预算公开`);

describe('what most titles of a column are of', () => {
  it('is told from twenty titles on', () => {
    expect(mostOf(budgets, classifier)).toEqual({ titles: 20, category: 'fiscal-budget', share: 1 });
    expect(mostOf(budgets.slice(1), classifier)).toBeNull();
  });

  it('is not told where they mix', () => {
    const mixed = budgets.map((title, at) => [title, `云溪县${OFFICES[at]}局公开招聘工作人员公告`][at % 2] as string);
    expect(mostOf(mixed, classifier)).toBeNull();
  });

  it('decides where the column’s name has several meanings or none, and is said', () => {
    const item = { title: '有关情况表', unit: '云溪县石桥镇人民政府', columnItems: 'fiscal-budget' };
    const open = classifier.classify({ ...item, column: '信息公开' });
    expect(open).toMatchObject({
      category: 'fiscal-budget',
      reasons: expect.arrayContaining([expect.stringContaining('栏目已有的信息多属')]),
    });
    expect(classifier.classify({ ...item, column: '机构职能' }).category).toBe('overview');
  });

  it('knows such names by the office that uses them', () => {
    expect(hasSeveralMeanings('工作动态', true, 'government')).toBe(true);
    expect(hasSeveralMeanings('工作动态', true, 'department')).toBe(false);
    expect(hasSeveralMeanings('信息公开', true, 'town')).toBe(true);
    expect(hasSeveralMeanings('通知公告', true, 'town')).toBe(false);
    expect(hasSeveralMeanings('甲乙丙', false, 'town')).toBe(true);
  });
});
