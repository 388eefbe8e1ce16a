import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Discovery, discover } from '../../crawlers/discovery/discover.ts';
import { type Door, openDoor } from '../../crawlers/door/door.ts';
import { openReaderPool } from '../../crawlers/reading/reader-pool.ts';
import { defaultCrawl } from '../../src/config/load.ts';
import { systemClock } from '../../src/model/clock.ts';
import type { Unit } from '../../src/model/estate.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { gongkaiHere } from '../cli/estate.ts';
import { article, framed, list, pager, type Row, rowsDown } from '../site/pages.ts';
import { openTown, scratchFolder, type Town } from '../site/town.ts';

const UNITS: Unit[] = [
  { id: 'water', name: '市水利局', kind: 'department' },
  { id: 'finance', name: '市财政局', kind: 'department' },
  { id: 'east', name: '城东区管委会', kind: 'other' },
  { id: 'west', name: '城西区管委会', kind: 'other' },
  { id: 'yingshan', name: '应山街道办事处', kind: 'township' },
  { id: 'changling', name: '长岭镇', kind: 'township' },
];

const folder = scratchFolder('discover');
let door: Door;
const readers = openReaderPool();
beforeAll(() => {
  door = openDoor({ clock: systemClock, randomness: systemRandomness });
});
afterAll(async () => {
  await door.close();
  await readers.close();
});

function look(
  town: Town,
  { maxPages = 100, units = UNITS, reading = readers, signal = new AbortController().signal } = {},
): Promise<Discovery> {
  const settings = { ...defaultCrawl(), requestsPerSecond: 0, concurrency: 4, timeoutSeconds: 5, allowPrivateNetworks: true };
  return discover(town.url, {
    door,
    readers: reading,
    settings,
    units,
    signal,
    maxPages,
    progress: () => undefined,
  });
}

/** A home page with a menu of links, `[address, words]`. */
function home(town: Town, links: readonly (readonly [string, string])[], more = ''): void {
  const menu = links.map(([url, words]) => `<li><a href="${url}">${words}</a></li>`).join('');
  town.pages.set(
    '/',
    `<html><head><meta charset="utf-8"><title>清源市水利局</title></head><body><ul class="menu">${menu}</ul>${more}</body></html>`,
  );
}

/** Puts a column's list up with rows of its own. */
function column(town: Town, folder: string, name: string, rows: readonly Row[] = rowsDown(8, 1), { path = '', below = '' } = {}): void {
  town.pages.set(folder, framed(list(rows, below, folder), { name, path }));
}

const named = (found: Discovery) => found.columns.map(({ name, url }) => [name, new URL(url).pathname]);

