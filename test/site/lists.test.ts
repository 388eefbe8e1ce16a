import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { useAudits } from './audits.ts';
import { article, dayOf, framed, list, pager, rowsDown, titleOf } from './pages.ts';
import { openTown, type Town } from './town.ts';

const auditsOf = useAudits();
const NOTICES = ['{ id: tzgg, name: 通知公告, url: /tzgg/, category: notices }'];

function putUpArticles(town: Town, newest: number): void {
  for (let n = 1; n <= newest; n++) town.pages.set(`/tzgg/t${n}.html`, article(n));
}

async function aTown() {
  const town = await openTown();
  return { town, audits: auditsOf(town.url, NOTICES) };
}

describe('the pages of a list', () => {
  it('end where a site answers every page number with the same rows', async () => {
    const { town, audits } = await aTown();
    town.pages.set('/tzgg/', (request, response) => {
      const page = Number(new URL(request.url!, town.url).searchParams.get('page') ?? 1);
      const links = [1, 2, 3, page + 1].map((n) => `<a href="/tzgg/?page=${n}">${n}</a>`).join(' ');
      response.end(framed(list(rowsDown(20, 1), `<div class="page">${links} <a href="/tzgg/?page=${page + 1}">下一页</a></div>`)));
    });
    putUpArticles(town, 20);
    const { column, crawled } = await audits.audit();
    expect(column('tzgg')).toMatchObject({ items: 20, status: 'fresh' });
    expect(crawled.get('tzgg')!.complete).toBe(true);
    expect(town.asked.filter((line) => line.includes('/tzgg/?page=')).length).toBeLessThanOrEqual(2);
  });

  it('end at an empty page behind the last row', async () => {
    const { town, audits } = await aTown();
    town.pages.set('/tzgg/', framed(list(rowsDown(30, 11), pager(3))));
    town.pages.set('/tzgg/index_1.html', framed(list(rowsDown(10, 1), pager(3))));
    town.pages.set('/tzgg/index_2.html', framed(`<div class="list"><ul></ul></div><p>暂无信息</p>${pager(3)}`));
    putUpArticles(town, 30);
    const { crawled } = await audits.audit();
    expect(crawled.get('tzgg')).toMatchObject({ complete: true, unreadPages: [], listed: 30 });
  });

  it('are no calendar', async () => {
    const { town, audits } = await aTown();
    const days = Array.from({ length: 31 }, (_, day) => `<td><a href="/tzgg/?date=2024-01-${day + 1}">${day + 1}</a></td>`).join('');
    town.pages.set(
      '/tzgg/',
      framed(
        `${list(rowsDown(20, 1))}<table class="calendar"><caption><a href="/tzgg/?month=2023-12">上月</a> 2024年1月 <a href="/tzgg/?month=2024-02">下月</a></caption><tr>${days}</tr></table>`,
      ),
    );
    putUpArticles(town, 20);
    const { column } = await audits.audit();
    expect(column('tzgg').items).toBe(20);
    expect(town.asked.filter((line) => /date=|month=/.test(line))).toEqual([]);
  });

  it('are reported where one cannot be read, and the ones behind it are read all the same', async () => {
    const { town, audits } = await aTown();
    for (const page of [0, 1, 2, 3])
      town.pages.set(page === 0 ? '/tzgg/' : `/tzgg/index_${page}.html`, framed(list(rowsDown(40 - page * 10, 31 - page * 10), pager(4))));
    town.pages.set('/tzgg/index_1.html', (_, response) => response.writeHead(500).end());
    putUpArticles(town, 40);
    const first = await audits.audit();
    expect(first.column('tzgg')).toMatchObject({ items: 30, status: 'fresh' });
    const [finding] = first.result.findings.filter(({ kind }) => kind === 'pages-unread');
    expect(finding!.evidence).toContain(`${town.url}tzgg/index_1.html`);
    town.pages.set('/tzgg/', framed(list(rowsDown(41, 31), pager(4))));
    town.pages.set('/tzgg/t41.html', article(41));
    town.pages.set('/tzgg/index_1.html', framed(list(rowsDown(30, 21), pager(4))));
    const second = await audits.audit();
    expect(second.column('tzgg').items).toBe(41);
    expect(second.result.findings.filter(({ kind }) => kind === 'pages-unread')).toEqual([]);
  });

  it('are asked for again where they could not be read, although the first page stays as it is', async () => {
    const { town, audits } = await aTown();
    for (const page of [0, 1, 2, 3])
      town.pages.set(page === 0 ? '/tzgg/' : `/tzgg/index_${page}.html`, framed(list(rowsDown(40 - page * 10, 31 - page * 10), pager(4))));
    town.pages.set('/tzgg/index_2.html', (_, response) => response.writeHead(500).end());
    putUpArticles(town, 40);
    await audits.audit();
    town.pages.set('/tzgg/index_2.html', framed(list(rowsDown(20, 11), pager(4))));
    town.askedSince();
    const second = await audits.audit();
    const asked = town.askedSince().filter((line) => !line.includes('/tzgg/t'));
    expect(asked.slice(0, 2)).toEqual(['GET /tzgg/', 'GET /tzgg/index_2.html']);
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(second.column('tzgg').items).toBe(40);
    expect(second.crawled.get('tzgg')).toMatchObject({ complete: true, unreadPages: [] });
    town.askedSince();
    await audits.audit();
    expect(town.askedSince()).toEqual(['GET /tzgg/ (conditional)']);
  });

  it('are had of an API that is posted to and counts no records, until it has no more', async () => {
    const { town, audits } = await aTown();
    town.pages.set(
      '/tzgg/',
      framed(
        `<div id="rows"></div><script>$.ajax({ url: '/api/article/list', type: 'post', data: { channel: 7, pageNo: 1, pageSize: 10 }, success: draw });</script>`,
      ),
    );
    town.pages.set('/api/article/list', (_, response, body) => {
      const page = Number(new URLSearchParams(body).get('pageNo'));
      const rows =
        page > 3
          ? []
          : rowsDown(40 - page * 10, 31 - page * 10).map(({ n }) => ({
              title: titleOf(n),
              url: `/tzgg/t${n}.html`,
              publishDate: dayOf(n),
            }));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ code: 0, data: rows }));
    });
    putUpArticles(town, 30);
    const { column, crawled } = await audits.audit();
    expect(column('tzgg')).toMatchObject({ items: 30, status: 'fresh' });
    expect(crawled.get('tzgg')).toMatchObject({ via: 'api', complete: true, unreadPages: [] });
  });
});

