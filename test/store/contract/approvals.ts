import { describe, expect, it } from 'vitest';
import type { EnteredApproval } from '../../../src/model/estate.ts';
import type { Store } from '../../../src/store/store.ts';
import { march } from '../records.ts';

export function closingContract(store: () => Store): void {
  it('revisions of a closed period come newest first, and one that is written down stays what it is', async () => {
    const figures = { items: 2, classes: {}, categories: { notices: 2 }, units: {} };
    const first = {
      from: '2018-01-01',
      to: '2018-03-31',
      revision: 1,
      closedAt: march(1),
      asOf: '2018-04-01',
      run: 'r',
      figures,
      changes: [],
    };
    const changes = [{ of: 'items', id: '', was: 2, now: 3 }] as const;
    const second = { ...first, revision: 2, closedAt: march(2), figures: { ...figures, items: 3 }, changes };
    for (const closing of [first, second, { ...first, run: 'other' }]) await store().closings.add(closing);
    expect(await store().closings.of({ from: '2018-01-01', to: '2018-03-31' })).toEqual([second, first]);
    expect(await store().closings.of({ from: '2018-01-01', to: '2018-03-30' })).toEqual([]);
  });
}

export function approvalContract(store: () => Store): void {
  describe('days of approval', () => {
    const approval = (id: string, given: Partial<EnteredApproval> = {}): EnteredApproval => {
      return { id, what: 'budget', year: 2018, on: '2018-01-20', source: null, units: null, by: '张三', at: march(1), ...given };
    };

    it('are kept as they were entered, last entered first, and one that is taken back is gone; each changes what is judged', async () => {
      const before = await store().search.version();
      await store().approvals.add(approval('ok-1'));
      await store().approvals.add(approval('ok-1', { year: 2017 }));
      const town = approval('ok-2', { units: ['town-a', 'town-b'], source: '关于批准预算的决议', at: march(2) });
      await store().approvals.add(town);
      expect(await store().approvals.list()).toEqual([town, approval('ok-1')]);
      const entered = await store().search.version();
      expect(entered).not.toBe(before);
      expect(await store().approvals.withdraw('ok-2')).toEqual(town);
      expect(await store().approvals.withdraw('ok-2')).toBeNull();
      expect(await store().approvals.list()).toEqual([approval('ok-1')]);
      expect(await store().search.version()).not.toBe(entered);
    });
  });
}