describe('columns are found', () => {
  it('in menus and menus below them, each with its path', async () => {
    const town = await openTown();
    home(town, [['/zwgk/', '政务公开']]);
    town.pages.set(
      '/zwgk/',
      framed('<ul class="side"><li><a href="/zwgk/tzgg/">通知公告</a></li><li><a href="/zwgk/cz/">财政信息</a></li></ul>', {
        name: '政务公开',
      }),
    );
    town.pages.set(
      '/zwgk/cz/',
      framed('<ul class="side"><li><a href="/zwgk/cz/ys/">部门预算</a></li></ul>', { name: '财政信息', path: '政务公开 &gt; ' }),
    );
    column(town, '/zwgk/tzgg/', '通知公告', rowsDown(20, 13), { path: '<a href="/zwgk/">政务公开</a> &gt; ' });
    column(town, '/zwgk/cz/ys/', '部门预算', rowsDown(12, 1), {
      path: '<a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/cz/">财政信息</a> &gt; ',
    });
    const found = await look(town);
    expect(found.columns.map(({ path, items }) => [path.join('>'), items])).toEqual([
      ['政务公开>通知公告', 8],
      ['政务公开>财政信息>部门预算', 12],
    ]);
    expect([found.outcome, found.left]).toEqual(['ok', 0]);
  });

  it('behind 更多, by the heading beside it', async () => {
    const town = await openTown();
    home(
      town,
      [],
      `<div class="box"><h3>工作动态 <a href="/gzdt/" class="more">更多&gt;&gt;</a></h3>${list(rowsDown(4, 1), '', '/gzdt/')}</div>`,
    );
    town.pages.set('/gzdt/', framed(list(rowsDown(10, 1), '', '/gzdt/'), { name: '工作动态' }).replace(/当前位置：.*?<\/div>/, '</div>'));
    expect(named(await look(town))).toEqual([['工作动态', '/gzdt/']]);
  });

  it('behind pages that only send on, and in menus that scripts write', async () => {
    const town = await openTown();
    home(town, [['/zwgk/', '政务公开']]);
    town.pages.set('/zwgk/', '<html><head><meta http-equiv="refresh" content="0; url=/zwgk/tzgg/"></head><body></body></html>');
    column(town, '/zwgk/tzgg/', '通知公告', rowsDown(20, 11), {
      below: `<script>document.write('<a href="/zwgk/zcjd/">政策解读</a>');</script>`,
    });
    column(town, '/zwgk/zcjd/', '政策解读', rowsDown(9, 1));
    expect(named(await look(town))).toEqual([
      ['通知公告', '/zwgk/tzgg/'],
      ['政策解读', '/zwgk/zcjd/'],
    ]);
  });

  it('of sub-sites under one host, and never of other sites', async () => {
    const town = await openTown();
    const other = await openTown();
    column(other, '/tzgg/', '通知公告');
    home(town, [
      ['/slj/', '市水利局'],
      [`${other.url}tzgg/`, '外站公告'],
      ['http://www.gov.cn/', '中国政府网'],
    ]);
    town.pages.set('/slj/', framed('<ul><li><a href="/slj/dt/">水利动态</a></li></ul>', { name: '市水利局' }));
    column(town, '/slj/dt/', '水利动态');
    expect(named(await look(town))).toEqual([['水利动态', '/slj/dt/']]);
    expect(other.asked).toEqual([]);
  });

  it('in maps of a picture, in menus that a script holds as data, behind clicks and in frames', async () => {
    const town = await openTown();
    home(
      town,
      [],
      `<map><area shape="rect" coords="0,0,9,9" href="/dt/" alt="水利动态"></map>
       <script>var menu=[{"name":"公示公告","url":"/gs/"}]; draw(menu);</script>
       <div onclick="location.href='/hd/'">活动预告</div><iframe src="/left.html"></iframe>`,
    );
    town.pages.set('/left.html', '<html><body><a href="/zp/" target="main">事业单位公开招聘信息发布专栏及公示</a></body></html>');
    column(town, '/dt/', '水利动态', rowsDown(8, 1));
    column(town, '/gs/', '公示公告', rowsDown(20, 11));
    column(town, '/hd/', '活动预告', rowsDown(30, 22));
    column(town, '/zp/', '招聘公示', rowsDown(40, 33));
    expect(named(await look(town)).map(([, url]) => url)).toEqual(['/dt/', '/hd/', '/gs/', '/zp/']);
  });

  it('with the path that a list of steps shows, whatever draws the signs between them', async () => {
    const town = await openTown();
    home(town, [['/gk/sj/list.shtml', '数据开放']]);
    const steps =
      '<ol class="breadcrumb"><li><a href="/">首页</a></li><li><a href="/gk/">公开</a></li><li class="active">数据开放</li></ol>';
    town.pages.set(
      '/gk/sj/list.shtml',
      framed(steps + list(rowsDown(8, 1), '', '/gk/sj/'), { name: '数据开放' }).replace(/<div class="path">.*?<\/div>/, ''),
    );
    expect((await look(town)).columns).toMatchObject([{ path: ['公开', '数据开放'] }]);
  });

  it('that only the tree of a single page names, their rows had from its API', async () => {
    const town = await openTown();
    home(town, [['/gkmlpt/index', '政府信息公开平台']]);
    const leaf = (id: number, name: string) => ({ id, pid: 1, name, children: [] });
    const tree = [{ id: 1, name: '法定主动公开内容', children: [leaf(20138, '通知公告'), leaf(20139, '规划计划')] }];
    town.pages.set(
      '/gkmlpt/index',
      `<html><head><title>政府信息公开平台</title></head><body><div id="app"></div><script>window._CONFIG = { SID: '217', TREE: ${JSON.stringify(tree)} };</script></body></html>`,
    );
    for (const [id, rows] of [
      [20138, 3],
      [20139, 2],
    ] as const) {
      const articles = Array.from({ length: rows }, (_, n) => ({
        title: `青禾市${id}号文件${n}`,
        url: `${town.url}gkmlpt/content/1/${id}${n}/post_${id}${n}.html`,
        date: 1703721600 - n * 86400,
      }));
      town.pages.set(`/gkmlpt/api/all/${id}?page=1&sid=217`, (_, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ articles, total: rows })),
      );
    }
    const found = await look(town);
    expect(found.columns.map(({ name, url, items, lastPublished }) => [name, url.replace(town.url, '/'), items, lastPublished])).toEqual([
      ['通知公告', '/gkmlpt/index#20138', 3, '2023-12-28'],
      ['规划计划', '/gkmlpt/index#20139', 2, '2023-12-28'],
    ]);
  });

  it('that are blank, as columns without items', async () => {
    const town = await openTown();
    home(town, [['/zcjd/', '政策解读']]);
    town.pages.set('/zcjd/', framed('<div class="list"><ul></ul></div><p>暂无信息</p>', { name: '政策解读' }));
    expect((await look(town)).columns).toMatchObject([{ name: '政策解读', items: 0, lastPublished: null }]);
  });
});

