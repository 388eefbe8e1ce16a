import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf, readColumnItems, spokenAgainst } from '../../src/classification/column-items.ts';
import { findLike, spread } from '../../src/classification/corrections.ts';
import { loadClassifier } from '../../src/classification/load.ts';
import { findReclassified } from '../../src/classification/reclassification.ts';
import { findUnsure } from '../../src/classification/unsure.ts';
import { loadTaxonomy } from '../../src/config/taxonomy.ts';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { makeColumn, makeItem, makeResult, makeRun, march } from '../store/records.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-like-'));
const classifier = loadClassifier(loadTaxonomy('config/'));
const ROUTES = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯'.split('');
let store: Store;

const key = (name: string) => `portal.example/${name}`;
const item = (name: string, title: string, confidence = 0.99) => makeItem(key(name), { title, confidence, documentNumber: null });
const correct = (id: string, name: string, category: string) => {
  const correction = { id, target: { item: key(name) }, category, by: '李四', at: march(2), why: '是便民信息' };
  return store.corrections.add(correction).then(() => correction);
};
const categories = async () => {
  const found = new Map<string, string>();
  for await (const one of store.items.stream({})) found.set(one.key, one.category);
  return found;
};

beforeAll(async () => {
  store = await openStore({ dataDir, clock: systemClock, randomness: systemRandomness });
  await store.runs.open(makeRun('r1'));
  await store.columns.save('portal', [
    makeColumn('portal', 'notices'),
    makeColumn('portal', 'mixed', { name: '信息公开' }),
    makeColumn('portal', 'fixed', { category: 'overview' }),
  ]);
  await store.columns.record(
    makeResult({}, [
      item('bus1', '关于云溪县3路公交线路调整的公告', 0.4),
      item('bus2', '关于云溪县5路公交线路调整的公告', 0.45),
      item('bus3', '关于云溪县18路公交线路调整的通告', 0.5),
      item('holiday', '关于国庆节放假安排的通知', 0.3),
    ]),
  );
  const budgets = (prefix: string) => ROUTES.map((route, at) => item(`${prefix}${at}`, `云溪县${route}局2023年度部门预算公开`));
  await store.columns.record(makeResult({ column: 'mixed' }, [...budgets('m'), item('plain', '有关情况表')]));
  await store.columns.record(makeResult({ column: 'fixed' }, budgets('f')));
});
afterAll(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

describe('items that a person should look at', () => {
  it('are those without which the wanted share is right, one of each kind first, the biggest kind before others', async () => {
    const { below, items } = await findUnsure(store, 0.97);
    expect(below).toBeGreaterThan(0.4);
    expect(items.map((one) => one.key)).toContain(key('holiday'));
    expect(items.every(({ confidence }) => confidence < below)).toBe(true);
    expect(items[0]?.alike).toBe(items.filter(({ category }) => category === 'notices').length);
    expect((await findUnsure(store, 0.5)).items).toEqual([]);
  });
});

describe('a correction', () => {
  it('is offered to items that look the same, given to them when a person says so, and taken back with them', async () => {
    const before = await categories();
    const correction = await correct('c1', 'bus1', 'public-services');
    const likes = await findLike(store, correction);
    expect(likes.map(({ target }) => 'item' in target && target.item).sort()).toEqual([key('bus2'), key('bus3')]);
    expect((await categories()).get(key('bus2'))).toBe(before.get(key('bus2')));

    await store.corrections.add(...spread(correction, likes, '王五', march(3)));
    expect((await categories()).get(key('bus3'))).toBe('public-services');
    expect(await findLike(store, correction)).toEqual([]);

    expect(await store.corrections.undo('c1')).toHaveLength(3);
    expect(await categories()).toEqual(before);
  });

  it('leaves alone what a person decided otherwise', async () => {
    await correct('c2', 'bus2', 'notices');
    const correction = await correct('c3', 'bus1', 'public-services');
    const likes = await findLike(store, correction);
    expect(likes.map(({ target }) => 'item' in target && target.item)).toEqual([key('bus3')]);
    await store.corrections.undo('c2');
    await store.corrections.undo('c3');
  });
});

describe('the items of a column', () => {
  it('say what it holds from twenty titles on, and speak against a configured category', async () => {
    const columns = await readColumnItems(store, classifier);
    expect(columns.get(placeOf('portal', 'mixed'))).toMatchObject({ category: 'fiscal-budget' });
    expect(columns.has(placeOf('portal', 'notices'))).toBe(false);
    const against = await spokenAgainst(store, classifier);
    expect(against.map(({ column, category }) => [column.id, category])).toEqual([['fixed', 'fiscal-budget']]);
  });

  it('decide an item of which the title says nothing', async () => {
    const changes = await findReclassified({ store, classifier, unitName: () => '云溪县人民政府' });
    expect(changes.find((change) => change.key === key('plain'))?.after).toMatchObject({
      category: 'fiscal-budget',
      reasons: expect.arrayContaining([expect.stringContaining('栏目已有的信息多属')]),
    });
  });
});
