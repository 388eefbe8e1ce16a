import { describe, expect, it } from 'vitest';
import type { PairDecision } from '../../../src/model/pair-decision.ts';
import type { Store } from '../../../src/store/store.ts';
import { march } from '../records.ts';

export function pairDecisionContract(store: () => Store): void {
  describe('what people said of pairs', () => {
    it('is kept, the last word on two items holds, and what is taken back is gone; each changes what is judged', async () => {
      const of = { rule: 'consultation-answer', call: 'http://a.example/1', answer: 'http://a.example/2' };
      const decision: PairDecision = { ...of, accepted: true, by: '张三', at: march(1) };
      const before = await store().search.version();
      await store().pairs.keep(decision);
      const other = { ...decision, answer: 'http://a.example/3', accepted: false, at: march(2) };
      await store().pairs.keep(other);
      expect(await store().pairs.list()).toEqual([other, decision]);
      const kept = await store().search.version();
      expect(kept).not.toBe(before);
      const changed = { ...decision, accepted: false, by: '李四', at: march(3) };
      await store().pairs.keep(changed);
      expect(await store().pairs.list()).toEqual([changed, other]);
      expect(await store().pairs.withdraw(of)).toEqual(changed);
      expect(await store().pairs.withdraw(of)).toBeNull();
      expect(await store().search.version()).not.toBe(kept);
    });
  });
}
