import { beforeAll, describe, expect, it } from 'vitest';
import type { ItemQuery, ListedItem, Store } from '../../../src/store/store.ts';
import { makeColumn, makeItem, makeResult, makeRun, march } from '../records.ts';

export function itemContract(store: () => Store): void {
  describe('items', () => {
    beforeAll(async () => {
      for (const day of [1, 2]) await store().runs.open(makeRun(`item-${day}`, { asOf: march(day) }));
    });

    const all = async (query: ItemQuery): Promise<ListedItem[]> => {
      const found: ListedItem[] = [];
      for await (const item of store().items.stream(query)) found.push(item);
      return found;
    };
    const read = (day: number, column: string, items: Parameters<typeof makeResult>[1], given = {}) =>
      store().columns.record(makeResult({ run: `item-${day}`, site: items[0]?.site ?? 'items', column, at: march(day) }, items, given));

    it('an item comes back as it was put in, with the columns that list it', async () => {
      const item = makeItem('whole.example/a', { site: 'whole', flags: ['reprint'], category: 'regulations' });
      await read(1, 'b', [item]);
      await read(1, 'a', [item]);
      const columns = ['a', 'b'].map((column) => ({ site: 'whole', column }));
      expect(await all({ sites: ['whole'] })).toEqual([{ ...item, columns }]);
      expect(await store().items.text(item.key)).toBe(`${item.title}正文`);
      expect(await store().items.text('nobody')).toBeNull();
      expect(await store().items.texts([item.key, 'nobody'])).toEqual([
        { key: item.key, text: `${item.title}正文`, files: item.attachments.map((file) => ({ ...file, text: null, whole: false })) },
      ]);
    });

    it('which texts link to which is told among those asked for, as the last reading had it', async () => {
      const [file, reading, other] = ['file', 'reading', 'other'].map((name) => makeItem(`refers.example/${name}`, { site: 'refers' }));
      const record = (day: number, refers: readonly string[]) =>
        read(day, 'a', [file!, reading!, other!], {
          items: [file!, reading!, other!].map((record) => ({ record, text: '正文', ...(record === reading && { refers }) })),
        });
      await record(1, [file!.key, other!.key, 'refers.example/nobody']);
      const asked = [file!.key, reading!.key, 'nobody'];
      expect(await store().items.references(asked)).toEqual([{ from: reading!.key, to: file!.key }]);
      await record(2, []);
      expect(await store().items.references(asked)).toEqual([]);
      expect(await store().items.references([])).toEqual([]);
    });

    it('a text comes with what the files on its page say, and a file that is an item with what it says itself', async () => {
      const budget = makeItem('files.example/budget', {
        site: 'files',
        attachments: [{ name: '表.xlsx', url: 'http://files.example/1.xlsx' }],
      });
      const sheet = makeItem('files.example/2.xlsx', { site: 'files', attachments: [] });
      await store().columns.record({
        ...makeResult({ run: 'item-1', site: 'files', column: 'a', at: march(1) }, [budget, sheet]),
        items: [
          { record: budget, text: '说明' },
          { record: sheet, text: null },
        ],
      });
      const link = (url: string) => ({ url, name: '表', kind: 'attachment' as const });
      const first = () => ({ state: 'new' as const, nextLook: '2024-03-01' });
      const note = (page: string, urls: readonly string[]) =>
        store().links.note({ site: 'files', unit: 'office', page, links: urls.map(link) }, '2024-03-01', first);
      await note(budget.url, ['http://files.example/1.xlsx']);
      await note('http://files.example/list/', [sheet.url]);
      const look = (url: string, contents?: { text: string; whole: boolean } | null) =>
        store().links.keep([
          {
            site: 'files',
            url,
            state: 'alive',
            looks: [],
            nextLook: '2024-03-09',
            personalData: [],
            ...(contents !== undefined && { contents }),
          },
        ]);
      const texts = async () => (await store().items.texts([budget.key, sheet.key])).sort((one, other) => other.key.localeCompare(one.key));
      const file = (url: string, text: string | null = null, whole = false) => ({ url, name: '表', text, whole });
      const unread = { ...file('http://files.example/1.xlsx'), name: '表.xlsx' };
      expect(await texts()).toEqual([{ key: budget.key, text: '说明', files: [unread] }]);
      await look('http://files.example/1.xlsx', { text: '收入总计', whole: true });
      await look(sheet.url, { text: '支出总计', whole: false });
      await look('http://files.example/unknown.xlsx', { text: '', whole: true });
      await look(sheet.url);
      const sheets = { ...unread, text: '收入总计', whole: true };
      expect(await texts()).toEqual([
        { key: budget.key, text: '说明', files: [sheets] },
        { key: sheet.key, text: '', files: [file(sheet.url, '支出总计')] },
      ]);
      // A second one on its page, of which nobody knows what it says, is not made up for by the first, nor by another's.
      const paper = file('http://files.example/3.pdf');
      await note(budget.url, [unread.url, paper.url]);
      expect((await texts())[0]).toMatchObject({ files: [sheets, paper] });
      await look(paper.url, { text: '', whole: false });
      expect((await texts())[0]).toMatchObject({ files: [sheets, { ...paper, text: '' }] });
      await note(budget.url, [unread.url]);
      await look(unread.url, null);
      await note('http://files.example/list/', []);
      expect(await texts()).toEqual([{ key: budget.key, text: '说明', files: [unread] }]);
    });

    it('a file that several pages link to stands beside each of them, whichever its link was met on', async () => {
      const file = { name: '预算公开表.xlsx', url: 'http://shared.example/1.xlsx' };
      const pages = ['a', 'b'].map((name) => makeItem(`shared.example/${name}`, { site: 'shared', attachments: [file] }));
      await read(1, 'a', pages);
      const first = () => ({ state: 'new' as const, nextLook: '2024-03-01' });
      for (const { url } of pages) {
        const noted = { site: 'shared', unit: 'office', page: url, links: [{ ...file, kind: 'attachment' as const }] };
        await store().links.note(noted, '2024-03-01', first);
      }
      const looked = { site: 'shared', url: file.url, state: 'alive' as const, looks: [], nextLook: '2024-03-09', personalData: [] };
      await store().links.keep([{ ...looked, contents: { text: '收入总计', whole: true } }]);
      const texts = await store().items.texts(pages.map(({ key }) => key));
      expect(texts.map(({ files }) => files)).toEqual([1, 2].map(() => [{ ...file, text: '收入总计', whole: true }]));
    });

    it('doubtful items are counted by hundredths and given the least sure first, what somebody set aside', async () => {
      const doubtful = (name: string, confidence: number) => makeItem(`doubt.example/${name}`, { site: 'doubt', confidence });
      await store().columns.save('doubt', [makeColumn('doubt', 'open'), makeColumn('doubt', 'set', { category: 'notices' })]);
      await read(1, 'open', [doubtful('b', 0.031), doubtful('a', 0.039), doubtful('corrected', 0.032), doubtful('sure', 1)]);
      await read(1, 'set', [doubtful('set', 0.033)]);
      await store().corrections.add({
        id: 'doubt',
        target: { item: 'doubt.example/corrected' },
        category: 'notices',
        by: 'a',
        at: march(1),
        why: 'b',
      });
      const [least, ...others] = (await store().items.doubts()).reverse();
      expect(least).toEqual({ from: 0.03, items: 3, confidence: expect.closeTo((0.031 + 0.033 + 0.039) / 3) });
      expect(others.every(({ from }, at) => from > (at === 0 ? 0.03 : (others[at - 1]?.from as number)))).toBe(true);
      const columns = [{ site: 'doubt', column: 'open' }];
      expect(await store().items.leastSure(0.05, 9)).toMatchObject([
        { key: 'doubt.example/b', columns },
        { key: 'doubt.example/a', columns },
      ]);
      expect(await store().items.leastSure(0.05, 1)).toHaveLength(1);
      const titles = async (set: boolean) => (await store().columns.titles({ set, limit: 2 })).filter(({ site }) => site === 'doubt');
      expect(await titles(true)).toMatchObject([{ column: 'set', titles: { length: 1 } }]);
      expect(await titles(false)).toMatchObject([{ column: 'open', titles: { length: 2 } }]);
    });

    it('an item read again keeps its first sight, is replaced else, and keeps its text where none was read', async () => {
      const item = makeItem('again.example/a', { site: 'again' });
      await read(1, 'a', [item]);
      const changed = {
        ...item,
        title: '改了标题',
        outcome: 'not-modified' as const,
        etag: '"e2"',
        firstSeen: march(2),
        lastSeen: march(2),
      };
      await read(2, 'a', [changed], { items: [{ record: changed, text: null }] });
      expect(await all({ sites: ['again'] })).toMatchObject([{ title: '改了标题', etag: '"e2"', firstSeen: march(1), lastSeen: march(2) }]);
      expect(await store().items.text(item.key)).toBe(`${item.title}正文`);
      expect(await store().items.known([item.key, 'again.example/other'])).toEqual(
        new Map([[item.key, { title: '改了标题', outcome: 'not-modified', etag: '"e2"', lastModified: null, publishedOn: '2024-02-28' }]]),
      );
    });

    it('an item is last seen when a column last showed it', async () => {
      const item = makeItem('showing.example/a', { site: 'showing' });
      await read(1, 'a', [item]);
      await read(2, 'a', [], {
        reading: makeResult({ run: 'item-2', site: 'showing', column: 'a', at: march(2) }, []).reading,
        unchanged: true,
      });
      expect(await all({ sites: ['showing'] })).toMatchObject([{ lastSeen: march(2) }]);
    });

    it('an item that left a column and came back is listed by it once', async () => {
      const item = makeItem('returned.example/a', { site: 'returned' });
      const vanished = {
        reading: makeResult({ run: 'item-2', site: 'returned', column: 'a', at: march(2) }, []).reading,
        vanished: [item.key],
      };
      await read(1, 'a', [item]);
      await read(2, 'a', [], vanished);
      await store().columns.record(makeResult({ run: 'item-2', site: 'returned', column: 'a', at: march(3) }, [item]));
      expect(await store().items.sightings({ sites: ['returned'] })).toHaveLength(2);
      expect(await all({ sites: ['returned'] })).toMatchObject([{ columns: [{ site: 'returned', column: 'a' }], lastSeen: march(3) }]);
    });

    describe('of a column', () => {
      const item = (name: string, publishedOn: string | null) =>
        makeItem(`moments.example/${name}`, { site: 'moments', publishedOn, publishedAt: null });
      const names = (found: readonly { readonly item: string }[]) => found.map(({ item: key }) => key.slice('moments.example/'.length));
      const sightingOf = async (day: string, asOf: Date) => (await store().items.sightingOf('moments', 'a', day, asOf))?.item.slice(-1);

      beforeAll(async () => {
        await read(1, 'a', [item('a', '2024-02-20'), item('b', '2024-02-28'), item('c', '2024-02-28')]);
        await read(1, 'b', [item('d', '2024-02-28')]);
        const result = makeResult({ run: 'item-2', site: 'moments', column: 'a', at: march(3), asOf: march(2) }, [
          item('e', '2024-03-01'),
          item('f', null),
          item('a', '2024-02-20'),
        ]);
        await store().columns.record({ ...result, vanished: ['moments.example/b', 'moments.example/c'] });
      });

      it('the list is what is open now, in its order', async () => {
        const listed = await store().search.listed('moments', 'a', 10);
        expect(names(listed)).toEqual(['e', 'f', 'a']);
        expect(listed[2]).toMatchObject({ publishedOn: '2024-02-20', firstAsOf: march(1), lastSeen: march(3), goneSince: null });
        expect(names(await store().search.listed('moments', 'a', 2))).toEqual(['e', 'f']);
        expect(await store().search.countListed('moments', 'a')).toBe(3);
        expect(await store().search.countListed('moments', 'nowhere')).toBe(0);
      });

      it('what came after a moment comes newest first, and no more of it than was asked for', async () => {
        expect(names(await store().items.sightingsAfter('moments', 'a', march(1), 10))).toEqual(['e', 'f']);
        expect(names(await store().items.sightingsAfter('moments', 'a', march(1), 1))).toEqual(['e']);
        expect(names(await store().items.sightingsAfter('moments', 'a', new Date(0), 3))).toEqual(['e', 'f', 'b']);
        expect(await store().items.sightingsAfter('moments', 'a', march(2), 10)).toEqual([]);
      });

      it('what it listed at a moment is told by its day, as long as it was there then', async () => {
        expect(await sightingOf('2024-02-28', march(1))).toBe('b');
        expect(await sightingOf('2024-02-28', march(3))).toBeUndefined();
        expect(await sightingOf('2024-03-01', march(1))).toBeUndefined();
        expect(await sightingOf('2024-03-01', march(2))).toBe('e');
        expect(await sightingOf('2024-02-20', march(2))).toBe('a');
      });
    });

    it('an item whose page is gone is marked, and is there again when it is read again', async () => {
      const item = makeItem('removed.example/a', { site: 'removed' });
      await read(1, 'a', [item]);
      await store().items.markRemoved(item.key, march(2));
      expect(await all({ sites: ['removed'] })).toMatchObject([{ removedAt: march(2) }]);
      expect(await store().items.sightings({ sites: ['removed'] })).toMatchObject([{ removedAt: march(2) }]);
      await read(2, 'a', [{ ...item, lastSeen: march(2) }]);
      expect(await all({ sites: ['removed'] })).toMatchObject([{ removedAt: null }]);
    });

    it('the day in the row stands in where the page shows none', async () => {
      const item = makeItem('dayless.example/a', { site: 'dayless', publishedOn: null, outcome: 'unreachable' });
      await read(1, 'a', [item], { rows: [{ item: item.key, title: item.title, url: item.url, listedOn: '2024-02-02', position: 1 }] });
      expect(await store().items.sightings({ sites: ['dayless'] })).toMatchObject([{ publishedOn: '2024-02-02', outcome: 'unreachable' }]);
    });

    it('items come newest first, in batches that miss and repeat none, the undated ones last', async () => {
      const days = ['2024-02-03', '2024-02-02', '2024-02-01', null];
      const items = Array.from({ length: 1603 }, (_, n) =>
        makeItem(`many.example/${n}`, { site: 'many', publishedOn: days[n % 4] ?? null, publishedAt: null }),
      );
      await read(1, 'a', items);
      const found = await all({ sites: ['many'] });
      expect(new Set(found.map(({ key }) => key)).size).toBe(1603);
      expect(found).toHaveLength(1603);
      const order = found.map(({ publishedOn }) => publishedOn ?? '');
      expect(order).toEqual([...order].sort().reverse());
      expect(await all({ sites: ['many'], from: '2024-02-02', to: '2024-02-02' })).toHaveLength(401);
      expect(await all({ sites: ['many'], from: '2024-02-04' })).toHaveLength(0);
    });

    it('items and sightings are narrowed by site, unit, column and category; an empty list narrows nothing', async () => {
      const narrow = (name: string, unit: string, category: string) =>
        makeItem(`narrow.example/${name}`, { site: 'narrow', unit, category });
      await store().columns.save('narrow', [
        makeColumn('narrow', 'one', { unit: 'water' }),
        makeColumn('narrow', 'two', { unit: 'roads' }),
      ]);
      await read(1, 'one', [narrow('a', 'water', 'notices'), narrow('b', 'water', 'plans')]);
      await read(1, 'two', [narrow('b', 'water', 'plans'), narrow('c', 'roads', 'plans')]);
      const names = async (query: ItemQuery) => (await all({ sites: ['narrow'], ...query })).map(({ key }) => key.slice(-1)).sort();
      expect(await names({ units: ['water'] })).toEqual(['a', 'b']);
      expect(await names({ columns: ['two'] })).toEqual(['b', 'c']);
      expect(await names({ category: 'plans' })).toEqual(['b', 'c']);
      expect(await names({ category: 'plans', columns: ['one'], units: [] })).toEqual(['b']);
      const seen = async (query: ItemQuery) =>
        (await store().items.sightings({ sites: ['narrow'], ...query })).map(({ column, item }) => `${column} ${item.slice(-1)}`);
      expect(await seen({})).toEqual(['one a', 'one b', 'two b', 'two c']);
      expect(await seen({ units: ['roads'] })).toEqual(['two b', 'two c']);
      expect(await seen({ columns: ['one'], units: ['roads'] })).toEqual([]);
    });

    it('a row that shows another day keeps the one that it showed before, and until when', async () => {
      const item = makeItem('redated.example/a', { site: 'redated' });
      const row = (listedOn: string) => ({ rows: [{ item: item.key, title: item.title, url: item.url, listedOn, position: 1 }] });
      await read(1, 'a', [item], row('2024-01-05'));
      const seen = async () => (await store().items.sightings({ sites: ['redated'] }))[0];
      expect(await seen()).toMatchObject({ listedOn: '2024-01-05', listedBefore: null, redatedAsOf: null });
      await read(2, 'a', [{ ...item, lastSeen: march(2) }], row('2024-02-20'));
      const redated = { listedOn: '2024-02-20', listedBefore: '2024-01-05', shownUntil: march(1), redatedAsOf: march(2) };
      expect(await seen()).toMatchObject(redated);
      await read(2, 'a', [{ ...item, lastSeen: march(2) }], row('2024-02-20'));
      expect(await seen()).toMatchObject(redated);
    });

    it('an item that repeats its unit’s title and text of long before is met with the older one, and nothing else is', async () => {
      const text = '关于做好有关工作的通知正文。'.repeat(20);
      const put = (name: string, publishedOn: string, of = {}) =>
        makeItem(`again.test/${name}`, { site: 'reissue', unit: 'reissuer', title: '某通知', publishedOn, textHash: 'same', ...of });
      const all = [
        put('new', '2024-02-10'),
        put('old', '2023-05-04'),
        put('oldest', '2022-05-04'),
        put('near', '2024-02-01', { title: '另一通知' }),
        put('near-too', '2024-02-12', { title: '另一通知' }),
        put('of-another', '2024-02-11', { unit: 'another' }),
        put('other-text', '2024-02-11', { textHash: 'other' }),
      ];
      await read(1, 'a', all, { items: all.map((record) => ({ record, text })) });
      const short = [put('short-old', '2023-05-04', { textHash: 'short' }), put('short-new', '2024-02-10', { textHash: 'short' })];
      await read(1, 'b', short, { items: short.map((record) => ({ record, text: '本月无' })) });
      const found = await store().items.reissued({ from: '2024-01-01', to: '2024-12-31' });
      expect(found.map(({ newer, older }) => [newer.url, older.url])).toEqual([['http://again.test/new', 'http://again.test/oldest']]);
    });

    it('texts that were never looked at for personal data are given, and what a look told is kept', async () => {
      const item = makeItem('look.example/a', { site: 'look' });
      await read(1, 'a', [item]);
      expect((await store().items.unlooked(100_000)).map(({ key }) => key)).toContain(item.key);
      const personalData = [{ kind: 'id-number', certainty: 'sure', count: 1, masked: ['420111************'] }] as const;
      await store().items.keepLooks([{ key: item.key, personalData, text: '遮挡后' }]);
      expect((await store().items.unlooked(100_000)).map(({ key }) => key)).not.toContain(item.key);
      expect((await store().items.holdingPersonalData(10)).map(({ key }) => key)).toEqual([item.key]);
      expect(await store().items.text(item.key)).toBe('遮挡后');
      await store().items.keepLooks([{ key: item.key, personalData: [] }]);
      expect(await store().items.holdingPersonalData(10)).toEqual([]);
    });

    it('Chinese is searched without spaces, dictionary or care for case and width', async () => {
      const titled = (name: string, title: string) => makeItem(`search.example/${name}`, { site: 'search', title });
      await read(1, 'a', [
        titled('a', '广水市人民政府关于印发“十三五”规划的通知'),
        titled('b', '广水市2018年ＰＰＰ项目政府采购公告'),
        titled('c', '水库除险加固工程招标'),
      ]);
      const found = async (search: string) => (await all({ sites: ['search'], search })).map(({ key }) => key.slice(-1)).sort();
      expect(await found('广水市')).toEqual(['a', 'b']);
      expect(await found('政府 采购')).toEqual(['b']);
      expect(await found('政府规划')).toEqual([]);
      expect(await found('水')).toEqual(['a', 'b', 'c']);
      expect(await found('标')).toEqual(['c']);
      expect(await found('ppp')).toEqual(['b']);
      expect(await found('PP')).toEqual(['b']);
      expect(await found('〔2024〕5号')).toEqual(['a', 'b', 'c']);
      expect(await found("'); drop table \\ & | ! :*")).toEqual([]);
      expect(await found('，。！')).toEqual([]);
    });

    it('text that PostgreSQL cannot hold is held as far as it can', async () => {
      const nasty = makeItem('nasty.example/\u0000', {
        site: 'nasty',
        title: 'a\u0000b\ud800c\\u0000d "引号" \u0001 😀',
        reasons: ['\udc00'],
      });
      await read(1, 'a', [nasty], { items: [{ record: nasty, text: '正\u0000文' }] });
      const [found] = await all({ sites: ['nasty'] });
      expect(found).toMatchObject({ title: 'a\ufffdb\ufffdc\\u0000d "引号" \u0001 😀', reasons: ['\ufffd'] });
      expect(await store().items.text(found?.key ?? '')).toBe('正\ufffd文');
    });

    it('a column of twenty thousand rows is one transaction', async () => {
      const items = Array.from({ length: 20_000 }, (_, n) => makeItem(`big.example/${n}`, { site: 'big' }));
      await read(1, 'a', items);
      expect((await store().items.sightings({ sites: ['big'] })).length).toBe(20_000);
      expect((await store().items.known(items.map(({ key }) => key))).size).toBe(20_000);
    });
  });
}
