import { describe, expect, it } from 'vitest';
import type { PageLink } from '../../../src/model/links.ts';
import type { Store } from '../../../src/store/store.ts';

export function linkContract(store: () => Store): void {
  describe('links', () => {
    const link = (name: string): PageLink => ({ url: `http://a.example/${name}`, name, kind: 'page' });
    const note = (site: string, page: string, names: readonly string[], on = '2024-03-01') =>
      store().links.note({ site, unit: 'office', page, links: names.map(link) }, on, ({ name }) => ({
        state: name === 'alive' ? 'alive' : 'new',
        nextLook: name === 'later' ? '2024-03-08' : on,
      }));
    const due = async (site: string, today: string) => (await store().links.due(site, today, 10, 'others')).map(({ name }) => name);
    const look = { on: '2024-03-01', fault: 'dead', outcome: 'gone', status: 404, finalUrl: 'http://a.example/a' } as const;

    it('are due by their day, and those that a page no longer shows are forgotten', async () => {
      await note('l1', '/', ['a', 'b', 'later']);
      await note('l1', '/x', ['c']);
      expect(await due('l1', '2024-03-01')).toEqual(['a', 'b', 'c']);
      expect(await due('l1', '2024-03-08')).toEqual(['a', 'b', 'c', 'later']);
      await note('l1', '/', ['b', 'd'], '2024-03-02');
      expect((await due('l1', '2024-03-08')).sort()).toEqual(['b', 'c', 'd']);
      await note('l1', '/', []);
      expect(await due('l1', '2024-03-08')).toEqual(['c']);
    });

    it('that are known to be alive wait in a row of their own, but for those of which something is told', async () => {
      await note('l3', '/', ['a', 'alive']);
      expect(await due('l3', '2024-03-01')).toEqual(['a']);
      expect(await store().links.due('l3', '2024-03-01', 10, 'calm')).toMatchObject([{ name: 'alive' }]);
      const personalData = [{ kind: 'mobile', count: 1, sure: true, masked: ['138****0000'] }] as never;
      await store().links.keep([
        { site: 'l3', url: 'http://a.example/alive', state: 'alive', looks: [look], nextLook: '2024-03-01', personalData },
      ]);
      expect((await due('l3', '2024-03-01')).sort()).toEqual(['a', 'alive']);
      expect(await store().links.due('l3', '2024-03-01', 10, 'calm')).toEqual([]);
    });

    it('keep what looks came to, also where their page is read again', async () => {
      await note('l2', '/', ['a', 'b']);
      await store().links.keep([
        { site: 'l2', url: 'http://a.example/a', state: 'dead', looks: [look], nextLook: '2024-03-02', personalData: null },
      ]);
      await note('l2', '/', ['a', 'b'], '2024-03-05');
      const own = (await store().links.telling()).filter(({ site }) => site === 'l2');
      expect(own).toMatchObject([{ name: 'a', page: '/', foundOn: '2024-03-01', state: 'dead', looks: [look], nextLook: '2024-03-02' }]);
      await store().links.keep([]);
    });

    it('that are alive are told where they hold personal data, until a look finds none', async () => {
      await note('l4', '/', ['roster', 'plain']);
      const looked = { site: 'l4', state: 'alive', looks: [{ ...look, fault: null }], nextLook: '2024-03-02' } as const;
      const held = [{ kind: 'mobile', certainty: 'sure', count: 1, masked: ['138******78'] }] as const;
      const keep = (name: string, personalData: typeof held | [] | null) =>
        store().links.keep([{ ...looked, url: `http://a.example/${name}`, personalData }]);
      await keep('roster', held);
      await keep('plain', []);
      const told = async () => (await store().links.telling()).filter(({ site }) => site === 'l4');
      expect(await told()).toMatchObject([{ name: 'roster', personalData: held }]);
      await keep('roster', []);
      expect(await told()).toEqual([]);
    });
  });
}
