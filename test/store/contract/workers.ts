import { describe, expect, it } from 'vitest';
import type { WorkerRecord } from '../../../src/model/liveness.ts';
import type { Store } from '../../../src/store/store.ts';
import { march } from '../records.ts';

export function workerContract(store: () => Store): void {
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