describe('what is no column is left out', () => {
  it('one list under several menus and addresses counts once', async () => {
    const town = await openTown();
    home(town, [
      ['/tzgg/', '通知公告'],
      ['/tzgg/index.html', '公告栏'],
      ['/kjrk/gg/', '快捷入口'],
    ]);
    for (const address of ['/tzgg/', '/tzgg/index.html', '/kjrk/gg/']) town.pages.set(address, framed(list(rowsDown(8, 1), '', '/tzgg/')));
    expect(named(await look(town))).toEqual([['通知公告', '/tzgg/']]);
  });

  it.each([
    ['all', rowsDown(20, 1)],
    ['the newest rows', rowsDown(20, 13)],
  ])('a section home that prints %s of one child’s list is not that column', async (_, shown) => {
    const town = await openTown();
    home(town, [['/zwgk/', '政务公开']]);
    const side = '<ul class="side"><li><a href="/zwgk/tzgg/">通知公告</a></li><li><a href="/zwgk/rsxx/">人事信息</a></li></ul>';
    town.pages.set('/zwgk/', framed(`${side}${list(shown, '', '/zwgk/tzgg/')}`, { name: '政务公开' }));
    town.pages.set('/zwgk/tzgg/', framed(`${side}${list(rowsDown(20, 1), '', '/zwgk/tzgg/')}`, { path: '政务公开 &gt; ' }));
    town.pages.set(
      '/zwgk/rsxx/',
      framed(`${side}${list(rowsDown(7, 1), '', '/zwgk/rsxx/')}`, { name: '人事信息', path: '政务公开 &gt; ' }),
    );
    expect(named(await look(town))).toEqual([
      ['通知公告', '/zwgk/tzgg/'],
      ['人事信息', '/zwgk/rsxx/'],
    ]);
  });

  it('further pages, single articles, landing pages, searches, files', async () => {
    const town = await openTown();
    home(town, [
      ['/tzgg/', '通知公告'],
      ['/jgzn/', '机构职能'],
      ['/search/', '站内搜索'],
      ['/files/plan.pdf', '发展规划'],
      ['/zwgk/', '政务公开'],
    ]);
    column(town, '/tzgg/', '通知公告', rowsDown(20, 11), { below: pager(2) });
    column(town, '/tzgg/index_1.html', '通知公告', rowsDown(10, 1), { below: pager(2) });
    const hot = `<div class="side"><h3>热点信息</h3>${list(rowsDown(5, 1))}</div>`;
    town.pages.set('/jgzn/', article(1, { title: '清源市水利局机构职能' }).replace('</body>', `${hot}</body>`));
    town.pages.set(
      '/search/',
      framed(`<form action="/search/"><input name="q"><button>搜索</button></form>${list(rowsDown(8, 1), '<p>共找到 8 条结果</p>')}`, {
        name: '站内搜索',
      }),
    );
    const block = (name: string, folder: string) =>
      `<div class="block"><h3>${name}</h3><a class="more" href="${folder}">更多</a>${list(rowsDown(5, 1), '', folder)}</div>`;
    town.pages.set('/zwgk/', framed(`${block('人事信息', '/rsxx/')}${block('规划计划', '/ghjh/')}`, { name: '政务公开' }));
    column(town, '/rsxx/', '人事信息', rowsDown(9, 1));
    column(town, '/ghjh/', '规划计划', rowsDown(9, 1));
    expect(named(await look(town)).sort()).toEqual([
      ['人事信息', '/rsxx/'],
      ['规划计划', '/ghjh/'],
      ['通知公告', '/tzgg/'],
    ]);
    expect(town.asked.filter((line) => /plan\.pdf/.test(line))).toEqual([]);
  });
});

