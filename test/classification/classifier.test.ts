import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classification/classifier.ts';
import { loadClassifier } from '../../src/classification/load.ts';
import { unitKind } from '../../src/classification/units.ts';
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
    expect(found.reasons.join('')).toContain('虽列在“通知公告”栏目');
  });

  it('keeps every item with its column where that rule is switched off', () => {
    const obedient = createClassifier({ taxonomy, leaving: false });
    expect(obedient.classify({ title: '云溪县滨河路改造工程施工中标候选人公示', column: '通知公告' }).category).toBe('notices');
  });

  it('keeps an item with a column of one matter although its title borrows a word', () => {
    expect(categoryOf('云溪县农村敬老院采购护理床公示', { column: '政府采购' })).toBe('government-procurement');
    expect(categoryOf('关于食堂改造的情况说明', { column: '生态环境' })).toBe('environment');
  });

  it('takes the category that somebody set for the column before its name', () => {
    expect(categoryOf('有关情况', { column: '其他', columnCategory: 'oversight' })).toBe('oversight');
  });

  it('leaves news in the kind of news that somebody set for the column, whosever they sound', () => {
    const item = { title: '城郊街道：千亩荒山披绿装', column: '图片新闻', unit: '市政府办公室' };
    expect(classifier.classify(item).category).toBe('work-updates');
    for (const set of ['local-news', 'work-updates']) expect(classifier.classify({ ...item, columnCategory: set }).category).toBe(set);
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

describe('the kind of unit', () => {
  it('decides whose news an item is: a department’s own work, or that of the place', () => {
    const title = '全力做好冬季供暖保障工作';
    expect(categoryOf(title, { column: '新闻动态', unit: '云溪县住房和城乡建设局' })).toBe('work-updates');
    expect(categoryOf('云溪县委常委会召开会议', { column: '政务要闻', unit: '云溪县人民政府' })).toBe('local-news');
  });

  it('is told from its name: an office of a government is a department, a town’s government is a town', () => {
    expect(unitKind('云溪县人民政府')).toBe('government');
    expect(unitKind('霍山县')).toBe('government');
    expect(unitKind('云溪市人民政府办公室')).toBe('department');
    expect(unitKind('云溪县人民政府外事办公室')).toBe('department');
    expect(unitKind('太平镇人民政府')).toBe('town');
    expect(unitKind('城东街道办事处')).toBe('town');
    expect(unitKind('云溪经济开发区管委会')).toBe('zone');
    expect(unitKind('云溪县水库管理处')).toBe('department');
    expect(unitKind(null)).toBe('unknown');
  });

  it('makes meetings in a department’s meeting column its work, and a government’s meetings stay meetings', () => {
    expect(categoryOf('研究部署下半年重点工作', { column: '会议信息', unit: '云溪县水利局' })).toBe('work-updates');
    expect(categoryOf('县政府召开第12次常务会议', { column: '会议信息', unit: '云溪县人民政府' })).toBe('government-meetings');
  });
});

describe('classifyColumn', () => {
  it('knows columns by their names, their ends and places before them', () => {
    expect(classifier.classifyColumn({ name: '通知公告' })?.category).toBe('notices');
    expect(classifier.classifyColumn({ name: '县人社局人事任免' })?.category).toBe('personnel');
    expect(classifier.classifyColumn({ name: '云溪要闻' })?.category).toBe('local-news');
    expect(classifier.classifyColumn({ name: '更多', path: ['政务公开', '政策文件', '更多'] })?.category).toBe('policies-regulations');
  });

  it('takes a place before 动态 for a place only where it is one', () => {
    expect(classifier.classifyColumn({ name: '霍山动态' })?.category).toBe('local-news');
    expect(classifier.classifyColumn({ name: '林草动态' })?.category).toBe('work-updates');
  });

  it('reads a leaf below a column of documents, or at such an address, as documents', () => {
    expect(classifier.classifyColumn({ name: '工程建设', path: ['规范性文件', '工程建设'] })?.category).toBe('policies-regulations');
    const url = 'http://www.example.gov.cn/xxgk/dfxfggzhgfxwj/gcjs_12/';
    expect(classifier.classifyColumn({ name: '工程建设', url })?.category).toBe('policies-regulations');
  });

  it('guesses a name that nobody listed by its characters, and says so', () => {
    const found = classifier.classifyColumn({ name: '政采招标采购公示' });
    expect(found?.category).toBe('government-procurement');
  });

  it('says nothing of a column of which nothing is known', () => {
    expect(classifier.classifyColumn({ name: '甲乙丙丁', url: 'http://www.example.gov.cn/a/' })).toBeNull();
  });
});
