import { describe, expect, it } from 'vitest';
import type { WorkerRecord } from '../../../src/model/liveness.ts';
import type { Probe } from '../../../src/model/probes.ts';
import type { Store } from '../../../src/store/store.ts';
import { march } from '../records.ts';

export function operationContract(store: () => Store): void {
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

  describe('workers', () => {
    const worker = (id: string, given: Partial<WorkerRecord> = {}): WorkerRecord => ({
      id,
      host: 'host-a',
      startedAt: march(1),
      seenAt: march(2),
      lastJob: null,
      lastJobAt: null,
      jobs: 0,
      leftAt: null,
      ...given,
    });

    it('tell of themselves anew in the place of what they told before, and are forgotten in time', async () => {
      await store().workers.report(worker('one'));
      await store().workers.report(worker('two', { seenAt: march(3) }));
      const busy = worker('one', { seenAt: march(4), lastJob: 'site portal', lastJobAt: march(4), jobs: 7 });
      await store().workers.report(busy);
      expect(await store().workers.list()).toEqual([busy, worker('two', { seenAt: march(3) })]);
      await store().workers.prune(march(4));
      expect(await store().workers.list()).toEqual([busy]);
    });
  });
}