describe('the rows of a list', () => {
  it('are read in GBK, which only a meta tag names', async () => {
    const { town, audits } = await aTown();
    town.pages.set('/tzgg/', iconv.encode(framed(list(rowsDown(12, 1)), { charset: 'gb2312' }), 'gbk'));
    for (let n = 1; n <= 12; n++)
      town.pages.set(`/tzgg/t${n}.html`, iconv.encode(article(n).replace('charset="utf-8"', 'charset="gb2312"'), 'gbk'));
    const { column } = await audits.audit();
    expect(column('tzgg')).toMatchObject({ items: 12, lastPublished: dayOf(12) });
    const items = await audits.items();
    expect(items.map((item) => item.title).sort()).toEqual(
      rowsDown(12, 1)
        .map(({ n }) => titleOf(n))
        .sort(),
    );
    expect(items[0]!.source).toBe('市水利局办公室');
  });

  it('take the year of their neighbours where these leave only one', async () => {
    const { town, audits } = await aTown();
    const rows = rowsDown(60, 41).map((row) => (row.n === 50 ? { ...row, day: dayOf(50).slice(5) } : row));
    town.pages.set('/tzgg/', framed(list(rows)));
    putUpArticles(town, 60);
    town.pages.delete('/tzgg/t50.html');
    const { crawled, result } = await audits.audit();
    expect(crawled.get('tzgg')!.rows.find((row) => row.url!.endsWith('t50.html'))!.listedOn).toBe(dayOf(50));
    expect(result.totals).toEqual({ items: 20, undated: 0 });
  });

  it('take the year of the item where no row shows one, also across the turn of the year', async () => {
    const { town, audits } = await aTown();
    const rows = rowsDown(10, 1).map((row) => ({ ...row, day: `[${dayOf(row.n).slice(5)}]` }));
    town.pages.set('/tzgg/', framed(list([{ n: 11, day: '[12-31]' }, ...rows])));
    putUpArticles(town, 10);
    town.pages.set('/tzgg/t11.html', article(11, { day: '2024-01-01' }));
    const { column } = await audits.audit();
    expect(column('tzgg')).toMatchObject({ items: 11, lastPublished: dayOf(10) });
    const items = await audits.items();
    expect(items.find((item) => item.url.endsWith('/t11.html'))).toMatchObject({ publishedOn: '2023-12-31', publishedSource: 'list' });
  });

  it('have no day where neither neighbours nor the item tell the year', async () => {
    const { town, audits } = await aTown();
    town.pages.set('/tzgg/', framed(list(rowsDown(10, 1).map((row) => ({ ...row, day: `[${dayOf(row.n).slice(5)}]` })))));
    for (let n = 1; n <= 10; n++)
      town.pages.set(`/tzgg/t${n}.html`, framed(`<h1>${titleOf(n)}</h1><p>${'各有关单位要认真贯彻落实通知要求。'.repeat(12)}</p>`));
    const { column, result } = await audits.audit();
    expect(column('tzgg')).toMatchObject({ items: 0, lastPublished: null, status: 'unknown', reason: 'undated' });
    expect(result.totals).toEqual({ items: 0, undated: 10 });
  });

  it('that lead to other sites and to files are items, and nothing is asked for', async () => {
    const { town, audits } = await aTown();
    const abroad = { n: 19, href: `http://localhost:${town.port}/elsewhere/t19.html` };
    const file = { n: 18, href: '/files/plan.pdf' };
    town.pages.set('/tzgg/', framed(list([{ n: 20 }, abroad, file, ...rowsDown(17, 1)])));
    putUpArticles(town, 20);
    const { column } = await audits.audit();
    expect(column('tzgg')).toMatchObject({ items: 20, lastPublished: dayOf(20) });
    expect(town.asked.filter((line) => /elsewhere|plan/.test(line))).toEqual([]);
    const items = await audits.items();
    expect(items.find((item) => item.url === abroad.href)).toMatchObject({ publishedOn: dayOf(19), outcome: null });
    expect(items.find((item) => item.url.endsWith('/plan.pdf'))).toMatchObject({ publishedOn: dayOf(18), outcome: null });
  });
});

