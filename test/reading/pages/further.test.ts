import { describe, expect, it } from 'vitest';
import { readList } from '../../../crawlers/reading/lists/list.ts';
import { parsePage } from '../../../crawlers/reading/page.ts';
import { framed, rows } from '../lists/frame.ts';

const HERE = 'http://sw.qinghe.example/zwgk/tzgg/index.html';
const LIST = `<ul>${rows(8, (t, d, i) => `<li><a href="./t${i}/content_${5500 + i}.html">${t}</a><span>${d}</span></li>`)}</ul>`;
const read = (pager: string, url = HERE, script = '') => readList(parsePage(framed(LIST + pager, { script }), url));
const addresses = (pager: string, url = HERE, script = '') =>
  read(pager, url, script).next.map((request) => request.url.replace('http://sw.qinghe.example', ''));

describe('further pages', () => {
  it('follow createPageHTML counted from 0', () => {
    expect(addresses('<script>createPageHTML(4, 0, "index", "shtml");</script>')).toEqual([
      '/zwgk/tzgg/index_1.shtml',
      '/zwgk/tzgg/index_2.shtml',
      '/zwgk/tzgg/index_3.shtml',
    ]);
    expect(addresses("<script>createPageHTML(4,2,'index','html',73);</script>", 'http://sw.qinghe.example/zwgk/tzgg/index_2.html')).toEqual(
      ['/zwgk/tzgg/index_3.html'],
    );
  });

  it('follow createPageHTML into an element, counted from 1', () => {
    const pager = '<div id="page_div"></div><script>createPageHTML("page_div", 4, 2, "szywlist", "shtml", 80);</script>';
    expect(addresses(pager)).toEqual(['/zwgk/tzgg/szywlist_3.shtml', '/zwgk/tzgg/szywlist_4.shtml']);
    expect(read(pager).total).toBe(80);
  });

  it('follow the variables of such scripts', () => {
    const pager =
      '<script>var countPage = 3; var currentPage = 0; document.write("<a href=\\"index_"+(currentPage+1)+".html\\">下一页</a>")</script>';
    expect(addresses(pager)).toEqual(['/zwgk/tzgg/index_1.html', '/zwgk/tzgg/index_2.html']);
  });

  it('follow the same pager with its arguments named', () => {
    expect(addresses("<script>Pager({size:3, current:0, prefix:'index',suffix:'htm'});</script>")).toEqual([
      '/zwgk/tzgg/index_1.htm',
      '/zwgk/tzgg/index_2.htm',
    ]);
  });

  it('follow the pager scripts of other names, and their variables', () => {
    expect(addresses('<script>PageContext.PageNav(3,0,"index","html");</script>')).toEqual([
      '/zwgk/tzgg/index_1.html',
      '/zwgk/tzgg/index_2.html',
    ]);
    expect(addresses('<script>var _PAGE_COUNT="2";var _PAGE_INDEX="0";var _PAGE_NAME="list";var _PAGE_EXT="shtml";</script>')).toEqual([
      '/zwgk/tzgg/list_1.shtml',
    ]);
    const jump = "laypage({pages: 3, curr: 1, jump: function(e, first){ if(!first) location.href='?page='+e.curr; }});";
    expect(addresses(`<div id="page"></div><script>${jump}</script>`)).toEqual([
      '/zwgk/tzgg/index.html?page=2',
      '/zwgk/tzgg/index.html?page=3',
    ]);
  });

  it('follow a link by which the list grows', () => {
    expect(addresses('<a class="more" href="list2.html">加载更多</a>')).toEqual(['/zwgk/tzgg/list2.html']);
  });

  it('follow a form that a handler or a function of the page sends', () => {
    const form = (method: string, link: string) =>
      `<form name="pg" action="/list.do" method="${method}"><input type="hidden" name="cid" value="7"><input type="hidden" name="pageNum" id="page" value="1">共<b>3</b>页 <b>41</b>条 ${link}</form>`;
    const posted = read(form('post', `<a href="javascript:void(0)" onclick="pg.pageNum.value='2';pg.submit()">下一页</a>`));
    expect(posted.next.map(({ method, body }) => [method, body])).toEqual([
      ['POST', 'cid=7&pageNum=2'],
      ['POST', 'cid=7&pageNum=3'],
    ]);
    const turn = 'function turn(n){document.getElementById("page").value=n;document.pg.submit();}';
    expect(addresses(`${form('get', '<a href="javascript:turn(2)">下一页</a>')}<script>${turn}</script>`)).toEqual([
      '/list.do?cid=7&pageNum=2',
      '/list.do?cid=7&pageNum=3',
    ]);
  });

  it('may count rows with names as short as a menu’s: an index of items is a list, one of columns is none', () => {
    const names = ['王建国', '李秀兰', '张志强', '刘海燕', '陈明辉', '赵国庆', '孙立军'];
    const index = (address: (n: number) => string, records: number) =>
      readList(
        parsePage(
          framed(
            `<ul>${names.map((name, n) => `<li><a href="${address(n)}">${name}</a></li>`).join('')}</ul><div>共${records}条记录 第1/1页</div>`,
          ),
          HERE,
        ),
      );
    expect(index((n) => `content_${5500 + n}.html`, 7).items.map(({ title }) => title)).toEqual(names);
    expect(index((n) => `content_${5500 + n}.html`, 9).state).toBe('none');
    expect(index((n) => `../c${n}/`, 7).state).toBe('none');
  });

  it('count by what a pager says in pieces', () => {
    expect(
      read('<div>共<b>17</b>条记录 第<b>1</b>/<b>2</b>页 <span>首页</span> <span>上一页</span> <a href="?p=2">下一页</a></div>').total,
    ).toBe(17);
  });

  it('follow signs with a title, buttons and boxes to choose from', () => {
    expect(addresses('<div class="page"><a title="上一页">&lt;</a><a title="下一页" href="p2.html">&gt;</a></div>')).toEqual([
      '/zwgk/tzgg/p2.html',
    ]);
    expect(addresses(`<div class="page"><input type="button" value="下一页" onclick="location='p2.html'"></div>`)).toEqual([
      '/zwgk/tzgg/p2.html',
    ]);
    const options =
      '<option value="index.html" selected>1</option><option value="index_1.html">2</option><option value="index_2.html">3</option>';
    expect(addresses(`<div>第<select onchange="location.href=this.value">${options}</select>页</div>`)).toEqual([
      '/zwgk/tzgg/index_1.html',
      '/zwgk/tzgg/index_2.html',
    ]);
  });

  it('follow numbers and fill the gap up to the last page', () => {
    const pager =
      '<div><a class="on">1</a><a href="list_2.html">2</a><a href="list_3.html">3</a><a href="list_2.html">下一页</a><a href="list_6.html">尾页</a> 共 53 条 共6页</div>';
    expect(addresses(pager)).toEqual([2, 3, 4, 5, 6].map((page) => `/zwgk/tzgg/list_${page}.html`));
    expect(read(pager).total).toBe(53);
  });

  it('follow numbers that nothing but their order makes a pager', () => {
    expect(addresses('<div class="x"><b>1</b> <a href="?p=2">2</a> <a href="?p=3">3</a> <a class="y" href="?p=2">&gt;</a></div>')).toEqual([
      '/zwgk/tzgg/index.html?p=2',
      '/zwgk/tzgg/index.html?p=3',
    ]);
    const third = '<p><a href="l_1.html">1</a><a href="l_2.html">2</a><i>3</i><a href="l_4.html">4</a></p>';
    expect(addresses(third, 'http://sw.qinghe.example/zwgk/tzgg/l_3.html')).toEqual(['/zwgk/tzgg/l_4.html']);
  });

  it('are asked for by the form of an ASP.NET page, with its state', () => {
    const form = (pager: string) =>
      `<form action="list.aspx?id=3"><input type="hidden" name="__VIEWSTATE" value="/wE+x="><input type="hidden" name="__EVENTTARGET" value="">${LIST}${pager}</form>`;
    const pager =
      '<div><span>1</span><a href="javascript:__doPostBack(&#39;Pager1&#39;,&#39;2&#39;)">2</a><a href="javascript:__doPostBack(&#39;Pager1&#39;,&#39;2&#39;)">下一页</a></div>';
    expect(readList(parsePage(framed(form(pager)), HERE)).next).toEqual([
      {
        url: 'http://sw.qinghe.example/zwgk/tzgg/list.aspx?id=3',
        method: 'POST',
        body: '__VIEWSTATE=%2FwE%2Bx%3D&__EVENTTARGET=Pager1&__EVENTARGUMENT=2',
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
      },
    ]);
    expect(readList(parsePage(framed(form('<div><a disabled>下一页</a></div>')), HERE)).next).toEqual([]);
  });

  it('follow addresses that count down', () => {
    const pager =
      '<div class="pages"><span>1</span><a href="tzgg/11.htm">2</a><a href="tzgg/10.htm">3</a>…<a href="tzgg/1.htm">12</a><a href="tzgg/11.htm">下页</a><a href="tzgg/1.htm">尾页</a></div>';
    const found = addresses(pager, 'http://sw.qinghe.example/zwgk/tzgg.htm');
    expect(found[0]).toBe('/zwgk/tzgg/11.htm');
    expect(found.at(-1)).toBe('/zwgk/tzgg/1.htm');
    expect(found).toHaveLength(11);
  });

  it('follow queries, from where the page stands', () => {
    const pager =
      '<div class="pager"><a href="?cid=7&page=1">1</a><span>2</span><a href="?cid=7&page=3">3</a><a href="?cid=7&page=3">下一页</a> 第2页/共4页</div>';
    expect(addresses(pager, 'http://sw.qinghe.example/list.php?cid=7&page=2')).toEqual([
      '/list.php?cid=7&page=3',
      '/list.php?cid=7&page=4',
    ]);
  });

  it('follow a lone next link', () => {
    expect(addresses('<p><a href="more.asp?p=2">下一页</a></p>')).toEqual(['/zwgk/tzgg/more.asp?p=2']);
  });

  it('ask for what a script would load, from the second page on', () => {
    const asked = (more: string, script: string) =>
      read(more, HERE, `<script>${script}</script>`).next.map(({ url, body }) => [url.replace('http://sw.qinghe.example', ''), body]);
    const button = '<div class="more" onclick="more()">加载更多</div>';
    const got = "var page=1;function more(){page++;$.get('/api/list?page='+page+'&size=10',add)}";
    expect(asked(button, got)).toEqual([['/api/list?page=2&size=10', undefined]]);
    expect(asked('<a href="javascript:;" onclick="more()">点击加载更多 ↓</a>', got)).toEqual([['/api/list?page=2&size=10', undefined]]);
    const posted = "var pageNo=1;function more(){$.post('/api/newsList',{channelId:7,pageNo:pageNo++,pageSize:10},add)}";
    expect(asked(button, posted)).toEqual([['/api/newsList', 'channelId=7&pageNo=2&pageSize=10']]);
    const json = "function more(p){axios.post('/api/newsList',{channelId:7,pageNo:p,pageSize:10}).then(add)}";
    expect(asked(button, json)).toEqual([['/api/newsList', '{"channelId":7,"pageNo":2,"pageSize":10}']]);
    expect(asked('<p>共8条</p>', got)).toEqual([]);
    expect(asked(button, "function more(){$.get('/api/list?after='+last,add)}")).toEqual([]);
  });

  it.each([
    '<div class="nav"><a class="next" href="/zwgk/tzgg/page/2/">较旧文章</a></div>',
    '<div><a rel="next" href="/zwgk/tzgg/page/2/">→</a></div>',
    '<link rel="next" href="/zwgk/tzgg/page/2/">',
    '<div><a href="/zwgk/tzgg/">‹</a> <b>1</b> <a href="/zwgk/tzgg/page/2/">›</a></div>',
  ])('follow what stands for "next": %s', (pager) => {
    expect(addresses(pager)).toEqual(['/zwgk/tzgg/page/2/']);
  });

  it.each(['<link rel="next" href="/zwgk/tzgg/2023/1234.html">', '<a rel="next" href="/zwgk/tzgg/t20231201.html">关于供水的公告</a>'])(
    'but no next article: %s',
    (pager) => {
      expect(addresses(pager)).toEqual([]);
    },
  );

  it('are none where the pager leads nowhere or back', () => {
    expect(addresses('<p><a href="javascript:;">下一页</a> <a href="#">尾页</a></p>')).toEqual([]);
    expect(addresses('<p><a href="index.html">下一页</a></p>')).toEqual([]);
  });

  it('follow addresses that the pager script puts together', () => {
    const script =
      '<script>$("#p").pagination({pageIndex:0,pageSize:15,total:40});$("#p").on("click",function(e,d){location.href="/zwgk/tzgg/"+(d.pageIndex+1)+".html"})</script>';
    expect(addresses('<div id="p"></div>', HERE, script)).toEqual(['/zwgk/tzgg/2.html', '/zwgk/tzgg/3.html']);
    expect(read('<div id="p"></div>', HERE, script).total).toBe(40);
  });

  it('a calendar beside the list is no pager', () => {
    const calendar = `<table class="calendar">${Array.from({ length: 28 }, (_, day) => `<td><a href="?day=${day + 1}">${day + 1}</a></td>`).join('')}</table>`;
    expect(addresses(calendar)).toEqual([]);
  });
});
