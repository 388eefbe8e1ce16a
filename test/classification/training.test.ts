import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { calibrate, calibrationOf, UNCALIBRATED } from '../../src/classification/calibration.ts';
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

  it('calibrates confidence so that answers on left-out examples are as often right as it says', () => {
    const answers = (lead: number, right: number, of: number) =>
      Array.from({ length: of }, (_, at) => ({ scores: Float64Array.from([lead, 0, -9]), label: at < right ? 0 : 1, also: -1 }));
    // As shares these leads would be 73 % and 99.8 %: the doubts are too great, and what is sure is too sure.
    const calibration = calibrationOf([...answers(1, 60, 100), ...answers(6, 90, 100)]);
    for (const [lead, right] of [
      [1, 0.6],
      [6, 0.9],
    ] as const) {
      const shares = Float64Array.from([lead, 0, -9]);
      calibrate(shares, calibration);
      expect(shares[0]).toBeCloseTo(right, 2);
      expect(shares[1]).toBeCloseTo(1 - right, 1);
    }
    expect(calibrationOf([])).toEqual(UNCALIBRATED);
  });

  it('never lets confidence fall where an answer leads by more, whatever was left out', () => {
    const upsideDown = [
      { scores: Float64Array.from([9, 0]), label: 1, also: -1 },
      { scores: Float64Array.from([1, 0]), label: 0, also: -1 },
    ];
    expect(calibrationOf(upsideDown).slope).toBeGreaterThan(0);
    const confidenceAt = (lead: number) => {
      const shares = Float64Array.from([lead, 0, 0]);
      calibrate(shares, { slope: 0.5, offset: -2 });
      expect(Math.max(...shares)).toBe(shares[0]);
      return shares[0] as number;
    };
    expect([0.5, 1, 4, 9].map(confidenceAt)).toEqual([0.5, 1, 4, 9].map(confidenceAt).sort((a, b) => a - b));
  });

  it('counts an answer as right in part that only the column’s own label agrees with', () => {
    const calibrated = (also: number) => calibrationOf([0, 1, 1].map((label) => ({ scores: Float64Array.from([3, 0]), label, also })));
    expect(calibrated(0).offset).toBeGreaterThan(calibrated(-1).offset);
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
    expect(readLabelledTitles(`${line}\n\n`, categories)).toEqual([{ title: '甲', category: 'personnel', also: 'notices' }]);
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
