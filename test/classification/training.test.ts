import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { temperatureOf } from '../../src/classification/calibration.ts';
import { createClassifier } from '../../src/classification/classifier.ts';
import { seededFraction } from '../../src/classification/descent.ts';
import { readLabelledTitles } from '../../src/classification/labelled.ts';
import { readModel, SHIPPED_MODEL, writeModel } from '../../src/classification/model-file.ts';
import { writeTitles } from '../../src/classification/templates.ts';
import { SETTINGS, train } from '../../src/classification/training.ts';
import { loadTaxonomy } from '../../src/config/taxonomy.ts';

const taxonomy = loadTaxonomy('config/');
const dir = mkdtempSync(join(tmpdir(), 'gongkai-model-'));
afterAll(() => rmSync(dir, { recursive: true }));

const QUICK = { parts: 0, titles: { ...SETTINGS.titles, epochs: 2 }, items: { ...SETTINGS.items, epochs: 2 } };
const trainSmall = (seed: number) =>
  train({ taxonomy, labelled: [], written: writeTitles(20, seededFraction(3)), seed, dataDigest: 'd', settings: QUICK });

describe('training', () => {
  it('makes the same file from the same data and seed, and another from another seed', () => {
    const write = (name: string, seed: number) => {
      writeModel(join(dir, name), trainSmall(seed));
      return readFileSync(join(dir, name));
    };
    expect(write('a', 1).equals(write('b', 1))).toBe(true);
    expect(write('a', 1).equals(write('c', 2))).toBe(false);
  });

  it('reads back what it wrote', () => {
    const model = trainSmall(1);
    const file = join(dir, 'whole');
    writeModel(file, model);
    expect(readModel(file)).toEqual(model);
  });

  it('finds the temperature by which shares of left-out examples are true', () => {
    // Two categories, three of four right at log-odds 4: as shares that is 98 %, true is 75 %, which is log-odds 1.1.
    const leftOut = [0, 0, 0, 1].map((label) => ({ scores: Float64Array.from([4, 0]), label }));
    expect(4 / temperatureOf(leftOut)).toBeCloseTo(Math.log(3), 1);
    expect(temperatureOf([])).toBe(1);
  });

  it('fits a model to a taxonomy that orders or lacks categories', () => {
    const model = trainSmall(1);
    const fewer = { ...taxonomy, categories: [...taxonomy.categories].reverse().slice(3) };
    const classify = (of: typeof taxonomy) => createClassifier({ taxonomy: of, model }).classify({ title: '云溪县2022年度部门决算公开' });
    expect(classify(fewer).category).toBe(classify(taxonomy).category);
  });

  it('ships a model below 5 MB', () => {
    expect(statSync(SHIPPED_MODEL).size).toBeLessThan(5e6);
  });

  it('refuses a file that is cut short or no model', () => {
    const file = join(dir, 'short');
    writeModel(file, trainSmall(1));
    truncateSync(file, readFileSync(file).length - 10);
    expect(() => readModel(file)).toThrow('不完整');
    expect(() => readModel('package.json')).toThrow('不是分类模型文件');
  });

  it('ships a model that names its data and knows all 22 categories', () => {
    const { header } = readModel(SHIPPED_MODEL);
    expect(header.dataDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(header.categories).toEqual(taxonomy.categories.map((category) => category.id));
  });
});

describe('titles written from patterns', () => {
  it('are there for every category, without slots or choices left in them', () => {
    const written = writeTitles(60, seededFraction(7));
    expect(new Set(written.map(({ category }) => category)).size).toBe(22);
    expect(written.filter(({ title }) => /[{}|]/.test(title))).toEqual([]);
    for (const { id } of taxonomy.categories) expect(written.filter(({ category }) => category === id).length).toBeGreaterThanOrEqual(40);
  });
});

describe('labelled titles', () => {
  const categories = ['notices', 'personnel'];

  it('take the specific category before the column’s', () => {
    const line = JSON.stringify({ title: '甲', category: 'notices', specific: 'personnel' });
    expect(readLabelledTitles(`${line}\n\n`, categories)).toEqual([{ title: '甲', category: 'personnel' }]);
  });

  it('bring along where they stood', () => {
    const line = JSON.stringify({
      title: '甲',
      category: 'notices',
      column: '通知',
      url: 'a.cn/b/',
      unit: '局',
      origin: 'x | y',
      real: true,
    });
    expect(readLabelledTitles(line, categories)).toEqual([
      { title: '甲', category: 'notices', column: '通知', url: 'a.cn/b/', unit: '局', site: 'x | y' },
    ]);
  });

  it('name the line that cannot be used', () => {
    expect(() => readLabelledTitles('{"title":"甲","category":"notices"}\n{"title":"乙","category":"none"}', categories)).toThrow(
      '第 2 行',
    );
    expect(() => readLabelledTitles('{', categories)).toThrow('第 1 行');
  });
});
