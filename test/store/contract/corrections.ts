import { beforeAll, describe, expect, it } from 'vitest';
import type { CorrectionRecord } from '../../../src/model/records.ts';
import type { Store } from '../../../src/store/store.ts';
import { makeItem, makeResult, makeRun, march } from '../records.ts';

export function correctionContract(store: () => Store): void {
  describe('corrections', () => {
    beforeAll(async () => {
      await store().runs.open(makeRun('right-1'));
      await store().runs.open(makeRun('right-2'));
    });

    const read = (run: string, site: string, column: string, names: readonly string[]) =>
      store().columns.record(
        makeResult(
          { run, site, column, at: march(run === 'right-1' ? 1 : 2) },
          names.map((name) => makeItem(`${site}.example/${name}`, { site })),
        ),
      );
    const correct = (id: string, target: CorrectionRecord['target'], category: string, day = 1) =>
      store().corrections.add({ id, target, category, by: '张三', at: march(day), why: '栏目放错' });
    const categories = async (site: string) => {
      const items: Record<string, string> = {};
      for await (const { key, category } of store().items.stream({ sites: [site] })) items[key.slice(-1)] = category;
      const seen = await store().items.sightings({ sites: [site] });
      for (const { item, category } of seen) expect(category).toBe(items[item.slice(-1)]);
      return items;
    };

    it('a correction that is undone goes with those spread from it, and items are again as the classifier had them', async () => {
      await read('right-1', 'undone', 'notices', ['a', 'b', 'c']);
      const spread = (id: string, name: string): CorrectionRecord => {
        return { id, target: { item: `undone.example/${name}` }, category: 'plans', by: '张三', at: march(1), why: '同类' };
      };
      await store().corrections.add(spread('u1', 'a'), spread('u1.1', 'b'), spread('u12', 'c'));
      expect(await categories('undone')).toEqual({ a: 'plans', b: 'plans', c: 'plans' });
      expect((await store().corrections.undo('u1')).map(({ id }) => id).sort()).toEqual(['u1', 'u1.1']);
      expect(await categories('undone')).toEqual({ a: 'notices', b: 'notices', c: 'plans' });
      expect(await store().corrections.undo('u1')).toEqual([]);
    });

    it('what a person set for an item goes before what was set for its column, and that before the classifier', async () => {
      await read('right-1', 'order', 'notices', ['a', 'b']);
      await read('right-1', 'order', 'other', ['c']);
      await correct('o1', { item: 'order.example/a' }, 'plans', 1);
      await correct('o2', { site: 'order', column: 'notices' }, 'budgets', 2);
      expect(await categories('order')).toEqual({ a: 'plans', b: 'budgets', c: 'notices' });
      const found = [];
      for await (const { key } of store().items.stream({ sites: ['order'], category: 'budgets' })) found.push(key);
      expect(found).toEqual(['order.example/b']);
    });

    it('a correction outlives every re-crawl and holds for items that come later', async () => {
      await correct('s0', { item: 'stays.example/d' }, 'plans');
      await read('right-1', 'stays', 'notices', ['a', 'b']);
      await correct('s1', { item: 'stays.example/a' }, 'plans');
      await correct('s2', { site: 'stays', column: 'notices' }, 'budgets');
      await read('right-2', 'stays', 'notices', ['a', 'b', 'c', 'd']);
      expect(await categories('stays')).toEqual({ a: 'plans', b: 'budgets', c: 'budgets', d: 'plans' });
    });

    it('the later of two corrections holds, and both are remembered with who, when and why', async () => {
      await read('right-1', 'later', 'notices', ['a']);
      await correct('l1', { item: 'later.example/a' }, 'plans', 1);
      await correct('l2', { item: 'later.example/a' }, 'budgets', 2);
      expect(await categories('later')).toEqual({ a: 'budgets' });
      await correct('l3', { site: 'later', column: 'notices' }, 'notices', 3);
      const kept = await store().corrections.list({ item: 'later.example/a' });
      const ofColumn = await store().corrections.list({ site: 'later', column: 'notices' });
      expect(ofColumn.map(({ id }) => id)).toEqual(['l3']);
      expect((await store().corrections.list()).filter(({ id }) => /^l\d$/.test(id)).map(({ id }) => id)).toEqual(['l3', 'l2', 'l1']);
      expect(kept).toEqual([
        { id: 'l2', target: { item: 'later.example/a' }, category: 'budgets', by: '张三', at: march(2), why: '栏目放错' },
        { id: 'l1', target: { item: 'later.example/a' }, category: 'plans', by: '张三', at: march(1), why: '栏目放错' },
      ]);
    });
  });
}
