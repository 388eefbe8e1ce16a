import { describe, expect, it } from 'vitest';
import { useAudits } from './audits.ts';
import { article, dayOf, framed, list, pager, rowsDown } from './pages.ts';
import { openTown, type Town } from './town.ts';

const auditsOf = useAudits();
const NOTICES = ['{ id: tzgg, name: 通知公告, url: /tzgg/, category: notices }'];

function putUp(town: Town, newest: number, perPage = 10): void {
  const pages = Math.ceil(newest / perPage);
  for (let page = 0; page < pages; page++) {
    const rows = rowsDown(newest - page * perPage, Math.max(1, newest - page * perPage - perPage + 1));
    town.pages.set(page === 0 ? '/tzgg/' : `/tzgg/index_${page}.html`, framed(list(rows, pager(pages))));
  }
  for (let n = 1; n <= newest; n++) town.pages.set(`/tzgg/t${n}.html`, article(n));
}

describe('a crawl that is stopped', () => {
  it('among the items keeps what was read, and the next one asks for none of it again', async () => {
    const town = await openTown();
    putUp(town, 40);
    const audits = auditsOf(town.url, NOTICES);
    const stop = new AbortController();
    let items = 0;
    const cut = await audits.audit({ signal: stop.signal, watch: (event) => event.kind === 'item' && ++items === 15 && stop.abort() });
    expect(cut.run.state).toBe('interrupted');
    expect(cut.column('tzgg').status).toBe('unknown');
    const kept = (await audits.items()).map((item) => item.url.slice(town.url.length - 1));
    expect(kept.length).toBeGreaterThanOrEqual(15);
    town.askedSince();
    const { column, run } = await audits.audit();
    const again = town.askedSince();
    for (const path of kept) expect(again).not.toContain(`GET ${path}`);
    expect(again).toHaveLength(4 + 40 - kept.length);
    expect(run.id).toBe(cut.run.id);
    expect(column('tzgg')).toMatchObject({ items: 40, status: 'fresh' });
  });

  it('among the pages of a list that was read before leaves no gap behind its news', async () => {
    const town = await openTown();
    putUp(town, 20);
    const audits = auditsOf(town.url, NOTICES);
    await audits.audit();
    putUp(town, 45);
    const stop = new AbortController();
    await audits.audit({ signal: stop.signal, watch: (event) => event.kind === 'list-page' && stop.abort() });
    expect((await audits.audit()).column('tzgg')).toMatchObject({ items: 45, lastPublished: dayOf(45) });
  });

  it('leaves the columns that it has not come to without a verdict', async () => {
    const town = await openTown();
    putUp(town, 20);
    const columns = Array.from(
      { length: 6 },
      (_, index) => `{ id: c${index}, name: 通知公告${index}, url: "/tzgg/?c=${index}", category: notices }`,
    );
    const audits = auditsOf(town.url, columns);
    const stop = new AbortController();
    const { result } = await audits.audit({ signal: stop.signal, watch: (event) => event.kind === 'column' && stop.abort() });
    const statuses = result.columns.map(({ status }) => status);
    expect(statuses.filter((status) => status === 'unknown').length).toBeGreaterThanOrEqual(3);
    expect(statuses.filter((status) => status === 'overdue' || status === 'blank')).toEqual([]);
  });
});

describe('a site that does not answer', () => {
  it('is not waited for column by column', async () => {
    const town = await openTown();
    const columns = Array.from(
      { length: 12 },
      (_, index) => `{ id: c${index}, name: 通知公告${index}, url: "/c${index}/", category: notices }`,
    );
    for (let index = 0; index < 12; index++) town.pages.set(`/c${index}/`, () => undefined);
    town.pages.set('/', framed(''));
    const audits = auditsOf(town.url, columns, { timeoutSeconds: 1 });
    const began = Date.now();
    const { result, crawled } = await audits.audit();
    expect(Date.now() - began).toBeLessThan(60_000);
    expect(new Set([...crawled.values()].map(({ outcome }) => outcome))).toEqual(new Set(['timeout']));
    expect([...crawled.values()].filter(({ detail }) => detail?.zh.includes('不再逐栏等待')).length).toBeGreaterThanOrEqual(7);
    for (const column of result.columns) expect(column).toMatchObject({ status: 'unknown', reason: 'unreachable' });
    expect(result.sites[0]!.status).toBe('unreachable');
  }, 90_000);

  it('in one column only is still asked for the others', async () => {
    const town = await openTown();
    putUp(town, 10);
    const columns = ['/dead1/', '/tzgg/', '/dead2/', '/dead3/', '/dead4/', '/tzgg/index.html'].map(
      (url, index) => `{ id: c${index}, name: 通知公告${index}, url: ${url}, category: notices }`,
    );
    town.pages.set('/tzgg/index.html', town.pages.get('/tzgg/')!);
    for (const n of [1, 2, 3, 4]) town.pages.set(`/dead${n}/`, (_, response) => response.destroy());
    const { column, result } = await auditsOf(town.url, columns, { timeoutSeconds: 20 }).audit();
    expect([column('c1').status, column('c5').status]).toEqual(['fresh', 'fresh']);
    expect(column('c4')).toMatchObject({ status: 'unknown', reason: 'unreachable' });
    expect(result.sites[0]!.status).toBe('partial');
  });
});

describe('a site that forbids', () => {
  it('a section in its robots.txt gets that column forbidden and the others read', async () => {
    const town = await openTown();
    putUp(town, 10);
    town.pages.set('/robots.txt', 'User-agent: *\nDisallow: /nb/\n');
    const columns = [...NOTICES, '{ id: nb, name: 内部资料, url: /nb/, category: notices }'];
    const { column, result } = await auditsOf(town.url, columns).audit();
    expect(column('tzgg').status).toBe('fresh');
    expect(column('nb')).toMatchObject({ status: 'unknown', reason: 'forbidden' });
    expect(town.asked).not.toContain('GET /nb/');
    expect(result.sites[0]!.status).toBe('partial');
  });
});