describe('a column', () => {
  it('that holds nothing is blank from the start', async () => {
    const { town, audits } = await aTown();
    town.pages.set('/tzgg/', framed('<div class="list"><ul></ul></div><p>暂无信息</p>'));
    for (const look of [1, 2]) {
      const { column } = await audits.audit();
      expect([look, column('tzgg').status]).toEqual([look, 'blank']);
    }
  });

  it('that shows no list and no sign of a blank one is unknown, not blank', async () => {
    const { town, audits } = await aTown();
    town.pages.set('/tzgg/', framed('<div id="app"></div><script src="/app.js"></script>'));
    expect((await audits.audit()).column('tzgg')).toMatchObject({ status: 'unknown', reason: 'unreadable' });
  });

  it('is redesigned: known titles under new addresses are the same column, and nothing was removed', async () => {
    const { town, audits } = await aTown();
    town.pages.set('/tzgg/', framed(list(rowsDown(20, 1))));
    putUpArticles(town, 20);
    await audits.audit();
    town.pages.clear();
    const rows = rowsDown(20, 1).map(
      ({ n }) => `<tr><td><a href="/content/${9000 + n}.html">${titleOf(n)}</a></td><td>${dayOf(n)}</td></tr>`,
    );
    town.pages.set('/tzgg/', framed(`<table class="new">${rows.join('')}</table>`));
    for (let n = 1; n <= 20; n++) town.pages.set(`/content/${9000 + n}.html`, article(n));
    const { column, result, crawled } = await audits.audit();
    expect(crawled.get('tzgg')!.outcome).toBe('ok');
    expect(column('tzgg')).toMatchObject({ status: 'fresh', items: 20, lastPublished: dayOf(20) });
    expect(result.findings.map(({ kind }) => kind)).not.toContain('removed');
  });

  it.each([
    ['its list is gone', framed('<div id="app"></div><script src="/app.js"></script>')],
    ['it looks blank', framed('<div class="list"><ul></ul></div><p>暂无信息</p>')],
    [
      'it shows another, older list',
      framed(
        list([1, 2, 3, 4, 5].map((n) => ({ n, title: `城区第${n}号便民服务网点地址公示`, href: `/x/${n}.html`, day: `2019-03-0${n}` }))),
      ),
    ],
    ['it turns into a page of the firewall', '<html><head><title>访问被拦截</title></head><body>您的请求疑似攻击行为</body></html>'],
  ])('that was read before is never blank or overdue when %s, and keeps its last good state', async (_, page) => {
    const { town, audits } = await aTown();
    town.pages.set('/tzgg/', framed(list(rowsDown(20, 1))));
    putUpArticles(town, 20);
    await audits.audit();
    town.pages.set('/tzgg/', page);
    const broken = await audits.audit({ asOf: '2025-06-01' });
    expect(broken.column('tzgg').status).toBe('unknown');
    expect(broken.column('tzgg').lastPublished).toBe(dayOf(20));
    expect(broken.result.totals.items).toBe(20);
    town.pages.set('/tzgg/', framed(list(rowsDown(21, 1))));
    town.pages.set('/tzgg/t21.html', article(21));
    expect((await audits.audit()).column('tzgg')).toMatchObject({ status: 'fresh', lastPublished: dayOf(21) });
  });
});
