import { describe, expect, it } from 'vitest';
import type { CrawlSettings } from '../../src/model/estate.ts';
import { useAudits } from './audits.ts';
import { article, dayOf, framed, list, pager, rowsDown, titleOf } from './pages.ts';
import { openTown, type Town, type TownOptions } from './town.ts';

const auditsOf = useAudits();
const NOTICES = ['{ id: tzgg, name: 通知公告, url: /tzgg/, category: notices }'];
const PAGE = 20;

/** Puts up the list /tzgg/ with items newest down to 1, on pages of twenty. */
function putUp(town: Town, newest: number, { articles = true } = {}): void {
  const pages = Math.ceil(newest / PAGE);
  for (let page = 0; page < pages; page++) {
    const rows = rowsDown(newest - page * PAGE, Math.max(1, newest - page * PAGE - PAGE + 1));
    town.pages.set(page === 0 ? '/tzgg/' : `/tzgg/index_${page}.html`, framed(list(rows, pager(pages))));
  }
  if (articles) for (let n = 1; n <= newest; n++) town.pages.set(`/tzgg/t${n}.html`, article(n));
}

async function aListOf(newest: number, crawl: Partial<CrawlSettings> = {}, options: TownOptions = {}) {
  const town = await openTown(options);
  town.pages.set('/', framed(list(rowsDown(3, 1))));
  putUp(town, newest);
  return { town, audits: auditsOf(town.url, NOTICES, crawl) };
}

describe('a first crawl', () => {
  it('reads every page of a list and every item once', async () => {
    const { town, audits } = await aListOf(60);
    const { column, result } = await audits.audit();
    expect(column('tzgg')).toMatchObject({ items: 60, lastPublished: '2024-02-29', status: 'fresh' });
    expect(result.findings.filter((finding) => finding.kind === 'pages-unread')).toEqual([]);
    const asked = town.askedSince();
    expect(asked).toHaveLength(63);
    expect(new Set(asked).size).toBe(63);
  });

  it('stops at the limit and says so, then and ever after', async () => {
    const { town, audits } = await aListOf(60, { maxPagesPerColumn: 2 });
    for (const look of ['first', 'same night', 'with news']) {
      if (look === 'with news') putUp(town, 61);
      const { crawled, result, column } = await audits.audit();
      expect([look, crawled.get('tzgg')!.complete]).toEqual([look, false]);
      expect(result.findings.map((finding) => finding.kind)).toContain('pages-unread');
      expect(column('tzgg').status).toBe('fresh');
    }
    expect(town.asked.filter((line) => line.includes('index_2'))).toEqual([]);
  });
});

