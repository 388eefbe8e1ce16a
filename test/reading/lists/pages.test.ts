import { describe, expect, it } from 'vitest';
import { findList } from '../../../crawlers/reading/lists/list.ts';
import { parsePage } from '../../../crawlers/reading/page.ts';
import { readPage } from '../../../crawlers/reading/read.ts';
import { framed, rows, TITLES } from './frame.ts';

const URL_HERE = 'http://sw.qinghe.example/zwgk/tzgg/index.html';
const list = (html: string, url = URL_HERE) => findList(parsePage(html, url)).reading;
const lis = (count: number, from = '2023') =>
  rows(count, (t, d, i) => `<li><a href="./t${i}/content_${5500 + i}.html">${t}</a><span>${d.replace('2023', from)}</span></li>`);

describe('what a page is', () => {
  it.each([
    [
      'an empty ul before a one-page pager script',
      '<h2>通知公告</h2><ul class="list"></ul><div class="page"><script>createPageHTML(1, 0, "index", "html")</script></div>',
    ],
    ['a pager script of no pages', '<div class="con"></div><script>createPageHTML(0, 0, "index", "shtml")</script>'],
    ['an empty ul under the column name', '<h2>通知公告</h2><ul class="list"> </ul>'],
    ['a sentence that says so', '<h2>通知公告</h2><div class="list"><p>暂无数据！</p></div>'],
    ['another sentence that says so', '<div class="nodata">对不起，该栏目暂无内容</div>'],
    ['a sentence that asks for patience', '<h2>通知公告</h2><p>本栏目暂无信息，敬请期待！</p>'],
    ['a pager that claims no records', '<ul></ul><div class="pages">共 0 条 第1/1页</div>'],
    ['a table with nothing but heads', '<table><tr><th>序号</th><th>标题</th><th>发布日期</th></tr></table><div class="page">共0页</div>'],
  ])('%s is a blank column', (_, html) => {
    const reading = list(framed(html));
    expect(reading.state).toBe('blank');
    expect(reading.items).toEqual([]);
    expect(reading.fingerprint).not.toBeNull();
  });

  it('a blank column keeps its side boxes to itself, dated or not', () => {
    const side = `<div class="side"><h3>最新信息</h3><ul>${lis(5)}</ul></div>`;
    const reading = list(
      framed(`<ul class="list"></ul><script>createPageHTML(1, 0, "index", "html")</script>`).replace(
        '<div class="left">',
        `<div class="left">${side}`,
      ),
    );
    expect(reading.state).toBe('blank');
  });

  it('a pager that counts no rows makes the column blank, whatever hot list stands over it', () => {
    const pager = '<h2>通知公告</h2><ul class="list"></ul><div class="page">共0条 第1/1页</div>';
    const hot = `<h3>热点信息</h3><ul>${rows(3, (t, d, i) => `<li><a href="/xw/${i}01.html">${t}</a><span>${d}</span></li>`)}</ul>`;
    expect(list(framed(hot + pager, { hot: false })).state).toBe('blank');
  });

  it('a table around an article with a date and a file in it is no list of one row', () => {
    const article = `<table><tr><td>您当前的位置：<a href="/">首页</a> >> 采购信息 >> 正文</td></tr></table><table><tr><td>${TITLES[0]}</td></tr><tr><td>发布日期：2023-10-13 浏览数：</td></tr><tr><td>${['一、项目编号：青采竞磋第六十七号一包', '二、项目名称：供水管网零星维修', '三、供应商名称：青禾市长宇管道工程有限公司', '四、公告期限：自本公告发布之日起一个工作日', '五、联系方式：青禾市水务局办公室八〇八室', '六、代理机构：青禾市正衡招标代理有限公司', '七、评审专家：由采购代理机构依法随机抽取产生'].map((line) => `<p>${line}</p>`).join('')}附件：<br><a href="/up/1.pdf">供水管网零星维修项目.pdf</a></td></tr></table>`;
    expect(readPage({ text: `<html><body>${article}</body></html>`, url: URL_HERE, kind: 'auto' }).kind).toBe('article');
  });

  it('says that it holds nothing in many words', () => {
    for (const words of ['内容正在更新中，敬请期待！', '暂无数据', '该栏目暂无信息', '对不起，没有找到相关内容'])
      expect([words, list(framed(`<p>${words}</p>`, { hot: false })).state]).toEqual([words, 'blank']);
  });

  it('links to folders, numbered files and the articles next to one are no list', () => {
    const offices = ['财政局', '教育局', '水利局', '民政局', '公安局'];
    const folders = offices.map((name, i) => `<a href="/bm/${i}/">青禾市${name}信息公开目录</a>`).join('');
    expect(list(framed(`<div>${folders}</div>`, { hot: false })).items).toEqual([]);
    const files = [1, 2, 3, 4].map((n) => `<li><a href="/f/${n}.docx">附件${n}：考核结果汇总表.docx</a><span>2023-12-1${n}</span></li>`);
    expect(list(framed(`<ul>${files.join('')}</ul>`, { hot: false })).items).toEqual([]);
    const next = `<p>上一篇：<a href="8.html">${TITLES[1]}</a><span>2023-12-19</span></p><p>下一篇：<a href="9.html">${TITLES[2]}</a><span>2023-12-21</span></p>`;
    expect(list(framed(`<h1>${TITLES[0]}</h1>${next}`, { hot: false })).items).toEqual([]);
  });

  it('the steps of the way to the page are no list, however long their names are', () => {
    const way = `<div class="path">当前位置：<a href="/">首页</a> - <a href="/zt/">“青禾水韵”主题摄影作品征集活动</a> - <a href="/zt/fc/">“青禾水韵”征集活动获奖作品展</a></div>`;
    const shown = findList(parsePage(`<html><body>${way}<ul></ul><div class="page">共0条</div></body></html>`, URL_HERE));
    expect([shown.reading.items, shown.trail]).toEqual([[], ['“青禾水韵”主题摄影作品征集活动', '“青禾水韵”征集活动获奖作品展']]);
  });

  it('one row of a table under its heads is a list', () => {
    const table = `<table><tr><th>标题</th><th>文号</th><th>日期</th></tr><tr><td><a href="9.html">${TITLES[0]}</a></td><td>青水罚〔2023〕1号</td><td>2023-12-28</td></tr></table>`;
    expect(list(framed(table, { hot: false })).items).toMatchObject([{ title: TITLES[0], publishedOn: '2023-12-28' }]);
  });

  it('a shell that a script would fill is not blank', () => {
    const reading = list(
      framed('<h2>通知公告</h2><ul id="list"></ul>', {
        script: "<script>$.ajax({url:'/api/list',success:function(r){$('#list').html(r)}})</script>",
      }),
    );
    expect(reading.state).toBe('none');
    expect(list(framed('<h2>通知公告</h2><ul></ul><p>数据加载中...</p>')).state).toBe('none');
    expect(list('<!DOCTYPE html><title>通知公告</title><div id="app"></div><script src="/app.js"></script>').state).toBe('none');
  });

  it('a home page gives its blocks, with the names and addresses of their columns', () => {
    const block = (name: string, path: string, from: string) =>
      `<div class="block"><h3>${name}</h3><a class="more" href="${path}">更多&gt;&gt;</a><ul>${lis(6, from)}</ul></div>`;
    const reading = list(
      framed(
        block('通知公告', '/zwgk/tzgg/', '2022') + block('工作动态', '/zwgk/gzdt/', '2021') + block('政策法规', '/zwgk/zcfg/', '2020'),
        { column: '首页' },
      ),
      'http://sw.qinghe.example/',
    );
    expect(reading.state).toBe('landing');
    expect(reading.items).toEqual([]);
    expect(reading.blocks.map((one) => [one.name, one.url, one.items.length])).toEqual([
      ['通知公告', 'http://sw.qinghe.example/zwgk/tzgg/', 6],
      ['工作动态', 'http://sw.qinghe.example/zwgk/gzdt/', 6],
      ['政策法规', 'http://sw.qinghe.example/zwgk/zcfg/', 6],
    ]);
  });

  it('an article is none, whatever stands beside it', () => {
    const body =
      '<p>各有关单位：为做好今冬明春水利建设工作，现就有关事项通知如下，请结合实际认真贯彻落实，确保各项任务按时完成。</p>'.repeat(6);
    const html = framed(
      `<h1>关于做好今冬明春水利建设工作的紧急通知</h1><div>发布时间：2023-12-01 来源：市水务局 浏览次数：12</div><div id="zoom">${body}</div><div class="rel"><h3>相关信息</h3><ul>${lis(5)}</ul></div>`,
    );
    expect(readPage({ text: html, url: 'http://sw.qinghe.example/zwgk/tzgg/202312/t20231201_55.html', kind: 'auto' }).kind).toBe('article');
  });

  it('related articles under an article are no list, even where one is asked for', () => {
    const html = framed(
      `<h1>关于开展节水宣传周活动的通知</h1><div>2023-12-01 来源：市水务局</div><p>各科室：</p><p>现将方案印发给你们。</p><div><h3>相关信息</h3><ul>${lis(6)}</ul></div>`,
    );
    expect(list(html)).toMatchObject({ state: 'none', items: [] });
  });

  it("a short list of the page's own folder comes before long ones of others beside it", () => {
    const own = rows(2, (t, d, i) => `<li><a href="./202312/t20231201_${i}.html">${t}</a><span>${d}</span></li>`);
    const other = rows(10, (t, d, i) => `<li><a href="/zwgk/gzdt/202312/t20231201_${i}.html">${t}</a><span>${d}</span></li>`);
    const reading = list(framed(`<ul>${own}</ul><div class="r"><img src="rd.png"><ul>${other}</ul></div>`));
    expect(reading.items.map(({ url }) => url)).toEqual([0, 1].map((i) => new URL(`./202312/t20231201_${i}.html`, URL_HERE).href));
  });

  it('what an address with a day heads is an article, whatever dated links its text holds', () => {
    const html = framed(
      `<h1>现行有效文件目录</h1><div>发布时间：2023-12-01 来源：市水务局</div>${rows(8, (t, d, i) => `<p>${i + 1}. <a href="/f/${4000 + i}.html">${t}</a>（${d}）</p>`)}`,
    );
    expect(readPage({ text: html, url: 'http://sw.qinghe.example/zwgk/tzgg/202312/t20231201_55.html', kind: 'auto' }).kind).toBe('article');
  });

  it('rows with long summaries are a list by themselves', () => {
    const summary = '近日，市水务局召开会议，研究部署重点工作，要求各单位压实责任，把各项任务落到实处，确保全面完成。'.repeat(2);
    const html = framed(
      `<div>${rows(8, (t, d, i) => `<div class="n"><h4><a href="./t${i}/content_${5500 + i}.html">${t}</a></h4><p>${summary}</p><span>${d}</span></div>`)}</div>`,
      { column: '要闻' },
    );
    expect(readPage({ text: html, url: URL_HERE, kind: 'auto' })).toMatchObject({ kind: 'list', state: 'list' });
  });

  it('a list is a list by itself', () => {
    expect(readPage({ text: framed(`<ul>${lis(8)}</ul>`), url: URL_HERE, kind: 'auto' })).toMatchObject({ kind: 'list', state: 'list' });
  });

  it('an article with nothing but a film is one, though its page names the column', () => {
    const film = '<h1>青禾新闻</h1><p>发布时间：2023-12-01 来源：市融媒体中心</p><video src="a.mp4"></video>';
    const html = framed(film, { head: '<meta name="ColumnName" content="视频">', hot: false });
    expect(readPage({ text: html, url: URL_HERE, kind: 'auto' }).kind).toBe('article');
  });

  it('the articles beside an article are no list', () => {
    const prose = `<p>${'为保障城区居民用水安全，经市政府同意，自即日起对管网进行分段改造施工，请有关单位提前做好准备。'.repeat(5)}</p>`;
    const beside = `<div><h3>要闻</h3><ul>${rows(6, (t, d, i) => `<li><a href="/yw/${i}01.html">${t}</a><i>${d}</i></li>`)}</ul></div>`;
    const html = framed(`<h1>青禾市水务局停水公告</h1><p>发布时间：2023-12-01 来源：市水务局</p>${prose}${beside}`, { hot: false });
    expect(list(html, 'http://sw.qinghe.example/show.jsp?id=55')).toMatchObject({ state: 'none', items: [] });
  });

  it('summaries of rows are no article, whatever the top bar says of letters', () => {
    const summary = '市水务局组织召开会议，传达学习有关文件精神，研究部署冬季供水保障和水利工程建设各项任务，要求压实责任。';
    const row = (t: string, d: string, i: number) => `<li><a href="i.jsp?id=${i}11">${t}</a><p>${summary}</p><i>${d}</i></li>`;
    const html = framed(`<div>字号：大 中 小</div><ul>${rows(8, row)}</ul>`, { column: '要闻', hot: false });
    expect(list(html, 'http://sw.qinghe.example/l.jsp?c=9').items).toHaveLength(8);
  });

  it('tabs that hide the lists of other columns make a landing page', () => {
    const tab = (column: string, hidden: boolean) =>
      `<ul${hidden ? ' style="display:none"' : ''}>${rows(5, (t, d, i) => `<li><a href="/${column}/${i}01.html">${t}</a><i>${d}</i></li>`)}</ul>`;
    const html = framed(`<p><b>政策</b><b>解读</b></p><div>${tab('zc', false)}${tab('jd', true)}</div>`, { column: '政务公开' });
    expect(list(html)).toMatchObject({ state: 'landing', items: [] });
    const twice = framed(`<div>${tab('zc', false)}${tab('zc', true)}</div>`, { column: '政务公开' });
    expect(list(twice).items).toHaveLength(5);
  });

  it('a column of clicks heads no hot list', () => {
    const row = (t: string, d: string, i: number) => `<tr><td><a href="i.jsp?id=${i}11">${t}</a></td><td>${d}</td><td>${i * 7}</td></tr>`;
    const html = framed(`<table><tr><td>标题</td><td>发布时间</td><td>点击</td></tr>${rows(8, row)}</table>`);
    expect(readPage({ text: html, url: URL_HERE, kind: 'auto' })).toMatchObject({ kind: 'list', state: 'list' });
  });

  it('keeps where the list stood', () => {
    expect(list(framed(`<div class="main"><ul class="news">${lis(8)}</ul></div>`)).fingerprint).toEqual({
      place: 'html>body>div.right>div.main>ul.news',
      rows: 8,
      dated: 1,
    });
  });

  it('gives the column that the page names', () => {
    const head = '<meta name="ColumnName" content="通知公告"><meta name="ColumnType" content="信息公开">';
    expect(list(framed(`<ul>${lis(8)}</ul>`, { head }))).toMatchObject({ columnName: '通知公告', columnType: '信息公开' });
  });
});

