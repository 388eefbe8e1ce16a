import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { makeRun } from '../records.ts';

export function findingContract(store: () => Store): void {
  describe('findings', () => {
    it('those of a run are replaced as a whole and keep their order', async () => {
      await store().runs.open(makeRun('found'));
      const finding = (kind: string) => ({
        kind,
        severity: 'veto' as const,
        subject: { unit: 'office', site: null, column: null, url: null },
        facts: { title: `“${kind}”, {花括号}`, count: 3, on: null },
        basis: { rule: `national-2019/${kind}`, unverified: true },
        since: '2024-01-01',
        evidence: ['http://a.example/,{"}', 'b'.repeat(64)],
      });
      await store().findings.save('found', [finding('z'), finding('a'), finding('m')]);
      await store().findings.save('found', [finding('y'), finding('b')]);
      expect(await store().findings.list('found')).toEqual([finding('y'), finding('b')]);
      await store().findings.save('found', []);
      expect(await store().findings.list('found')).toEqual([]);
    });

    it('those of one run are nobody else’s, and one of a run that does not exist is refused', async () => {
      const finding = { kind: 'a', severity: 'minor', facts: {}, basis: null, since: null, evidence: [] } as const;
      const of = (url: string) => ({ ...finding, subject: { unit: null, site: null, column: null, url } });
      await store().runs.open(makeRun('found-one'));
      await store().runs.open(makeRun('found-other'));
      await store().findings.save('found-one', [of('http://a.example/')]);
      await store().findings.save('found-other', [of('http://b.example/')]);
      await store().findings.save('found-one', [of('http://c.example/')]);
      expect(await store().findings.list('found-one')).toEqual([of('http://c.example/')]);
      expect(await store().findings.list('found-other')).toEqual([of('http://b.example/')]);
      await expect(store().findings.save('never-found', [of('http://d.example/')])).rejects.toThrow(/findings/);
    });
  });
}
