import { beforeAll, describe, expect, it } from 'vitest';
import type { ItemRecord } from '../../../src/model/records.ts';
import type { ItemSearchQuery, Listing, Store, TrendScope } from '../../../src/store/store.ts';
import { makeColumn, makeItem, makeResult, makeRun, march } from '../records.ts';

export function judgementContract(store: () => Store): void {
  describe('judgements', () => {
    beforeAll(async () => {
      for (const id of ['judge-1', 'judge-2']) await store().runs.open(makeRun(id));
    });

    const column = (id: string, unit: string) => ({ site: 'judged', id, unit });
    const listing = (item: string, of: Partial<Listing> = {}): Listing => ({
      item: `judged.example/${item}`,
      day: '2024-02-01',
      category: 'notices',
      area: null,
      first: true,
      firstOfUnit: true,
      firstOfSite: true,
      firstOfUnitOnSite: true,
      ...of,
    });
    const record = (id: string, items: readonly ItemRecord[]) =>
      store().columns.record(makeResult({ run: 'judge-1', site: 'judged', column: id, at: march(1) }, items));
    const item = (name: string, of: Partial<ItemRecord> = {}) => makeItem(`judged.example/${name}`, { site: 'judged', ...of });
    const names = async (query: ItemSearchQuery, after: Parameters<Store['search']['items']>[1] = null, limit = 10) => {
      const found = await store().search.items({ listed: true, sites: ['judged'], ...query }, after, limit);
      return found.map(({ key }) => key.slice('judged.example/'.length));
    };
    const count = (query: ItemSearchQuery) => store().search.countItems({ listed: true, sites: ['judged'], ...query }, 5000);

    it('what was judged comes back as it was, for its run and its basis alone; a later one takes its place', async () => {
      const judged = { title: '半个\u0000字', numbers: [1, null], days: { '2024-02-01': 2 } };
      await store().judgements.keep({ run: 'judge-1', basis: 'b', judged, columns: [] });
      expect(await store().judgements.get('judge-1', 'b')).toEqual(judged);
      expect(await store().judgements.get('judge-1', 'other')).toBeNull();
      const has = (run: string, basis: string) => store().judgements.has(run, basis);
      expect([await has('judge-1', 'b'), await has('judge-1', 'other'), await has('judge-2', 'b')]).toEqual([true, false, false]);
      await store().judgements.keep({ run: 'judge-2', basis: 'b', judged: {}, columns: [] });
      expect(await store().judgements.get('judge-1', 'b')).toBeNull();
      expect(await store().judgements.get('judge-2', 'b')).toEqual({});
    });

    it('lists hold what was counted: an item once in all, once in each unit, once in each column', async () => {
      await record('a', [item('both'), item('one'), item('none', { publishedOn: null })]);
      await record('b', [item('both')]);
      const listed = [listing('both'), listing('one', { day: '2024-02-03', area: 8 }), listing('none', { day: null })];
      await store().judgements.list(column('a', 'water'), listed);
      await store().judgements.list(column('b', 'town'), [listing('both', { first: false, firstOfSite: false })]);
      expect(await names({})).toEqual(['one', 'both', 'none']);
      expect(await names({ sites: [], units: ['town'] })).toEqual(['both']);
      expect(await names({ columns: ['b'] })).toEqual(['both']);
      expect(await names({ units: ['town', 'water'] })).toEqual(['one', 'both', 'none']);
      expect(await names({ undated: true })).toEqual(['none']);
      expect(await names({ area: 8 })).toEqual(['one']);
      expect(await count({})).toBe(3);
      expect(await count({ from: '2024-02-02', to: '2024-02-03' })).toBe(1);
    });

    it('items by day, of all, a unit, a category or a column', async () => {
      const daily = async (of: TrendScope, from = '2024-02-01') =>
        [...(await store().judgements.daily({ from, to: '2024-02-03' }, of))].sort().map(([day, items]) => `${day} ${items}`);
      expect(await daily({ unit: 'town' })).toEqual(['2024-02-01 1']);
      expect(await daily({ unit: 'water' })).toEqual(['2024-02-01 1', '2024-02-03 1']);
      expect(await daily({ site: 'judged', column: 'b' })).toEqual(['2024-02-01 1']);
      expect(await daily({ unit: 'water', category: 'plans' })).toEqual([]);
      expect(await daily({ unit: 'water' }, '2024-02-02')).toEqual(['2024-02-03 1']);
    });

    it('an item counts once for a unit on a site, wherever else the unit or the site lists it', async () => {
      const on = (site: string, id: string, unit: string, of: Partial<Listing>) =>
        store().judgements.list({ site, id, unit }, [listing('met', of)]);
      const later = { first: false, firstOfUnit: false, firstOfSite: false };
      await record('met', [item('met')]);
      await on('elsewhere', 'a', 'lake', {});
      await on('meeting', 'a', 'hill', { ...later, firstOfUnit: true, firstOfSite: true });
      await on('meeting', 'met-b', 'lake', later);
      await on('meeting', 'met-c', 'lake', { ...later, firstOfUnitOnSite: false });
      expect(await names({ sites: ['meeting'], units: ['lake'] })).toEqual(['met']);
      expect(await count({ sites: ['meeting'], units: ['lake'] })).toBe(1);
      expect(await count({ sites: ['meeting'], units: ['lake'], columns: ['met-c'] })).toBe(1);
      expect(await count({ sites: ['elsewhere'], units: ['hill'] })).toBe(0);
    });

    it('a column is found by its name alone, and an item of several once', async () => {
      const columns = ['met-b', 'met-c'].map((id) => makeColumn('meeting', id));
      await store().columns.save('meeting', columns);
      await store().columns.save('judged', [makeColumn('judged', 'met')]);
      expect(await names({ sites: [], columns: ['met-b', 'met-c'] })).toEqual(['met']);
      expect(await count({ sites: ['meeting', 'judged'], columns: ['met-b', 'met-c'] })).toBe(1);
      expect(await names({ sites: [], columns: ['met'], listed: false })).toEqual(['met']);
      expect(await names({ columns: ['met'], listed: false })).toEqual(['met']);
      expect(await names({ sites: [], columns: ['met-b', 'never'], units: ['lake'] })).toEqual(['met']);
    });

    it('pages follow each other without a gap or a repeat', async () => {
      expect(await names({}, null, 1)).toEqual(['one']);
      expect(await names({}, { day: '2024-02-03', key: 'judged.example/one' }, 1)).toEqual(['both']);
      expect(await names({}, { day: '2024-02-01', key: 'judged.example/both' })).toEqual(['none']);
      expect(await names({}, { day: null, key: 'judged.example/none' })).toEqual([]);
    });

    it('a category that a person sets right moves its item at once', async () => {
      const target = { item: 'judged.example/one' };
      await store().corrections.add({ id: 'judged', target, category: 'plans', by: '张三', at: march(2), why: '放错' });
      expect(await names({ categories: ['plans'] })).toEqual(['one']);
      expect(await names({ categories: ['notices'] })).toEqual(['both', 'none']);
    });

    it('what a column lists no more, and what is watched no more, is listed no more', async () => {
      await store().judgements.list(column('a', 'water'), [listing('one', { day: '2024-02-04' })]);
      expect(await names({ columns: ['a'] })).toEqual(['one']);
      await store().judgements.keep({ run: 'judge-2', basis: 'b', judged: {}, columns: [column('a', 'water')] });
      expect(await names({ columns: ['b'] })).toEqual([]);
    });

    it('rare words and common ones are found alike', async () => {
      const many = Array.from({ length: 3100 }, (_, place) =>
        item(`many/${String(place).padStart(4, '0')}`, { title: `第${place}号公告` }),
      );
      await record('many', many);
      const listed = many.map(({ key }) => ({ ...listing(''), item: key, day: '2024-01-01' }));
      await store().judgements.list(column('many', 'water'), listed);
      expect(await names({ search: '公告' }, null, 2)).toEqual(['many/0000', 'many/0001']);
      expect(await count({ search: '公告' })).toBe(3100);
      expect(await names({ search: '1077' })).toEqual(['many/1077']);
      expect(await count({ search: '1077' })).toBe(1);
      expect(await names({ search: '没有这样的词' })).toEqual([]);
    });

    it('sightings of items that several columns listed are told apart from the others', async () => {
      const shared = (await store().items.sharedSightings()).filter(({ site }) => site === 'judged');
      const counts = await store().items.sightingCounts();
      expect(['a', 'b', 'none'].map((id) => counts.get(`judged/${id}`))).toEqual([3, 1, undefined]);
      expect(shared.map(({ column: id, item: key }) => `${id} ${key}`)).toEqual(['a judged.example/both', 'b judged.example/both']);
    });

    it('of a span the items are audited whose pages say how they were made, newest first', async () => {
      const silent = { documentDate: null, reviewer: null, conflicts: [] };
      const on = (publishedOn: string, of: Partial<ItemRecord> = {}) => item(`audited/${publishedOn}`, { publishedOn, ...silent, ...of });
      await record('audited', [
        on('2031-01-01', { reviewer: '甲' }),
        on('2031-01-03', { documentDate: '2031-01-01' }),
        on('2031-01-02'),
        on('2031-02-01', { reviewer: '甲' }),
      ]);
      const found: string[] = [];
      for await (const { publishedOn } of store().items.audited({ from: '2031-01-01', to: '2031-01-31' })) found.push(publishedOn ?? '');
      expect(found).toEqual(['2031-01-03', '2031-01-01']);
    });
  });
}