describe('hostile pages', () => {
  // Quadratic work takes minutes on these; the bounds leave room for a busy machine.
  const within = (milliseconds: number, work: () => void) => {
    const before = performance.now();
    work();
    expect(performance.now() - before).toBeLessThan(milliseconds);
  };

  it('nesting 100,000 deep does not overflow', () => {
    within(10_000, () => list(`${'<div>'.repeat(100_000)}<ul>${lis(5)}</ul>`));
    within(10_000, () => list(`${'<b><i>'.repeat(50_000)}x`));
    within(10_000, () => list(`${'<ul><li><a href=x1>标题标题标题</a>2023-01-01'.repeat(20_000)}`));
  });

  it('titles are bounded and hold no unseen characters', () => {
    const title = `关于\u202e供水\u200b安全\u0000的${'长'.repeat(10_000)}`;
    const reading = list(framed(`<ul>${lis(6)}<li><a href="/a/123456.html">${title}</a><span>2023-01-01</span></li></ul>`));
    expect(reading.items.at(-1)!.title).toHaveLength(1000);
    expect(reading.items.at(-1)!.title).toMatch(/^关于供水安全的长/);
  });

  it('script in a title is text', () => {
    const reading = list(
      framed(`<ul>${lis(6)}<li><a href="/a/123456.html">&lt;script&gt;alert(1)&lt;/script&gt;公告</a><span>2023-01-01</span></li></ul>`),
    );
    expect(reading.items.at(-1)!.title).toBe('<script>alert(1)</script>公告');
  });

  it('eight megabytes of links are read in bounded time', () => {
    const row = '<li><a href="/a/1.html">关于某项工作的通知公告</a><span>2023-01-01</span></li>';
    within(10_000, () => list(`<ul>${row.repeat(Math.floor(8_000_000 / row.length))}</ul>`));
    within(10_000, () => list(`<div>${'2023-01-01 '.repeat(800_000)}</div>`));
    within(10_000, () => list(`${'<a>'.repeat(1_000_000)}`));
    within(10_000, () => list(`${'<b>'.repeat(100_000)}${'</i>'.repeat(100_000)}`));
  }, 60_000);
});