describe('units are recognised', () => {
  it.each([
    ['市水利局', 'water'],
    ['水利局动态', 'water'],
    ['清源市财政局', 'finance'],
    ['应山街道', 'yingshan'],
    ['应山办事处', 'yingshan'],
    ['应山', 'yingshan'],
    ['长岭镇', 'changling'],
    ['城西区管委会', 'west'],
    ['城东区管委会', 'east'],
    ['水利新闻', null],
    ['通知公告', null],
  ])('in the path %s', async (word, unit) => {
    const town = await openTown();
    home(town, [['/x/', word]]);
    town.pages.set('/x/', framed('<ul><li><a href="/x/gs/">公示公告</a></li></ul>', { name: word }));
    column(town, '/x/gs/', '公示公告', rowsDown(6, 1), { path: `<a href="/x/">${word}</a> &gt; ` });
    expect((await look(town)).columns).toMatchObject([{ name: '公示公告', unit }]);
  });
});

it('takes pages up in the order of their links, however slow the first answers, and starts no process for that', async () => {
  const started: unknown[] = [];
  const hear = (process: unknown) => started.push(process);
  subscribe('child_process', hear);
  onTestFinished(() => void unsubscribe('child_process', hear));
  const town = await openTown();
  home(town, [
    ['/slow/', '政务公开'],
    ['/fast/', '办事服务'],
  ]);
  const menu = (name: string) => framed(`<ul class="side"><li><a href="/x/">${name}</a></li></ul>`, { name: '目录' });
  town.pages.set('/slow/', (_, response) => setTimeout(() => response.setHeader('content-type', 'text/html').end(menu('通知公告')), 1_200));
  town.pages.set('/fast/', menu('公示公告'));
  town.pages.set('/x/', framed(list(rowsDown(8, 1), '', '/x/'), { name: '' }).replace(/当前位置：.*?<\/div>/, '</div>'));
  expect((await look(town)).columns.map(({ path }) => path)).toEqual([['政务公开', '通知公告']]);
  expect(started).toEqual([]);
});

