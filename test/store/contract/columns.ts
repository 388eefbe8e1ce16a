import { beforeAll, describe, expect, it } from 'vitest';
import type { ItemRecord } from '../../../src/model/records.ts';
import type { Store } from '../../../src/store/store.ts';
import { makeColumn, makeItem, makeReading, makeResult, makeRun, march } from '../records.ts';

export function columnContract(store: () => Store): void {
  describe('columns', () => {
    beforeAll(async () => {
      for (const day of [1, 2, 3, 4, 5]) await store().runs.open(makeRun(`day-${day}`, { asOf: march(day) }));
    });

    /** Reads a column on a day of March; the run is that day's. */
    const read = (site: string, day: number, items: readonly ItemRecord[], given = {}) =>
      store().columns.record(makeResult({ run: `day-${day}`, site, at: march(day) }, items, given));
    const sightings = (site: string) => store().items.sightings({ sites: [site] });
    const item = (site: string, name: string, given: Partial<ItemRecord> = {}) => makeItem(`${site}.example/${name}`, { site, ...given });

    it('columns are current as long as they are named, and come in the order they were named in', async () => {
      const b = makeColumn('named', 'b', { period: { years: 0, months: 6, days: 14 }, category: 'notices' });
      const a = makeColumn('named', 'a', { period: 'none', exempt: '已归档专题', origin: 'discovered' });
      await store().columns.save('named', [b, a]);
      expect(await store().columns.list('named')).toEqual([b, a].map((column) => ({ ...column, watchedSince: null })));
      await store().columns.save('named', [{ ...a, name: '改名' }]);
      expect((await store().columns.list('named')).map(({ id, name }) => [id, name])).toEqual([['a', '改名']]);
      await store().columns.save('named', []);
      expect(await store().columns.list('named')).toEqual([]);
    });

    it('of each week the last reading of a column is told, weeks beginning on Monday in the zone', async () => {
      await store().columns.save('weeks', [makeColumn('weeks', 'notices')]);
      const late = { outcome: 'timeout', reason: 'unreachable' } as const;
      await store().columns.record(makeResult({ run: 'day-1', site: 'weeks', at: march(1), asOf: march(1), ...late }, []));
      await read('weeks', 3, [item('weeks', 'one')], { asOf: march(3) });
      await store().columns.record(makeResult({ run: 'day-4', site: 'weeks', at: march(4), asOf: march(4), ...late }, []));
      const weekly = async (from: string) => (await store().columns.weekly(from, 'Asia/Shanghai')).filter(({ site }) => site === 'weeks');
      const known = { site: 'weeks', column: 'notices' };
      // 4 March 2024 is a Monday.
      expect(await weekly('2024-02-01')).toEqual([
        { ...known, week: '2024-02-26', read: true, rows: 1 },
        { ...known, week: '2024-03-04', read: false, rows: 0 },
      ]);
      expect(await weekly('2024-03-04')).toHaveLength(1);
    });

    it('a column is watched from the first reading that saw its list', async () => {
      await store().columns.save('watched', [makeColumn('watched', 'notices')]);
      const since = async () => (await store().columns.list('watched'))[0]?.watchedSince;
      await store().columns.record(
        makeResult({ run: 'day-1', site: 'watched', at: march(1), outcome: 'timeout', reason: 'unreachable' }, []),
      );
      expect(await since()).toBeNull();
      await read('watched', 2, []);
      await read('watched', 3, []);
      expect(await since()).toEqual(march(2));
    });

    it('a sighting tells the latest other day that its page names, that of its address aside', async () => {
      const later = item('twodays', 'later', {
        conflicts: [
          { source: 'label', day: '2024-02-29' },
          { source: 'meta', day: '2024-03-02' },
          { source: 'url', day: '2024-03-03' },
        ],
      });
      await read('twodays', 1, [later, item('twodays', 'address'), item('twodays', 'plain', { conflicts: [] })]);
      expect((await sightings('twodays')).map(({ alsoOn }) => alsoOn)).toEqual(['2024-03-02', null, null]);
    });

    it('an item has one row a stay: open while seen, ended when it vanishes, a new one when it comes back', async () => {
      const [a, b] = [item('stay', 'a'), item('stay', 'b')];
      await read('stay', 1, [a, b]);
      await read('stay', 2, [a], { vanished: [b.key] });
      await read('stay', 3, [{ ...b, title: '又来了' }, a]);
      const seen = await sightings('stay');
      expect(seen.map(({ item, firstSeen, lastSeen, goneSince }) => [item, firstSeen, lastSeen, goneSince])).toEqual([
        [b.key, march(3), march(3), null],
        [a.key, march(1), march(3), null],
        [b.key, march(1), march(1), march(2)],
      ]);
      expect(seen[0]).toMatchObject({ title: '又来了', position: 1, firstRun: 'day-3', firstAsOf: march(3), column: 'notices' });
      expect(seen[1]).toMatchObject({ position: 2, firstRun: 'day-1', firstAsOf: march(1), url: a.url, listedOn: '2024-02-28' });
    });

    it('where nothing changed every open stay goes on and ended ones stay ended', async () => {
      const [a, b] = [item('same', 'a'), item('same', 'b')];
      await read('same', 1, [a, b]);
      await read('same', 2, [a], { vanished: [b.key] });
      await read('same', 4, [], { unchanged: true });
      expect((await sightings('same')).map(({ item, lastSeen }) => [item, lastSeen])).toEqual([
        [a.key, march(4)],
        [b.key, march(1)],
      ]);
      await read('same', 5, [], { vanished: [a.key] });
      expect((await sightings('same'))[0]).toMatchObject({ item: a.key, lastSeen: march(4), goneSince: march(5) });
    });

    it('the same reading stored twice is stored once', async () => {
      const [a, b] = [item('twice', 'a'), item('twice', 'b')];
      await read('twice', 1, [a, b]);
      const again = () =>
        read('twice', 2, [a], {
          vanished: [b.key],
          firstPage: { etag: null, lastModified: null, hash: 'h', lookedAsOf: march(1), liar: false },
        });
      await again();
      const once = [
        await sightings('twice'),
        await store().columns.history('twice', 'notices', 9),
        await store().columns.known('twice', 'notices'),
      ];
      await again();
      expect([
        await sightings('twice'),
        await store().columns.history('twice', 'notices', 9),
        await store().columns.known('twice', 'notices'),
      ]).toEqual(once);
    });

    it('a reading that arrives late changes nothing that is known better since', async () => {
      const [a, b] = [item('late', 'a'), item('late', 'b')];
      const page = (hash: string, day: number) => ({
        firstPage: { etag: hash, lastModified: null, hash, lookedAsOf: march(day), liar: false },
      });
      await read('late', 3, [{ ...a, title: '新', lastSeen: march(3) }], page('new', 3));
      await read('late', 2, [{ ...a, title: '旧', lastSeen: march(2) }, b], { ...page('old', 2), vanished: [a.key] });
      const known = await store().columns.known('late', 'notices');
      expect(known.firstPage).toEqual(page('new', 3).firstPage);
      expect(known.lastGood?.run).toBe('day-3');
      expect(known.entries.get(a.key)).toEqual({ title: '新', listedOn: '2024-02-28', position: 1 });
      expect((await store().items.known([a.key])).get(a.key)?.title).toBe('新');
      expect((await sightings('late')).every(({ goneSince }) => goneSince === null)).toBe(true);
    });

    it('a row that is on the list twice is seen once, at its first place', async () => {
      const a = item('double', 'a');
      await read('double', 1, [a, item('double', 'b'), a]);
      expect((await sightings('double')).map(({ item, position }) => [item, position])).toEqual([
        [a.key, 1],
        ['double.example/b', 2],
      ]);
    });

    it('a row without link is seen and has no category', async () => {
      const row = { item: 'row:2024-02-01:无链接', title: '无链接', url: null, listedOn: '2024-02-01', position: 1 };
      await read('linkless', 1, [], { rows: [row] });
      expect(await sightings('linkless')).toMatchObject([
        { ...row, publishedOn: '2024-02-01', category: null, removedAt: null, outcome: null },
      ]);
    });

    it('what is known of a column is its open rows, its first page and the last reading that saw the list', async () => {
      const [a, b] = [item('known', 'a'), item('known', 'b')];
      expect(await store().columns.known('known', 'notices')).toEqual({ entries: new Map(), firstPage: null, lastGood: null });
      const firstPage = { etag: '"1"', lastModified: 'Fri, 01 Mar 2024 00:00:00 GMT', hash: 'abc', lookedAsOf: march(1), liar: false };
      await read('known', 1, [a, b], { firstPage });
      await read('known', 2, [a], { vanished: [b.key] });
      await store().columns.record(makeResult({ run: 'day-3', site: 'known', at: march(3), outcome: 'blocked', reason: 'blocked' }, []));
      const known = await store().columns.known('known', 'notices');
      expect([...known.entries]).toEqual([[a.key, { title: a.title, listedOn: '2024-02-28', position: 1 }]]);
      expect(known.firstPage).toEqual(firstPage);
      expect(known.lastGood).toEqual(makeReading({ run: 'day-2', site: 'known', at: march(2), rows: 1 }));
    });

    it('of each column the last reading up to a moment is given, else the first after it', async () => {
      await read('before', 1, []);
      await read('before', 3, []);
      await read('before', 5, []);
      await read('only-after', 4, []);
      await read('only-after', 5, []);
      const on = async (day: number) =>
        (await store().columns.readings(march(day)))
          .filter(({ site }) => ['before', 'only-after'].includes(site))
          .map(({ site, run }) => [site, run]);
      expect(await on(3)).toEqual([
        ['before', 'day-3'],
        ['only-after', 'day-4'],
      ]);
      expect(await on(5)).toEqual([
        ['before', 'day-5'],
        ['only-after', 'day-5'],
      ]);
      expect((await store().columns.history('before', 'notices', 2)).map(({ run }) => run)).toEqual(['day-5', 'day-3']);
    });

    it('a column whose transaction fails leaves nothing behind', async () => {
      const a = item('broken', 'a');
      const bad = { ...a, publishedOn: 'no day' };
      await expect(read('broken', 1, [a, { ...bad, key: 'broken.example/z' }])).rejects.toThrow();
      expect(await sightings('broken')).toEqual([]);
      expect(await store().columns.history('broken', 'notices', 1)).toEqual([]);
      expect((await store().items.known([a.key])).size).toBe(0);
    });

    it('two columns that hold the same items in opposite order are stored at the same time', async () => {
      const shared = Array.from({ length: 300 }, (_, n) => item('crossing', `i${n}`));
      const columns = ['c1', 'c2', 'c3', 'c4'];
      await Promise.all(
        columns.map((column, n) =>
          store().columns.record(
            makeResult({ run: 'day-1', site: 'crossing', column, at: march(1) }, n % 2 === 0 ? shared : [...shared].reverse()),
          ),
        ),
      );
      expect(await sightings('crossing')).toHaveLength(1200);
    });
  });
}
