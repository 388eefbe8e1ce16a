import { D, N, ND } from './invented-rows.ts';

/** A page of a system that the reader was not made for, and what it must be read as. */
export interface Unseen {
  readonly name: string;
  readonly url?: string;
  readonly page: string;
  readonly type?: string;
  readonly kind?: 'list' | 'article';
  /** Title, address and day of each row; null for what the page does not say, `NOT:2024` for a day that is none of publication. */
  readonly rows?: readonly Row[];
  readonly state?: string;
  /** What it must never be called. */
  readonly notState?: readonly string[];
  readonly next?: RegExp;
  /** What its article says. */
  readonly says?: Readonly<Record<string, unknown>>;
  /** It may be left unread, never read wrong. */
  readonly maybe?: true;
}
type Row = readonly [title: string, url: string | null, day: string | null, shown?: string];

/* Titles, places and systems are invented; each page is of another make. */
const T = [
  '关于做好2023年度防灾减灾宣传工作的通知',
  '青峰县召开乡村振兴现场推进会',
  '县自然资源局关于临时用地复垦验收的公告',
  '关于拟推荐市级文明家庭名单的公示',
  '青峰县烟草零售点布局规划（修订）征求意见',
  '县城东路排水管网改造工程竣工验收',
  '关于开展“双随机、一公开”抽查的通告',
  '县医保局组织定点药店集中约谈',
  '青峰县2023年第四批次建设用地批复',
  '关于暂停办理不动产登记业务的公告',
];
type R = { t: string; u: string; d: string; i: number };
const rows = (u: (i: number) => string, n = 8): R[] => T.slice(0, n).map((t, i) => ({ t, u: u(i), d: D[i]!, i }));
const base = (n = 8) => rows((i) => `/zwgk/tzgg/2023${D[i]!.slice(5, 7)}/t${D[i]!.replaceAll('-', '')}_${5000 + i}.html`, n);
const exp = (rs: R[], day: (r: R) => string | null = (r) => r.d): Row[] => rs.map((r) => [r.t, r.u, day(r)]);
const nav = `<div class="dh"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/bsfw/">办事服务</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>`;
const side = `<div class="you"><h4>要闻</h4><ul>${N.map((t, i) => `<li><a href="/xwzx/yw/2023/${900 + i}.html">${t}</a><span>${ND[i]}</span></li>`).join('')}</ul></div>`;
const frame = (mid: string, o: { name?: string; head?: string; trail?: boolean; side?: string; tail?: string; h2?: boolean } = {}) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${o.name ?? '通知公告'}_青峰县人民政府</title>${o.head ?? ''}</head><body>${nav}${o.trail === false ? '' : `<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; ${o.name ?? '通知公告'}</div>`}${o.h2 ? `<h2>${o.name ?? '通知公告'}</h2>` : ''}<div class="zhong">${mid}</div>${o.side ?? ''}<div class="jiao"><p>主办：青峰县人民政府办公室　网站标识码：1234567890</p></div>${o.tail ?? ''}</body></html>`;
const M = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const UNSEEN: Unseen[] = [];
const add = (page: Unseen) => UNSEEN.push(page);
const md = (d: string) => d.slice(5);

// A. CMS families
{
  const r = base();
  add({
    name: 'webforms-gridview-doPostBack-pager',
    url: 'http://www.qingfeng.example/NewsList.aspx?cid=12',
    page: frame(
      `<form method="post" action="NewsList.aspx?cid=12" id="form1"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUK"><input type="hidden" name="__EVENTTARGET"><input type="hidden" name="__EVENTARGUMENT"><input type="hidden" name="__VIEWSTATEGENERATOR" value="AA"><table cellspacing="0" id="GridView1"><tr><th>标题</th><th>日期</th></tr>${r.map((x) => `<tr><td><a href="NewsShow.aspx?id=${700 + x.i}">${x.t}</a></td><td>${x.d.replace(/-0?/g, '/')}</td></tr>`).join('')}<tr><td colspan="2"><table><tr><td><span>1</span></td><td><a href="javascript:__doPostBack('GridView1','Page$2')">2</a></td><td><a href="javascript:__doPostBack('GridView1','Page$3')">3</a></td></tr></table></td></tr></table></form>`,
      { side },
    ),
    rows: r.map((x) => [x.t, `/NewsShow.aspx?id=${700 + x.i}`, x.d]),
    next: /NewsList/,
  });
}
{
  const r = base();
  add({
    name: 'webforms-aspnetpager-total',
    url: 'http://www.qingfeng.example/list.aspx?nodeid=5',
    page: frame(
      `<ul class="w">${r.map((x) => `<li><span id="rpt_ctl0${x.i}_lbl">[${x.d}]</span><a href="show.aspx?nodeid=5&amp;infoid=${x.i + 10}" title='${x.t}'>${x.t.slice(0, 10)}...</a></li>`).join('')}</ul><div id="AspNetPager1"><div style="float:left">共56条记录 每页8条 第1/7页</div><div><a disabled="disabled">首页</a><a disabled>上一页</a><span>1</span><a href="javascript:__doPostBack('AspNetPager1','2')">2</a><a href="javascript:__doPostBack('AspNetPager1','2')">下一页</a><a href="javascript:__doPostBack('AspNetPager1','7')">尾页</a></div></div>`,
    ),
    rows: r.map((x) => [x.t, `/show.aspx?nodeid=5&infoid=${x.i + 10}`, x.d]),
  });
}
{
  const r = base();
  add({
    name: 'dedecms-list-with-desc',
    url: 'http://www.qingfeng.example/plus/list.php?tid=8',
    page: frame(
      `<div class="listbox"><ul class="e2">${r.map((x) => `<li><a href="/uploads/${x.i}.jpg" class="preview"><img src="/uploads/${x.i}.jpg"/></a>[<b><a href="/plus/list.php?tid=8">通知公告</a></b>]<a href="/plus/view.php?aid=${x.i + 33}" class="title">${x.t}</a><span class="info"><small>日期：</small>${x.d} 10:22:33 <small>点击：</small>${x.i * 7 + 3} <small>好评：</small>0</span><p class="intro">为切实做好有关工作，提高认识，加强领导，现将${x.t.slice(0, 6)}有关事项说明如下...</p></li>`).join('')}</ul></div><div class="dede_pages"><ul class="pagelist"><li>首页</li><li class="thisclass">1</li><li><a href='list.php?tid=8&PageNo=2'>2</a></li><li><a href='list.php?tid=8&PageNo=2'>下一页</a></li><li><span class="pageinfo">共 <strong>2</strong>页<strong>13</strong>条</span></li></ul></div>`,
      { side },
    ),
    rows: r.map((x) => [x.t, `/plus/view.php?aid=${x.i + 33}`, x.d]),
    next: /PageNo=2/,
  });
}
{
  const r = base();
  add({
    name: 'wordpress-archive-time',
    url: 'http://www.qingfeng.example/category/notice/',
    page: frame(
      `<main>${r.map((x) => `<article id="post-${x.i}"><header><h2 class="entry-title"><a href="http://www.qingfeng.example/${x.d.slice(0, 4)}/${x.d.slice(5, 7)}/${x.i + 61}.html" rel="bookmark">${x.t}</a></h2><div class="entry-meta"><a href="http://www.qingfeng.example/author/admin/">admin</a> <time class="published" datetime="${x.d}T09:12:00+08:00">${Number(x.d.slice(5, 7))}月 ${Number(x.d.slice(8))}, ${x.d.slice(0, 4)}</time><time class="updated" datetime="2023-12-01T00:00:00+08:00"></time> <a href="http://www.qingfeng.example/${x.i + 61}.html#respond">发表评论</a></div></header><div class="entry-summary"><p>为切实做好有关工作，提高认识，加强领导，现将有关事项说明如下……</p></div></article>`).join('')}<nav class="navigation pagination"><span class="page-numbers current">1</span><a class="page-numbers" href="http://www.qingfeng.example/category/notice/page/2/">2</a><a class="next page-numbers" href="http://www.qingfeng.example/category/notice/page/2/">下一页</a></nav></main>`,
      {
        trail: false,
        side: `<aside><h2>近期文章</h2><ul>${N.map((t, i) => `<li><a href="http://www.qingfeng.example/2023/12/${i + 900}.html">${t}</a><span>2023-12-0${i + 1}</span></li>`).join('')}</ul></aside>`,
      },
    ),
    rows: r.map((x) => [x.t, `/${x.d.slice(0, 4)}/${x.d.slice(5, 7)}/${x.i + 61}.html`, x.d]),
    next: /page\/2/,
  });
}
{
  const r = base();
  add({
    name: 'discuz-threads',
    maybe: true,
    url: 'http://bbs.qingfeng.example/forum-2-1.html',
    page: frame(
      `<table>${r.map((x) => `<tbody id="normalthread_${x.i}"><tr><td class="icn"><a href="thread-${x.i + 80}-1-1.html"><img src="f.gif"></a></td><th><em>[<a href="forum.php?mod=forumdisplay&fid=2&typeid=1">公告</a>]</em> <a href="thread-${x.i + 80}-1-1.html" class="xst">${x.t}</a></th><td class="by"><cite><a href="space-uid-1.html">管理员</a></cite><em><span>${x.d}</span></em></td><td class="num"><a href="thread-${x.i + 80}-1-1.html">${x.i}</a><em>${x.i * 31}</em></td><td class="by"><cite><a href="space-username-x.html">某人</a></cite><em><a href="forum.php?mod=redirect&tid=${x.i + 80}&goto=lastpost">2023-12-0${1 + (x.i % 8)} 10:20</a></em></td></tr></tbody>`).join('')}</table>`,
      { trail: false },
    ),
    rows: r.map((x) => [x.t, `/thread-${x.i + 80}-1-1.html`, x.d]),
  });
}
{
  const r = base();
  add({
    name: 'trs-was-classlist',
    url: 'http://www.qingfeng.example/xxgk/zfxxgkml/',
    page: frame(
      `<div class="zfxxgk_zdgkc"><ul>${r.map((x) => `<li><a href="./2023${x.d.slice(5, 7)}/t${x.d.replaceAll('-', '')}_${x.i}.shtml" target="_blank">${x.t}</a><b>${x.d}</b></li>`).join('')}</ul></div><script>createPageHTML(7,0,"index","shtml");</script>`,
      { side },
    ),
    rows: r.map((x) => [x.t, `/xxgk/zfxxgkml/2023${x.d.slice(5, 7)}/t${x.d.replaceAll('-', '')}_${x.i}.shtml`, x.d]),
    next: /index_1/,
  });
}
{
  const r = base();
  add({
    name: 'kaipu-ul-with-split-empty-li',
    url: 'http://www.qingfeng.example/qfxrmzf/c100/list.shtml',
    page: frame(
      `<div class="gl_right"><ul class="liebiao">${r.map((x, i) => `<li><a target="_blank" href="/qfxrmzf/c100/2023${x.d.slice(5, 7)}/${'abcdef0123456789'.repeat(2).slice(i, i + 16)}.shtml">${x.t}</a><span>${x.d}</span></li>${(i + 1) % 5 === 0 ? '<li class="line"></li>' : ''}`).join('')}</ul><div id="page_div"></div><script>createPageHTML('page_div',12, 1,'list','shtml',234);</script></div>`,
      { side },
    ),
    rows: r.map((x, i) => [x.t, `/qfxrmzf/c100/2023${x.d.slice(5, 7)}/${'abcdef0123456789'.repeat(2).slice(i, i + 16)}.shtml`, x.d]),
    next: /list_2/,
  });
}
{
  const r = base();
  add({
    name: 'jincai-table-with-index-number',
    url: 'http://www.qingfeng.example/govxxgk/index.jsp?lm=9',
    page: frame(
      `<table class="xx" border="1"><tr><td>序号</td><td>索引号</td><td>信息名称</td><td>发布机构</td><td>生成日期</td><td>发布日期</td></tr>${r.map((x) => `<tr><td>${x.i + 1}</td><td>FY000/2023-0${x.i}</td><td><a href="show.jsp?id=${x.i + 300}">${x.t}</a></td><td><a href="?dept=3">县政府办公室</a></td><td>2023-07-0${x.i + 1}</td><td>${x.d}</td></tr>`).join('')}</table>`,
      { side },
    ),
    rows: r.map((x) => [x.t, `/govxxgk/show.jsp?id=${x.i + 300}`, x.d]),
  });
}
// B. hanweb records groups
{
  const rec = (x: R) =>
    `<record><![CDATA[\n<li><a href='/art/2023/${Number(x.d.slice(5, 7))}/${Number(x.d.slice(8))}/art_1229_${x.i + 400}.html' title='${x.t}'>${x.t}</a><span>${x.d}</span></li>]]></record>`;
  const r = base(10);
  add({
    name: 'hanweb-datastore-totalrecord',
    url: 'http://www.qingfeng.example/col/col1229/index.html',
    page: frame(
      `<div id="5566" style="x"><script type="text/xml"><datastore>\n<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&appid=1&appid=1&webid=30&path=%2F&columnid=1229&unitid=5566&webname=x&permissiontype=0"></a>]]></nextgroup>\n<recordset>\n${r.map(rec).join('\n')}\n</recordset></datastore></script></div><script type="text/javascript" src="/script/5/1_jpage.js"></script><script>\nvar myval=eval({col:1,appid:1,webid:30,path:'/',columnid:1229,sourceContentType:1,unitid:'5566',webname:'x',permissiontype:0,isBound:0});\n$(document).ready(function(){jQuery("#5566").jpage({perPage:5,groupSize:2,totalRecord:33,proxyUrl:'/module/web/jpage/dataproxy.jsp',param:{col:1,appid:1,webid:30,path:'/',columnid:1229,sourceContentType:1,unitid:'5566',webname:'x',permissiontype:0}});});</script>`,
      { side },
    ),
    rows: r.map((x) => [x.t, `/art/2023/${Number(x.d.slice(5, 7))}/${Number(x.d.slice(8))}/art_1229_${x.i + 400}.html`, x.d]),
    next: /dataproxy/,
  });
  add({
    name: 'hanweb-records-with-scripts-in-rows',
    url: 'http://www.qingfeng.example/col/col1229/index.html',
    page: frame(
      `<div id="5566"><script type="text/xml"><datastore><recordset>${r.map((x) => `<record><![CDATA[<tr><td><script>var _title='${x.t}';if(_title.length>20){_title=_title.substring(0,20)+'…'}document.write('<a href="/art/2023/art_${x.i}.html">'+_title+'</a>');</script></td><td>${x.d}</td></tr>]]></record>`).join('')}</recordset></datastore></script></div><script>jQuery("#5566").jpage({perPage:10,totalRecord:10,proxyUrl:'/module/web/jpage/dataproxy.jsp',param:{columnid:1229,unitid:'5566',webid:3}});</script>`,
    ),
    notState: ['blank'],
  });
}
// C. shells with inline state
{
  const r = base();
  const st = {
    list: { items: r.map((x) => ({ id: x.i + 1, title: x.t, url: x.u, pubDate: x.d + ' 10:00:00', hits: x.i })), total: 8 },
    side: N.map((t, i) => ({ title: t, url: `/yw/${i}.html`, pubDate: ND[i] })),
  };
  add({
    name: 'initial-state-list',
    page: frame(
      `<div id="app"></div><script>window.__INITIAL_STATE__=${JSON.stringify(st)};(function(){var s;(s=document.currentScript).parentNode.removeChild(s)}());</script><script src="/static/js/app.8f2c.js"></script>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'nuxt-function-state',
    page: frame(
      `<div id="__nuxt"><div class="loading">加载中</div></div><script>window.__NUXT__=(function(a,b){return {data:[{list:[${r.map((x) => `{id:${x.i},title:"${x.t}",link:"${x.u.replaceAll('/', '\\u002F')}",publishTime:"${x.d}",top:a}`).join(',')}],total:8}],error:b}}(0,null));</script><script src="/_nuxt/app.js" defer></script>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'next-data',
    page: frame(
      `<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { articles: r.map((x) => ({ headline: x.t, path: x.u, publishedAt: x.d + 'T01:00:00.000Z' })) } } })}</script>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'vue-shell-side-box',
    page: frame(
      `<div id="app"><ul><li v-for="item in list"><a :href="item.url">{{item.title}}</a><span>{{item.date}}</span></li></ul></div><script src="/js/vue.min.js"></script><script src="/js/list.js"></script>`,
      { side },
    ),
    notState: ['blank', 'list'],
  });
  add({
    name: 'vue-shell-with-more-side-box-named-latest',
    page: frame(`<div id="app"></div><script src="/js/chunk.js"></script>`, { side: `<div><h3>最新动态</h3>${side}</div>` }),
    notState: ['blank', 'list'],
  });
}
// D. old tables
{
  const r = base();
  add({
    name: 'table-2005-nested-nbsp',
    page: frame(
      `<table width="760" border="0" align="center"><tr><td width="180" valign="top"><table><tr><td><img src="/img/l.gif"></td></tr><tr><td><a href="/zwgk/ldzc/">领导之窗</a></td></tr><tr><td><a href="/zwgk/jgsz/">机构设置情况</a></td></tr></table></td><td valign="top"><table width="100%"><tr><td height="30" background="/img/b.gif">&nbsp;<b>通知公告</b></td></tr><tr><td>${r.map((x) => `<table width="98%"><tr><td width="3%"><img src="/img/d.gif"></td><td><a href="${x.u}" class="hei">${x.t}</a></td><td width="90"><font color="#999999">${x.d.slice(2)}</font></td></tr><tr><td colspan="3" background="/img/x.gif" height="1"></td></tr></table>`).join('')}</td></tr></table></td></tr></table>`,
      { trail: false },
    ),
    rows: exp(r),
  });
  add({
    name: 'table-two-columns-of-rows',
    page: frame(
      `<table>${[0, 2, 4, 6].map((i) => `<tr>${[i, i + 1].map((k) => `<td>·<a href="${r[k]!.u}">${r[k]!.t}</a></td><td>${r[k]!.d}</td>`).join('')}</tr>`).join('')}</table>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'font-br-lines-day-before',
    page: frame(`<font size=2>${r.map((x) => `${x.d}　<a href=${x.u}>${x.t}</a><br>`).join('\n')}</font>`),
    rows: exp(r),
  });
  add({
    name: 'marquee-beside-list',
    page: frame(
      `<marquee scrollamount=2><ul>${N.map((t, i) => `<li><a href="/xwzx/yw/${i + 700}.html">${t}</a>[${ND[i]}]</li>`).join('')}</ul></marquee><ul>${r
        .slice(0, 4)
        .map((x) => `<li><a href="${x.u}">${x.t}</a>[${x.d}]</li>`)
        .join('')}</ul>`,
    ),
    rows: exp(r.slice(0, 4)),
  });
  add({
    name: 'marquee-above-blank',
    page: frame(
      `<marquee>${N.map((t, i) => `<a href="/xwzx/yw/${i + 700}.html">${t}</a>[${ND[i]}] `).join('')}</marquee><h2>通知公告</h2><ul class="lb"></ul>`,
    ),
    notState: ['list'],
  });
  add({
    name: 'frameset',
    page: `<html><head><meta charset=utf-8><title>通知公告</title></head><frameset cols="200,*"><frame src="left.html" name="l"><frame src="/zwgk/tzgg/main.html" name="m"><noframes><body>您的浏览器不支持框架</body></noframes></frameset></html>`,
    notState: ['blank', 'list'],
    next: /main\.html/,
  });
}
// E. encodings
// F. XML/RSS
{
  const r = base();
  const rss = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>通知公告</title><link>http://www.qingfeng.example/</link>${r.map((x) => `<item><title><![CDATA[${x.t}]]></title><link>http://www.qingfeng.example${x.u}</link><pubDate>${new Date(x.d + 'T02:00:00Z').toUTCString()}</pubDate><description>x</description></item>`).join('')}</channel></rss>`;
  add({
    name: 'rss-column',
    page: rss,
    type: 'text/xml; charset=utf-8',
    url: 'http://www.qingfeng.example/zwgk/tzgg/rss.xml',
    rows: exp(r),
  });
  add({
    name: 'xml-rows',
    page: `<?xml version="1.0" encoding="utf-8"?><root><total>8</total>${r.map((x) => `<row><id>${x.i}</id><title>${x.t}</title><url>${x.u}</url><pubdate>${x.d} 08:00:00</pubdate></row>`).join('')}</root>`,
    type: 'text/xml',
    url: 'http://www.qingfeng.example/api/list.xml',
    rows: exp(r),
  });
  add({
    name: 'atom-column',
    page: `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>通知公告</title><updated>2023-12-09T00:00:00Z</updated>${r.map((x) => `<entry><title>${x.t}</title><link href="http://www.qingfeng.example${x.u}"/><updated>2023-12-08T00:00:00Z</updated><published>${x.d}T09:00:00+08:00</published></entry>`).join('')}</feed>`,
    type: 'application/atom+xml',
    url: 'http://www.qingfeng.example/feed',
    rows: exp(r),
  });
}
// G. groups & forms
{
  const r = base();
  add({
    name: 'year-tabs-two-years',
    page: frame(
      `<div class="years"><a href="?y=2023">2023年</a><a href="?y=2022">2022年</a></div><div><h3>2023年</h3><ul>${r
        .slice(0, 4)
        .map((x) => `<li><a href="${x.u}">${x.t}</a><span>${md(x.d)}</span></li>`)
        .join('')}</ul><h3>2022年</h3><ul>${r
        .slice(4)
        .map((x) => `<li><a href="/zwgk/tzgg/${x.i}.html">${x.t}</a><span>${md(x.d)}</span></li>`)
        .join('')}</ul></div>`,
    ),
    rows: r.map((x, i) => [x.t, i < 4 ? x.u : `/zwgk/tzgg/${x.i}.html`, i < 4 ? x.d : x.d.replace('2023', '2022')]),
  });
  add({
    name: 'accordion-years-hidden',
    page: frame(
      `${['2023', '2022']
        .map(
          (y, g) =>
            `<div class="acc"><div class="acc-h">${y}年</div><div class="acc-b" style="${g ? 'display:none' : ''}"><ul>${r
              .slice(g * 4, g * 4 + 4)
              .map((x) => `<li><a href="/zwgk/tzgg/${x.i}.html">${x.t}</a><span>${x.d.replace('2023', y)}</span></li>`)
              .join('')}</ul></div></div>`,
        )
        .join('')}`,
      { h2: true },
    ),
    rows: r.map((x, i) => [x.t, `/zwgk/tzgg/${x.i}.html`, i < 4 ? x.d : x.d.replace('2023', '2022')]),
  });
  add({
    name: 'card-grid-pictures-dated',
    page: frame(
      `<div class="grid">${r.map((x) => `<div class="item"><a href="${x.u}"><div class="pic"><img src="/p/${x.i}.jpg" alt="${x.t}"></div><h4>${x.t.slice(0, 12)}…</h4><p>${x.d}</p></a></div>`).join('')}</div>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'day-big-yearmonth-small',
    page: frame(
      `<ul>${r.map((x) => `<li><div class="sj"><span class="big">${x.d.slice(8)}</span><span class="sm">${x.d.slice(0, 7).replace('-', '/')}</span></div><div class="nr"><h3><a href="${x.u}">${x.t}</a></h3><p>为切实做好有关工作，提高认识，加强领导……<a href="${x.u}">[详细]</a></p></div></li>`).join('')}</ul>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'day-slash-month-then-year',
    page: frame(
      `<ul>${r.map((x) => `<li><div><i>${x.d.slice(8)}</i><em>${Number(x.d.slice(5, 7))}月</em><u>${x.d.slice(0, 4)}</u></div><a href="${x.u}">${x.t}</a></li>`).join('')}</ul>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'monthday-only-no-url-year',
    page: frame(`<ul>${r.map((x) => `<li><a href="/zwgk/tzgg/${x.i + 40}.html">${x.t}</a><span>${md(x.d)}</span></li>`).join('')}</ul>`),
    rows: r.map((x) => [x.t, `/zwgk/tzgg/${x.i + 40}.html`, null, md(x.d)]),
  });
  add({
    name: 'english-dates',
    page: frame(
      `<ul>${r.map((x) => `<li><a href="${x.u}">${x.t}</a><span>${M[Number(x.d.slice(5, 7)) - 1]} ${Number(x.d.slice(8))}, ${x.d.slice(0, 4)}</span></li>`).join('')}</ul>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'english-day-month-year',
    page: frame(
      `<ul>${r.map((x) => `<li><a href="${x.u}">${x.t}</a><span>${Number(x.d.slice(8))} ${M[Number(x.d.slice(5, 7)) - 1]} ${x.d.slice(0, 4)}</span></li>`).join('')}</ul>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'english-dashes',
    page: frame(
      `<ul>${r.map((x) => `<li><a href="${x.u}">${x.t}</a><span>${x.d.slice(8)}-${M[Number(x.d.slice(5, 7)) - 1]}-${x.d.slice(0, 4)}</span></li>`).join('')}</ul>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'relative-dates',
    page: frame(
      `<ul>${r.map((x, i) => `<li><a href="/zwgk/tzgg/${x.i + 40}.html">${x.t}</a><span>${['3小时前', '昨天', '2天前', '5天前', '1周前', '2周前', '1个月前', '2个月前'][i]}</span></li>`).join('')}</ul>`,
    ),
    rows: r.map((x) => [x.t, `/zwgk/tzgg/${x.i + 40}.html`, null]),
  });
  add({
    name: 'dmy-numeric',
    page: frame(
      `<ul>${r.map((x) => `<li><a href="/zwgk/tzgg/${x.i + 40}.html">${x.t}</a><span>${x.d.slice(8)}/${x.d.slice(5, 7)}/${x.d.slice(0, 4)}</span></li>`).join('')}</ul>`,
    ),
    rows: r.map((x) => [x.t, `/zwgk/tzgg/${x.i + 40}.html`, null]),
  });
  add({
    name: 'weekday-behind-day',
    page: frame(
      `<ul>${r.map((x) => `<li><a href="${x.u}">${x.t}</a><span>${x.d.slice(0, 4)}年${Number(x.d.slice(5, 7))}月${Number(x.d.slice(8))}日 星期三</span></li>`).join('')}</ul>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'clock-before-day',
    page: frame(`<ul>${r.map((x) => `<li><a href="${x.u}">${x.t}</a><span>09:30 ${x.d}</span></li>`).join('')}</ul>`),
    rows: exp(r),
  });
  add({
    name: 'row-day-in-title-attr',
    page: frame(
      `<ul>${r.map((x) => `<li><a href="/zwgk/tzgg/${x.i + 40}.html" title="标题：${x.t}&#10;发布时间：${x.d}&#10;点击数：3">${x.t.slice(0, 9)}...</a></li>`).join('')}</ul>`,
    ),
    rows: r.map((x) => [x.t, `/zwgk/tzgg/${x.i + 40}.html`, null]),
  });
  add({
    name: 'deadline-beside-pub',
    page: frame(
      `<ul>${r.map((x) => `<li><a href="${x.u}">${x.t}</a><em>报名截止 2024-01-1${x.i}</em><span>${x.d}</span></li>`).join('')}</ul>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'pub-then-deadline-no-label',
    page: frame(
      `<table><tr><th>标题</th><th>发布时间</th><th>截止时间</th></tr>${r.map((x) => `<tr><td><a href="${x.u}">${x.t}</a></td><td>${x.d}</td><td>2024-01-1${x.i}</td></tr>`).join('')}</table>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'survey-from-to',
    page: frame(
      `<table><tr><th>征集主题</th><th>开始时间</th><th>结束时间</th><th>状态</th></tr>${r.map((x) => `<tr><td><a href="${x.u}">${x.t}</a></td><td>${x.d}</td><td>2024-01-1${x.i}</td><td>进行中</td></tr>`).join('')}</table>`,
    ),
    rows: exp(r, () => 'NOT:2024'),
  });
  add({
    name: 'open-date-unknown-label',
    page: frame(`<ul>${r.map((x) => `<li><a href="${x.u}">${x.t}</a><span>开标日：2024-01-1${x.i}</span></li>`).join('')}</ul>`),
    rows: exp(r, () => 'NOT:2024'),
  });
  add({
    name: 'letters-table',
    page: frame(
      `<table><tr><td>信件编号</td><td>标题</td><td>写信时间</td><td>回复时间</td><td>状态</td></tr>${r.map((x) => `<tr><td>2023${x.i}0012</td><td><a href="/hdjl/xj/${x.i + 40}.html">${x.t}</a></td><td>2023-06-0${x.i + 1}</td><td>${x.d}</td><td>已回复</td></tr>`).join('')}</table>`,
    ),
    rows: r.map((x) => [x.t, `/hdjl/xj/${x.i + 40}.html`, x.d]),
  });
}
// H. side boxes/ headlines/ single rows
{
  const r = base();
  add({
    name: 'single-row-with-side',
    page: frame(`<ul class="k9"><li><a href="${r[0]!.u}">${r[0]!.t}</a><span>${r[0]!.d}</span></li></ul>`, { side }),
    rows: exp(r.slice(0, 1)),
  });
  add({
    name: 'two-rows-undated-with-side',
    page: frame(
      `<ul class="k9">${r
        .slice(0, 2)
        .map((x) => `<li><a href="${x.u}">${x.t}</a></li>`)
        .join('')}</ul>`,
      { side },
    ),
    notState: ['blank'],
  });
  add({
    name: 'headline-above-list',
    page: frame(
      `<div class="tt"><h3><a href="${r[0]!.u}">${r[0]!.t}</a></h3><p>为切实做好有关工作，提高认识，加强领导，现将有关事项说明如下……</p><span>${r[0]!.d}</span></div><ul>${r
        .slice(1)
        .map((x) => `<li><a href="${x.u}">${x.t}</a><span>${x.d}</span></li>`)
        .join('')}</ul>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'side-before-list-same-make',
    page: frame(
      `<div class="left"><h4>热点推荐</h4><ul>${N.map((t, i) => `<li><a href="/xwzx/yw/${i + 700}.html">${t}</a><span>${ND[i]}</span></li>`).join('')}</ul></div><div class="right"><ul>${r
        .slice(0, 3)
        .map((x) => `<li><a href="${x.u}">${x.t}</a><span>${x.d}</span></li>`)
        .join('')}</ul></div>`,
    ),
    rows: exp(r.slice(0, 3)),
  });
  add({
    name: 'blank-list-with-side-unheaded',
    page: frame(`<div class="right"><ul class="lb"></ul></div>`, { h2: true, side: side.replace('<h4>要闻</h4>', '') }),
    notState: ['list'],
  });
  add({
    name: 'leader-biography',
    page: frame(
      `<div><img src="/upload/ld.jpg"><p>张某，男，汉族，1972年生，在职研究生学历，现任县委副书记、县长。</p><p>主持县政府全面工作。</p></div>`,
      { name: '县长', side },
    ),
    notState: ['blank', 'list'],
  });
  add({
    name: 'org-chart-links',
    page: frame(
      `<div class="jg">${['县政府办公室', '县发展和改革局', '县教育和体育局', '县科学技术局', '县工业和信息化局', '县公安局'].map((t, i) => `<a href="/bm/${i}/">${t}</a>`).join('')}</div>`,
      { name: '机构设置' },
    ),
    notState: ['blank', 'list'],
  });
  add({
    name: 'form-page',
    page: frame(
      `<form action="/save" method="post"><p>姓名<input name=a></p><p>电话<input name=b></p><p>内容<textarea name=c></textarea></p><input type=submit></form>`,
      { name: '县长信箱', side },
    ),
    notState: ['blank', 'list'],
  });
  add({ name: 'no-data-in-words-with-side', page: frame(`<div class="r"><p>暂无相关信息！</p></div>`, { side }), state: 'blank' });
  add({
    name: 'no-data-words-but-script-list',
    page: frame(
      `<div id="list"><p class="empty" style="display:none">暂无数据</p></div><script>$.ajax({url:'/api/news/list',data:{cid:5,page:1},success:function(d){draw(d)}});</script>`,
    ),
    notState: ['blank'],
  });
  add({
    name: 'no-data-words-in-side-box',
    page: frame(`<ul>${r.map((x) => `<li><a href="${x.u}">${x.t}</a><span>${x.d}</span></li>`).join('')}</ul>`, {
      side: '<div class="s"><h4>在线访谈</h4><p>暂无内容</p></div>',
    }),
    rows: exp(r),
  });
  add({
    name: 'no-data-words-in-side-box-and-shell',
    page: frame(`<div id="lists"></div><script src="/js/newslist.js"></script>`, {
      side: '<div class="s"><h4>在线访谈</h4><p>暂无内容</p></div>',
    }),
    notState: ['blank'],
  });
  add({
    name: 'list-with-new-img-and-pinned',
    page: frame(
      `<ul>${r.map((x) => `<li>${x.i === 0 ? '<img src="/new.gif"><font color=red>[置顶]</font>' : ''}<a href="${x.u}">${x.t}</a><span>${x.d}</span></li>`).join('')}</ul>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'undated-whole-list',
    page: frame(`<ul>${r.map((x) => `<li><a href="/zwgk/tzgg/${x.i + 40}.html">${x.t}</a></li>`).join('')}</ul>`, { side }),
    notState: ['blank'],
    rows: r.map((x) => [x.t, `/zwgk/tzgg/${x.i + 40}.html`, null]),
  });
  add({
    name: 'gkml-tree-and-table',
    page: frame(
      `<div class="tree">${['概况信息', '法规文件', '规划计划', '工作动态', '人事信息', '财政信息'].map((t, i) => `<div><a href="/xxgk/ml/${i}/">${t}</a></div>`).join('')}</div><div class="tb">${r.map((x) => `<div class="row"><div class="bt"><a href="${x.u}" title="${x.t}">${x.t}</a><div class="tip"><p>索引号：FY${x.i}</p><p>发布机构：县府办</p><p>发文日期：2023-05-0${x.i + 1}</p><p>名称：${x.t}</p></div></div><div class="wh">青政发〔2023〕${x.i}号</div><div class="rq">${x.d}</div></div>`).join('')}</div>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'onclick-row-table',
    page: frame(
      `<table>${r.map((x) => `<tr onclick="location.href='${x.u}'" style="cursor:pointer"><td>${x.t}</td><td>${x.d}</td></tr>`).join('')}</table>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'hash-route-rows',
    page: frame(`<ul>${r.map((x) => `<li><a href="#/detail?id=${x.i + 90}">${x.t}</a><span>${x.d}</span></li>`).join('')}</ul>`),
    rows: r.map((x) => [x.t, 'ANY', x.d]),
  });
  add({
    name: 'unknown-click-function',
    page: frame(
      `<ul>${r.map((x) => `<li><a href="javascript:void(0)" onclick="goDetail('${x.i + 90}','zw')">${x.t}</a><span>${x.d}</span></li>`).join('')}</ul><script src="/js/x.js"></script>`,
    ),
    rows: r.map((x) => [x.t, null, x.d]),
  });
  add({
    name: 'attachments-as-rows',
    page: frame(`<ul>${r.map((x) => `<li><a href="/files/2023/${x.i}.pdf">${x.t}.pdf</a><span>${x.d}</span></li>`).join('')}</ul>`),
    rows: r.map((x) => [x.t + '.pdf', `/files/2023/${x.i}.pdf`, x.d]),
  });
  add({
    name: 'document-write-loop',
    page: frame(
      `<ul><script>var arr=[${r.map((x) => `["${x.t}","${x.u}","${x.d}"]`).join(',')}];for(var i=0;i<arr.length;i++){document.write("<li><a href='"+arr[i][1]+"'>"+arr[i][0]+"</a><span>"+arr[i][2]+"</span></li>");}</script></ul>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'parallel-arrays',
    maybe: true,
    page: frame(
      `<ul id="x"></ul><script>var t=new Array(${r.map((x) => `"${x.t}"`).join(',')});var u=new Array(${r.map((x) => `"${x.u}"`).join(',')});var d=new Array(${r.map((x) => `"${x.d}"`).join(',')});for(var i=0;i<t.length;i++){document.getElementById('x').innerHTML+='<li><a href="'+u[i]+'">'+t[i]+'</a>'+d[i]+'</li>';}</script>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'indexed-assignments',
    page: frame(
      `<script>var news=new Array();${r.map((x) => `news[${x.i}]=new Object();news[${x.i}].title="${x.t}";news[${x.i}].url="${x.u}";news[${x.i}].date="${x.d}";`).join('')}for(var i in news){document.write('<p><a href='+news[i].url+'>'+news[i].title+'</a>'+news[i].date+'</p>')}</script>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'push-calls',
    page: frame(
      `<div id="l"></div><script>var list=[];${r.map((x) => `list.push({t:'${x.t}',h:'${x.u}',d:'${x.d}'});`).join('')}render(list);</script>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'function-row-calls',
    page: frame(
      `<table><script>${r.map((x) => `addRow('${x.t}','${x.u}','${x.d}');`).join('\n')}function addRow(t,u,d){document.write('<tr><td><a href="'+u+'">'+t+'</a></td><td>'+d+'</td></tr>');}</script></table>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'json-island-in-textarea',
    page: frame(
      `<textarea id="data" style="display:none">${JSON.stringify(r.map((x) => ({ title: x.t, url: x.u, date: x.d })))}</textarea><ul id="l"></ul><script>draw(JSON.parse($('#data').val()))</script>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'base64-rows',
    page: frame(
      `<div id="l"></div><script>var d=JSON.parse(decodeURIComponent(escape(atob("${Buffer.from(JSON.stringify(r.map((x) => ({ title: x.t, url: x.u, date: x.d })))).toString('base64')}"))));draw(d)</script>`,
    ),
    notState: ['blank'],
  });
  add({
    name: 'urlencoded-rows',
    page: frame(
      `<div id="l"></div><script>var d=JSON.parse(decodeURIComponent("${encodeURIComponent(JSON.stringify(r.map((x) => ({ title: x.t, url: x.u, date: x.d }))))}"));draw(d)</script>`,
    ),
    notState: ['blank'],
  });
  add({
    name: 'template-script-handlebars-shell',
    page: frame(
      `<ul id="u"></ul><script id="tpl" type="text/html">{{each list}}<li><a href="{{url}}">{{title}}</a></li>{{/each}}</script>`,
      { side },
    ),
    notState: ['blank', 'list'],
  });
  add({
    name: 'noscript-list',
    page: frame(
      `<div id="app"></div><noscript><ul>${r.map((x) => `<li><a href="${x.u}">${x.t}</a><span>${x.d}</span></li>`).join('')}</ul></noscript>`,
    ),
    rows: exp(r),
  });
  add({
    name: 'shadow-textarea-template',
    page: frame(`<template><ul>${r.map((x) => `<li><a href="${x.u}">${x.t}</a><span>${x.d}</span></li>`).join('')}</ul></template>`),
    rows: exp(r),
  });
}
// I. JSON kinds
{
  const r = base();
  const j = (name: string, o: unknown, extra: Partial<Unseen> = {}) =>
    add({
      name: `json-${name}`,
      url: 'http://www.qingfeng.example/api/list?page=1&size=8',
      page: typeof o === 'string' ? o : JSON.stringify(o),
      type: 'application/json',
      rows: exp(r),
      ...extra,
    });
  j('spring-page', {
    content: r.map((x) => ({ articleId: x.i, articleTitle: x.t, htmlUrl: x.u, createDate: '2023-12-01 00:00:00', releaseDate: x.d })),
    totalElements: 80,
    number: 0,
    totalPages: 10,
  });
  j('array-rows-with-header', { head: ['标题', '地址', '日期'], rows: r.map((x) => [x.t, x.u, x.d]) });
  j('keys-chinese', { data: r.map((x) => ({ 标题: x.t, 链接: x.u, 发布时间: x.d })) });
  j('object-of-objects', { data: Object.fromEntries(r.map((x) => [`k${x.i}`, { title: x.t, url: x.u, time: x.d }])) }, { maybe: true });
  j('epoch-seconds', { result: { records: r.map((x) => ({ title: x.t, url: x.u, ts: Date.parse(x.d + 'T02:00:00Z') / 1000 })) } });
  j('pub-and-deadline', { rows: r.map((x) => ({ title: x.t, url: x.u, endTime: '2024-02-01', startDate: x.d, publishTime: x.d })) });
  j('unknown-names', { d: r.map((x) => ({ a1: x.t, a2: x.u, a3: x.d, a4: '2023-12-09' })) }, { rows: exp(r) });
  j('odata', { '@odata.context': 'x', value: r.map((x) => ({ Title: x.t, Link: x.u, PublishedDate: `${x.d}T00:00:00` })) });
  j('dotnet-date', { Rows: r.map((x) => ({ Title: x.t, Url: x.u, InfoDate: `/Date(${Date.parse(x.d + 'T02:00:00Z')})/` })) });
  j('callback-with-comment', `/**/jQuery112({"list":${JSON.stringify(r.map((x) => ({ title: x.t, url: x.u, pubtime: x.d })))}});`);
  j('single-quotes', `{'list':[${r.map((x) => `{'title':'${x.t}','url':'${x.u}','pubdate':'${x.d}',}`).join(',')}]}`);
  j('menu-beside-rows', {
    menus: [
      { name: '政务公开', url: '/zwgk/' },
      { name: '办事服务', url: '/bsfw/' },
      { name: '互动交流', url: '/hdjl/' },
    ],
    hot: N.map((t, i) => ({ title: t, url: `/yw/${i}.html`, pubDate: ND[i] })),
    list: r.map((x) => ({ title: x.t, url: x.u, pubDate: x.d })),
  });
  j('error-answer', { code: 500, msg: '系统异常', data: null }, { rows: [], notState: ['blank', 'list'] });
  j('need-login', { code: 401, message: '请先登录', data: [] }, { rows: [], notState: ['blank', 'list'] });
  j('empty-list', { code: 200, data: { total: 0, rows: [] } }, { rows: [], notState: ['list'] });
  j('highlight-markup', {
    hits: r.map((x) => ({ title: `<em>${x.t.slice(0, 2)}</em>${x.t.slice(2)}`, url: x.u, docpubtime: `${x.d} 09:00` })),
  });
}
// J. articles
{
  const art = (name: string, mid: string, a: Record<string, unknown>, head = '') =>
    add({
      name: `art-${name}`,
      kind: 'article',
      url: 'http://www.qingfeng.example/zwgk/tzgg/5001.html',
      page: frame(mid, { head, name: '正文', side }),
      says: a,
    });
  const body = `<p>各乡镇人民政府，县政府各部门：</p><p>为切实做好有关工作，现将有关事项通知如下，请结合实际认真贯彻落实。会议定于2024年1月5日召开。</p><p>青峰县人民政府</p><p>2023年11月18日</p>`;
  art('label-spaced', `<h1>${T[0]}</h1><div>发 布 时 间 ： 2023-11-20　来 源 ： 县应急局</div>${body}`, {
    title: T[0],
    publishedAt: '2023-11-20',
    source: '县应急局',
  });
  art('no-label-day-line', `<h1>${T[0]}</h1><p>2023-11-20 09:15　县应急局　浏览量：<span>34</span></p>${body}`, {
    title: T[0],
    publishedAt: '2023-11-20T09:15:00+08:00',
  });
  art('meeting-label-only', `<h1>${T[0]}</h1><p>会议时间：2023-12-20　地点：县政府三楼</p>${body}`, { title: T[0], publishedAt: null });
  art(
    'bid-and-pub',
    `<h1>${T[0]}</h1><table><tr><td>开标时间</td><td>2024-01-20</td></tr><tr><td>公告日期</td><td>2023-11-20</td></tr></table>${body}`,
    { title: T[0], publishedAt: '2023-11-20' },
  );
  art('english-posted', `<h1>${T[0]}</h1><p>Posted on November 20, 2023 by Office</p>${body}`, { publishedAt: '2023-11-20' });
  art('valid-until', `<h1>${T[0]}</h1><p>有效期至：2028-11-20</p>${body}`, { publishedAt: null });
  art('two-spans-day', `<h1>${T[0]}</h1><div class="t"><span>20</span><em>2023-11</em></div>${body}`, { title: T[0] });
  art(
    'meta-og',
    `<h1>${T[0]}</h1>${body}`,
    { publishedAt: '2023-11-20T08:00:00+08:00' },
    `<meta property="article:published_time" content="2023-11-20T08:00:00+08:00">`,
  );
  art(
    'jsonld',
    `<h1>${T[0]}</h1>${body}`,
    { publishedAt: '2023-11-20' },
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${T[0]}","datePublished":"2023-11-20","dateModified":"2023-12-01"}</script>`,
  );
  art('updated-beside-published', `<h1>${T[0]}</h1><p>更新时间：2023-12-01 发布时间：2023-11-20 来源：本站</p>${body}`, {
    publishedAt: '2023-11-20',
  });
  art('views-glued', `<h1>${T[0]}</h1><p>时间：2023-11-20点击：120次来源：县府办</p>${body}`, {
    publishedAt: '2023-11-20',
    source: '县府办',
  });
  art(
    'penalty-decision-day',
    `<h1>行政处罚决定书</h1><table><tr><td>处罚决定日期</td><td>2023-05-01</td></tr><tr><td>公示截止期</td><td>2024-05-01</td></tr></table><p>某某公司违反有关规定，依法给予警告并处罚款人民币五千元整。</p>`,
    { publishedAt: null },
  );
}
