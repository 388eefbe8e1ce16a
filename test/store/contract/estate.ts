import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { march } from '../records.ts';

export function estateContract(store: () => Store): void {
  describe('revisions of the estate', () => {
    const texts = (word: string) =>
      new Map([
        ['estate.yaml', `name: ${word}\n`],
        ['rules/common.yaml', '同一份\n'],
      ]);
    const keep = (digest: string, asOf: Date, now = march(30)) =>
      store().estate.keep(texts(digest), { digest, asOf, now, by: '李四', why: `改为${digest}` });

    it('are numbered, hold from the moment that is worked with, and the same again is none', async () => {
      expect([await store().estate.held(march(9)), await store().estate.latest()]).toEqual([null, null]);
      expect(await keep('a', march(10))).toMatchObject({ number: 1, from: march(10), recordedAt: march(30), by: '李四', why: '改为a' });
      expect((await keep('a', march(12))).number).toBe(1);
      // Two processes at once come to one.
      const both = await Promise.all([keep('b', march(20)), keep('b', march(20))]);
      expect(both.map(({ number }) => number)).toEqual([2, 2]);
      expect((await store().estate.list()).map(({ digest }) => digest)).toEqual(['b', 'a']);
      expect(await store().estate.texts(1)).toEqual(texts('a'));
      expect(await store().estate.get(3)).toBeNull();
    });

    it('judge each day by what held then, and nobody reaches back over what is written down', async () => {
      const numberAt = async (day: number) => (await store().estate.held(march(day)))?.number ?? null;
      expect(await Promise.all([9, 10, 19, 20, 29].map(numberAt))).toEqual([null, 1, 1, 2, 2]);
      expect((await keep('c', march(15))).from).toEqual(march(30));
      expect((await keep('d', march(31), march(30))).from, 'not ahead of the day on which it is made').toEqual(march(30));
      expect(await Promise.all([9, 10, 19, 20, 29, 30].map(numberAt))).toEqual([null, 1, 1, 2, 2, 4]);
    });
  });
}
