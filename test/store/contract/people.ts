import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { makeRun, march } from '../records.ts';

export function peopleContract(store: () => Store): void {
  describe('what grows without end', () => {
    it('the log is read page by page, newest first, and counted as far as was asked', async () => {
      const { people } = store();
      const before = await people.countLogged(1_000_000);
      for (let number = 0; number < 5; number++)
        await people.log({
          id: `line-${number}`,
          at: new Date(Date.UTC(2199, 0, 1 + number)),
          by: 'x',
          action: 'a',
          target: 't',
          detail: '',
        });
      expect((await people.logged(2, 1)).map(({ id }) => id)).toEqual(['line-3', 'line-2']);
      expect(await people.countLogged(1_000_000)).toBe(before + 5);
      expect(await people.countLogged(3)).toBe(3);
      expect(await people.logged(10, Number.MAX_SAFE_INTEGER)).toEqual([]);
    });

    it('runs and deliveries too', async () => {
      const { runs, outbox } = store();
      for (const id of ['page-a', 'page-b', 'page-c']) await runs.open(makeRun(id, { startedAt: march(20) }));
      const all = await runs.list(1000);
      expect(await runs.list(2, 1)).toEqual(all.slice(1, 3));
      expect(await runs.count(1000)).toBe(all.length);
      expect(await runs.count(2)).toBe(2);
      expect(await outbox.count({}, 1000)).toBe((await outbox.list({ limit: 1000 })).length);
      expect(await outbox.count({ units: [] }, 1000)).toBe(0);
    });
  });
}
