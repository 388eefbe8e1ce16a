import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correctedTitles } from '../../src/classification/labelled.ts';
import { loadClassifier } from '../../src/classification/load.ts';
import { findReclassified } from '../../src/classification/reclassification.ts';
import { findTarget } from '../../src/cli/correction-target.ts';
import { loadTaxonomy } from '../../src/config/taxonomy.ts';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import type { CorrectionRecord } from '../../src/model/records.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { makeColumn, makeItem, makeResult, makeRun, march } from '../store/records.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-correct-'));
const classifier = loadClassifier(loadTaxonomy('config/'));
let store: Store;

const look = () => findReclassified({ store, classifier, unitName: () => '市政府办公室' });
const stored = async () => {
  const found: Record<string, string> = {};
  for await (const { key, category } of store.items.stream({})) found[key] = category;
  return found;
};
const correct = (id: string, target: CorrectionRecord['target'], category: string) =>
  store.corrections.add({ id, target, category, by: '李四', at: march(2), why: '栏目放错' });

beforeAll(async () => {
  store = await openStore({ dataDir, clock: systemClock, randomness: systemRandomness });
  await store.runs.open(makeRun('r1'));
  await store.columns.save('portal', [makeColumn('portal', 'notices'), makeColumn('portal', 'fixed', { category: 'plans' })]);
  const item = (name: string, title: string) => makeItem(`portal.example/${name}`, { title, documentNumber: null });
  await store.columns.record(
    makeResult({}, [
      item('hire', '云溪县2023年公开招聘教师面试公告'),
      item('plain', '关于国庆节放假安排的通知'),
      item('right', '云溪县2022年度部门决算公开'),
    ]),
  );
  await store.columns.record(makeResult({ column: 'fixed' }, [item('set', '云溪县2023年公开招聘教师面试公告')]));
});
afterAll(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

describe('reclassifying', () => {
  it('shows what would change and changes nothing by itself', async () => {
    const changes = await look();
    expect(changes.map(({ key, after }) => [key, after.category])).toEqual(
      expect.arrayContaining([
        ['portal.example/hire', 'personnel'],
        ['portal.example/right', 'fiscal-budget'],
      ]),
    );
    expect(new Set(Object.values(await stored()))).toEqual(new Set(['notices']));
  });

  it('leaves alone what a person set right and what is in a column whose category is configured', async () => {
    await correct('c1', { item: 'portal.example/right' }, 'oversight');
    expect((await look()).map(({ key }) => key)).toEqual(['portal.example/hire']);
  });

  it('changes what it showed, and then there is nothing left to change', async () => {
    await store.items.reclassify((await look()).map(({ key, after }) => ({ key, to: after })));
    expect(await stored()).toMatchObject({ 'portal.example/hire': 'personnel', 'portal.example/right': 'oversight' });
    expect(await look()).toEqual([]);
  });
});

describe('corrections', () => {
  it('become training data', async () => {
    expect(await correctedTitles(store)).toEqual([
      expect.objectContaining({ title: '云溪县2022年度部门决算公开', category: 'oversight', column: '通知公告' }),
    ]);
  });

  it('of a column hold for its items and become training data too', async () => {
    await correct('c2', { site: 'portal', column: 'fixed' }, 'personnel');
    expect(await correctedTitles(store)).toContainEqual(
      expect.objectContaining({ title: '云溪县2023年公开招聘教师面试公告', category: 'personnel' }),
    );
  });

  it('name an item by any form of its URL, and a column by its ids', async () => {
    expect((await findTarget(store, 'https://portal.example/hire#top', null)).target).toEqual({ item: 'portal.example/hire' });
    expect((await findTarget(store, null, 'portal/notices')).target).toEqual({ site: 'portal', column: 'notices' });
  });

  it('of what was never read are refused', async () => {
    await expect(findTarget(store, 'http://portal.example/none', null)).rejects.toThrow('没有采集过');
    await expect(findTarget(store, null, 'portal/none')).rejects.toThrow('没有栏目');
  });
});