describe('discovery ends', () => {
  it('at its limit, and says how much it left', async () => {
    const town = await openTown();
    const folders = Array.from({ length: 10 }, (_, index) => [`/c${index}/`, `第${index}栏目`] as const);
    home(town, folders);
    for (const [folder, name] of folders) column(town, folder, name);
    const found = await look(town, { maxPages: 5 });
    expect([found.columns.length, found.visited]).toEqual([4, 5]);
    expect(found.left).toBeGreaterThanOrEqual(6);
  });

  it('where pages send round in circles or fail, which it reports', async () => {
    const town = await openTown();
    home(town, [
      ['/a/', '政务公开'],
      ['/b/', '办事服务'],
      ['/dead/', '互动交流'],
      ['/tzgg/', '通知公告'],
    ]);
    town.pages.set('/a/', (_, response) => response.writeHead(302, { location: '/b/' }).end());
    town.pages.set('/b/', (_, response) => response.writeHead(302, { location: '/a/' }).end());
    town.pages.set('/dead/', (_, response) => response.writeHead(403).end());
    column(town, '/tzgg/', '通知公告');
    const found = await look(town);
    expect(named(found)).toEqual([['通知公告', '/tzgg/']]);
    expect(found.unread.map(({ name, outcome }) => [name, outcome])).toEqual(
      expect.arrayContaining([
        ['政务公开', 'too-many-redirects'],
        ['办事服务', 'too-many-redirects'],
        ['互动交流', 'blocked'],
      ]),
    );
  });

  it('at a home page that cannot be read within bounds', async () => {
    const town = await openTown();
    town.pages.set('/', `<table>${'<tr><td>发布时间：<td><a href="/a/">2024-03-04</a>'.repeat(80_000)}`);
    const hurried = openReaderPool({ threads: 1, seconds: 0.2 });
    onTestFinished(() => hurried.close());
    expect(await look(town, { reading: hurried })).toMatchObject({ outcome: 'unreadable', columns: [] });
  });

  it('where it is stopped, with what was found until then', async () => {
    const town = await openTown();
    const stopped = new AbortController();
    const folders = Array.from({ length: 10 }, (_, index) => [`/c${index}/`, `第${index}栏目`] as const);
    home(town, folders);
    for (const [folder, name] of folders) column(town, folder, name);
    town.pages.set('/c4/', (_, response) => {
      stopped.abort();
      response.end();
    });
    const found = await look(town, { signal: stopped.signal });
    expect(found.outcome).toBe('ok');
    expect(found.columns.length).toBeLessThan(5);
    expect(found.left).toBeGreaterThanOrEqual(11 - found.visited);
  });

  it('with the outcome where there is no home page', async () => {
    const town = await openTown();
    expect(await look(town)).toMatchObject({ outcome: 'gone', columns: [] });
  });
});

it('gongkai discover --write keeps what people wrote, comments included, and adds nothing twice', async () => {
  const town = await openTown();
  home(town, [
    ['/tzgg/', '通知公告'],
    ['/gzdt/', '工作动态'],
  ]);
  column(town, '/tzgg/', '通知公告');
  column(town, '/gzdt/', '工作动态', rowsDown(9, 1));
  const written = [
    '# 本市监测清单，张三维护',
    'name: 清源市   # 不要改',
    'crawl: { allowPrivateNetworks: true, requestsPerSecond: 0 }',
    'units:',
    '  - { id: water, name: 市水利局, kind: department }',
    'sites:',
    '  - id: water',
    '    unit: water',
    '    name: 水利局网站',
    `    url: ${town.url}`,
    '    columns:',
    '      # 人工确认过的栏目',
    '      - { id: gg, name: 公告（勿动）, url: /tzgg/, category: notices, period: P1M } # 每月必更',
    '',
  ].join('\n');
  writeFileSync(`${folder}/estate.yaml`, written);
  for (const time of ['first', 'second']) {
    const { status } = await gongkaiHere(['discover', town.url, '--config', folder, '--write', '--quiet', '--json']);
    const now = readFileSync(`${folder}/estate.yaml`, 'utf8');
    expect([time, status]).toEqual([time, 0]);
    expect(now.startsWith(written.trimEnd())).toBe(true);
    expect(now.match(/url: \/gzdt\//g)).toHaveLength(1);
    expect(now.match(/\/tzgg\//g)).toHaveLength(1);
  }
  expect((await gongkaiHere(['config', 'check', '--config', folder, '--quiet'])).status).toBe(0);
});
