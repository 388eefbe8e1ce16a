import { describe, expect, it } from 'vitest';
import type { Probe } from '../../../src/model/probes.ts';
import type { Store } from '../../../src/store/store.ts';
import { march } from '../records.ts';

export function probeContract(store: () => Store): void {
  const visit = (day: number, given: Partial<Probe> = {}): Probe => ({
    site: 'portal',
    vantage: 'main',
    slot: march(day),
    at: march(day),
    outcome: 'ok',
    milliseconds: 420,
    detail: null,
    ...given,
  });

  describe('visits to home pages', () => {
    it('are kept once a slot, site and vantage, and the first stays', async () => {
      await store().probes.record([visit(1), visit(1, { vantage: 'second', outcome: 'timeout', detail: { zh: '超时 · 慢', en: 'slow' } })]);
      await store().probes.record([visit(1, { outcome: 'server-error' }), visit(2)]);
      await store().probes.record([]);
      expect(await store().probes.list({ from: march(1), to: march(2), site: 'portal' })).toEqual([
        visit(1),
        visit(1, { vantage: 'second', outcome: 'timeout', detail: { zh: '超时 · 慢', en: 'slow' } }),
        visit(2),
      ]);
      expect(await store().probes.list({ from: march(1), to: march(1), vantage: 'second' })).toHaveLength(1);
      expect(await store().probes.list({ from: march(3), to: march(9) })).toEqual([]);
    });

    it('are dropped when their time is over', async () => {
      await store().probes.record([visit(10, { site: 'old' }), visit(12, { site: 'old' })]);
      expect(await store().probes.prune(march(11))).toBeGreaterThanOrEqual(1);
      expect(await store().probes.list({ from: march(1), to: march(20), site: 'old' })).toEqual([visit(12, { site: 'old' })]);
    });
  });
}