describe('a later crawl', () => {
  it('costs one conditional request where nothing changed', async () => {
    const { town, audits } = await aListOf(45);
    const first = await audits.audit();
    town.askedSince();
    const second = await audits.audit();
    expect(town.askedSince()).toEqual(['GET /tzgg/ (conditional)']);
    expect(second.result.totals).toEqual(first.result.totals);
    expect(second.column('tzgg')).toMatchObject({ status: 'fresh', items: 45 });
  });

  it('costs one request where nothing changed and the site knows no validators', async () => {
    const { town, audits } = await aListOf(45, {}, { validators: false });
    await audits.audit();
    town.askedSince();
    const { crawled } = await audits.audit();
    expect(town.askedSince()).toEqual(['GET /tzgg/']);
    expect(crawled.get('tzgg')!.unchanged).toBe(true);
  });

  it('costs the list and the item where one is new, however many pages follow', async () => {
    const { town, audits } = await aListOf(60);
    await audits.audit();
    town.askedSince();
    for (const newest of [61, 62, 65]) {
      const before = newest === 65 ? 62 : newest - 1;
      putUp(town, newest);
      const { column } = await audits.audit();
      const fresh = Array.from({ length: newest - before }, (_, index) => `GET /tzgg/t${newest - index}.html`);
      expect(town.askedSince().sort()).toEqual(['GET /tzgg/ (conditional)', ...fresh].sort());
      expect(column('tzgg')).toMatchObject({ items: newest, lastPublished: dayOf(newest) });
    }
  });

  it('goes on to the second page where all of the first is new', async () => {
    const { town, audits } = await aListOf(40);
    await audits.audit();
    putUp(town, 65);
    const { column, crawled } = await audits.audit({ asOf: '2024-03-12' });
    expect(column('tzgg').items).toBe(65);
    expect(crawled.get('tzgg')!.items).toHaveLength(25);
  });

  it('asks for an item again whose title or day changed in the list', async () => {
    const { town, audits } = await aListOf(20);
    await audits.audit();
    town.askedSince();
    const rows = rowsDown(20, 1).map((row) =>
      row.n === 15 ? { ...row, title: `${titleOf(15)}（更正）` } : row.n === 12 ? { ...row, day: '2024-01-20' } : row,
    );
    town.pages.set('/tzgg/', framed(list(rows)));
    town.pages.set('/tzgg/t15.html', article(15, { title: `${titleOf(15)}（更正）` }));
    const { result } = await audits.audit();
    expect(town.askedSince().sort()).toEqual(['GET /tzgg/ (conditional)', 'GET /tzgg/t12.html', 'GET /tzgg/t15.html']);
    expect(result.totals.items).toBe(20);
    const items = await audits.items();
    expect(items.find((item) => item.url.endsWith('/t15.html'))!.title).toBe(`${titleOf(15)}（更正）`);
    expect(items.find((item) => item.url.endsWith('/t12.html'))!.publishedOn).toBe('2024-01-20');
  });

  it('asks again for items that the site failed to answer for, although the list is unchanged', async () => {
    const { town, audits } = await aListOf(45);
    const rows = rowsDown(45, 26).map((row) => ({ ...row, day: '' }));
    town.pages.set('/tzgg/', framed(list(rows, pager(3))));
    town.pages.set('/tzgg/t3.html', (_, response) => response.writeHead(503).end('busy'));
    town.pages.set('/tzgg/t44.html', (_, response) => response.writeHead(500).end('oops'));
    await audits.audit();
    for (const n of [3, 44]) town.pages.set(`/tzgg/t${n}.html`, article(n));
    town.askedSince();
    const { result } = await audits.audit();
    expect(town.askedSince().sort()).toEqual(['GET /tzgg/ (conditional)', 'GET /tzgg/t3.html', 'GET /tzgg/t44.html']);
    expect(result.totals).toEqual({ items: 45, undated: 0 });
    await audits.audit();
    expect(town.askedSince()).toEqual(['GET /tzgg/ (conditional)']);
  });

  it('is not misled by old items pinned on top, and asks for nothing because of them', async () => {
    const { town, audits } = await aListOf(60);
    await audits.audit();
    town.askedSince();
    town.pages.set('/tzgg/', framed(list([{ n: 7 }, { n: 30 }, ...rowsDown(60, 43)], pager(3))));
    const { column, result } = await audits.audit();
    expect(town.askedSince()).toEqual(['GET /tzgg/ (conditional)']);
    expect(column('tzgg')).toMatchObject({ items: 60, lastPublished: dayOf(60), status: 'fresh' });
    expect(result.findings.map((finding) => finding.kind)).not.toContain('removed');
  });

  it('reads all of a list whose news come on its last page', async () => {
    const town = await openTown();
    const putUpOldestFirst = (newest: number) => {
      const rows = rowsDown(newest, 1).reverse();
      town.pages.set('/tzgg/', framed(list(rows.slice(0, PAGE), pager(2))));
      town.pages.set('/tzgg/index_1.html', framed(list(rows.slice(PAGE), pager(2))));
      for (let n = 1; n <= newest; n++) town.pages.set(`/tzgg/t${n}.html`, article(n));
    };
    putUpOldestFirst(38);
    const audits = auditsOf(town.url, NOTICES);
    expect((await audits.audit()).column('tzgg')).toMatchObject({ items: 38, lastPublished: dayOf(38) });
    putUpOldestFirst(40);
    expect((await audits.audit()).column('tzgg')).toMatchObject({ items: 40, lastPublished: dayOf(40) });
  });
});

describe('an item that is no longer listed', () => {
  it('is removed where its own page is gone', async () => {
    const { town, audits } = await aListOf(60);
    await audits.audit();
    town.askedSince();
    town.pages.set(
      '/tzgg/',
      framed(
        list(
          rowsDown(60, 40).filter(({ n }) => n !== 50),
          pager(3),
        ),
      ),
    );
    town.pages.delete('/tzgg/t50.html');
    const { result, column } = await audits.audit();
    expect(town.askedSince()).toEqual(['GET /tzgg/ (conditional)', 'GET /tzgg/t50.html']);
    expect(result.findings.filter((finding) => finding.kind === 'removed').map((finding) => finding.subject.url)).toEqual([
      `${town.url}tzgg/t50.html`,
    ]);
    expect((await audits.items()).filter((item) => item.removedAt !== null).map((item) => item.title)).toEqual([titleOf(50)]);
    expect(column('tzgg').status).toBe('fresh');
  });

  it('is not removed where it only moved down or its page still opens', async () => {
    const { town, audits } = await aListOf(60);
    await audits.audit();
    const moved = [...rowsDown(60, 40).filter(({ n }) => n !== 50)];
    town.pages.set('/tzgg/', framed(list(moved, pager(3))));
    const { result } = await audits.audit();
    expect(result.findings.map((finding) => finding.kind)).not.toContain('removed');
    expect(result.totals.items).toBe(60);
  });
});
