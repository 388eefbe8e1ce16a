import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classification/classifier.ts';
import { leavingRule } from '../../src/classification/general-columns.ts';
import { loadClassifier } from '../../src/classification/load.ts';
import { loadTaxonomy } from '../../src/config/taxonomy.ts';

const taxonomy = loadTaxonomy('config/');
const classifier = loadClassifier(taxonomy);
const categoryOf = (title: string, more: object = {}) => classifier.classify({ title, ...more }).category;

describe('classify', () => {
  it('puts a plain title where a clerk would', () => {
    expect(categoryOf('云溪县民政局2022年度部门决算公开')).toBe('fiscal-budget');
    expect(categoryOf('云溪县人民医院彩超采购项目竞争性磋商公告')).toBe('government-procurement');
    expect(categoryOf('关于调整云溪县城区供水价格的通知')).toBe('prices-fees');
    expect(categoryOf('云溪县2023年第5期食品安全监督抽检信息公示')).toBe('food-drug-safety');
    expect(categoryOf('云溪县气象台发布暴雨橙色预警信号')).toBe('emergency-management');
  });

  it('lets a specific title leave a general column, and says so', () => {
    const found = classifier.classify({ title: '云溪县滨河路改造工程施工中标候选人公示', column: '通知公告' });
    expect(found.category).toBe('engineering-bidding');
    expect(found.reasons.join('')).toContain('标题明确，虽列在“通知公告”栏目');
  });

  it('keeps every item with its column where that rule is switched off', () => {
    const obedient = createClassifier({ taxonomy, leaving: { ...leavingRule, on: false } });
    expect(obedient.classify({ title: '云溪县滨河路改造工程施工中标候选人公示', column: '通知公告' }).category).toBe('notices');
  });

  it('keeps an item with a column of one matter although its title borrows a word', () => {
    expect(categoryOf('云溪县农村敬老院采购护理床公示', { column: '政府采购' })).toBe('government-procurement');
    expect(categoryOf('关于食堂改造的情况说明', { column: '生态环境' })).toBe('environment');
  });

  it('takes the category that somebody set for the column before its name', () => {
    expect(categoryOf('有关情况', { column: '其他', columnCategory: 'oversight' })).toBe('oversight');
  });

  it('reads the column from the URL path where it has no name', () => {
    expect(categoryOf('有关事项说明', { url: 'http://www.example.gov.cn/zwgk/czyjs/202203/t20220301_1.html' })).toBe('fiscal-budget');
  });

  it('marks what it is unsure of for review', () => {
    const found = classifier.classify({ title: '情况' });
    expect(found.review).toBe(true);
    expect(found.reasons).toContain('把握不足，请人工复核');
  });

  it('gives a category of the taxonomy, a confidence and a different second for any text whatever', () => {
    const ids = taxonomy.categories.map((category) => category.id);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.option(fc.string(), { nil: null }), (title, column) => {
        const { category, confidence, second, reasons } = classifier.classify({ title, column, url: column });
        expect(ids).toContain(category);
        expect(ids).toContain(second.category);
        expect(second.category).not.toBe(category);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(Array.isArray(reasons)).toBe(true);
      }),
    );
  });

  it('works without a model and for a taxonomy that lacks some of its categories', () => {
    const small = { ...taxonomy, categories: taxonomy.categories.filter(({ id }) => ['notices', 'personnel'].includes(id)) };
    const found = loadClassifier(small).classify({ title: '云溪县2023年公开招聘教师面试公告' });
    expect(found.category).toBe('personnel');
    expect(createClassifier({ taxonomy: small }).classify({ title: '云溪县2023年公开招聘教师面试公告' }).category).toBe('personnel');
  });
});

describe('classifyColumn', () => {
  it('knows columns by their names, their ends and places before them', () => {
    expect(classifier.classifyColumn({ name: '通知公告' })?.category).toBe('notices');
    expect(classifier.classifyColumn({ name: '县人社局人事任免' })?.category).toBe('personnel');
    expect(classifier.classifyColumn({ name: '云溪要闻' })?.category).toBe('local-news');
    expect(classifier.classifyColumn({ name: '更多', path: ['政务公开', '政策文件', '更多'] })?.category).toBe('policies-regulations');
  });

  it('says nothing of a column of which nothing is known', () => {
    expect(classifier.classifyColumn({ name: '甲乙丙丁', url: 'http://www.example.gov.cn/a/' })).toBeNull();
  });
});
