import { describe, expect, it } from 'vitest';
import { findList } from '../../../crawlers/reading/lists/list.ts';
import { parsePage } from '../../../crawlers/reading/page.ts';
import { fallingDay, framed, rows, TITLES } from './frame.ts';

const URL_HERE = 'http://sw.qinghe.example/zwgk/tzgg/index.html';

interface Form {
  readonly name: string;
  readonly html: string;
  readonly count?: number;
  /** Days are shown without their year. */
  readonly yearless?: boolean;
  readonly undated?: boolean;
}

const href = (index: number) => `./202312/t202312${28 - index}_${4100 + index}.html`;
const cut = (title: string) => `${title.slice(0, 12)}...`;
const y = '2023';
const dd = (day: string) => day.slice(8);

const FORMS: readonly Form[] = [
  {
    name: 'li with the day behind',
    html: `<h2>通知公告</h2><ul class="x">${rows(8, (t, d, i) => `<li><a href="${href(i)}">${t}</a><span>${d}</span></li>`)}</ul>`,
  },
  {
    name: 'li with the day before, in brackets',
    html: `<ul>${rows(8, (t, d, i) => `<li><span>[${d}]</span><a href="${href(i)}" title="${t}">${cut(t)}</a></li>`)}</ul>`,
  },
  {
    name: 'li with slashes and times',
    html: `<ul>${rows(8, (t, d, i) => `<li>·<a href="${href(i)}">${t}</a><i>${d.replaceAll('-', '/')} 09:30:00</i></li>`)}</ul>`,
  },
  {
    name: 'li with Chinese days',
    html: `<ul>${rows(8, (t, d, i) => `<li><a href="${href(i)}">${t}</a>（${d.slice(0, 4)}年${Number(d.slice(5, 7))}月${Number(d.slice(8))}日）</li>`)}</ul>`,
  },
  {
    name: 'rows whose links say view and download, beside a title that is none',
    html: `<table><tr><th>标题</th><th>时间</th><th>操作</th></tr>${rows(8, (t, d, i) => `<tr><td>${t}</td><td>${d}</td><td><a href="${href(i)}">查看详情</a> <a href="/down/${i}.doc">下载</a></td></tr>`)}</table>`,
  },
  { name: 'dl with dt and dd', html: `<dl>${rows(8, (t, d, i) => `<dt><a href="${href(i)}">${t}</a></dt><dd>${d}</dd>`)}</dl>` },
  { name: 'dl with the day in dt', html: `<dl>${rows(8, (t, d, i) => `<dt>${d}</dt><dd><a href="${href(i)}">${t}</a></dd>`)}</dl>` },
  {
    name: 'dl with summaries that link as well',
    html: rows(
      6,
      (t, d, i) =>
        `<dl><dt><a href="${href(i)}">${t}</a></dt><dd class="s"><a href="${href(i)}">为保障城区居民用水安全，经市政府同意，自即日起对管网进行分段改造施工，请有关单位和居民提前做好储水准备。</a></dd><dd>发布时间：${d} 来源：市水务局</dd></dl>`,
    ),
    count: 6,
  },
  {
    name: 'a table with heads, where the day of publication counts',
    html: `<table><thead><tr><th>序号</th><th>名称</th><th>文号</th><th>成文日期</th><th>发布日期</th></tr></thead><tbody>${rows(8, (t, d, i) => `<tr><td>${i + 1}</td><td><a href="${href(i)}">${t}</a></td><td>青水〔2023〕${i + 3}号</td><td>2023-10-0${i + 1}</td><td>${d}</td></tr>`)}</tbody></table>`,
  },
  {
    name: 'a table with heads in its first row and the day of publication first',
    html: `<table>${'<tr><td>发布日期</td><td>标题</td><td>生成日期</td></tr>'}${rows(8, (t, d, i) => `<tr><td>${d}</td><td><a href="${href(i)}">${t}</a></td><td>2023-10-0${i + 1}</td></tr>`)}</table>`,
  },
  {
    name: 'nested old tables with bullets as pictures',
    html: `<table width="96%"><tr><td><table><tr><td><img src="/img/dot.gif"></td><td>通知公告</td></tr></table></td></tr>${rows(8, (t, d, i) => `<tr><td><table width="100%"><tr><td width="12"><img src="/img/li.gif"></td><td><a href="${href(i)}" target="_blank">${t}</a></td><td align="right">${d}</td></tr></table></td></tr><tr><td background="/img/line.gif" height="1"></td></tr>`)}</table>`,
  },
  {
    name: 'a nested table a row, one after the other',
    html: rows(8, (t, d, i) => `<table><tr><td>・</td><td><a href=${href(i)}>${t}</a></td><td>[${d}]</td></tr></table>`),
  },
  { name: 'links and line breaks', html: `<div class="con">${rows(8, (t, d, i) => `<a href="${href(i)}">${t}</a> [${d}]<br>`)}</div>` },
  { name: 'paragraphs', html: `<div>${rows(8, (t, d, i) => `<p><a href="${href(i)}">${t}</a>&nbsp;&nbsp;${d}</p>`)}</div>` },
  {
    name: 'cards with day and month apart',
    html: `<div class="cards">${rows(8, (t, d, i) => `<div class="card"><div class="date"><em>${dd(d)}</em><span>${y}-${d.slice(5, 7)}</span></div><div class="txt"><h4><a href="${href(i)}">${t}</a></h4><p>为保障城区居民用水安全，经研究决定开展施工。</p></div></div>`)}</div>`,
  },
  {
    name: 'cards with the year below and month-day above',
    html: `<div>${rows(8, (t, d, i) => `<a class="card" href="${href(i)}"><b>${d.slice(5)}</b><small>${y}</small><h3>${t}</h3><p>2023年上半年以来，全市水务系统认真贯彻落实各项部署，成效明显。</p></a>`)}</div>`,
  },
  {
    name: 'the whole card is a link with title and day',
    html: `<div>${rows(8, (t, d, i) => `<a href="${href(i)}"><div class="t">${t}</div><div class="d">${d}</div></a>`)}</div>`,
  },
  {
    name: 'a category before the title',
    html: `<ul>${rows(8, (t, d, i) => `<li>[<a href="/zwgk/tz/">通知</a>] <a href="${href(i)}">${t}</a> <span>${d}</span></li>`)}</ul>`,
  },
  {
    name: 'a category and an office as links',
    html: `<ul>${rows(8, (t, d, i) => `<li><a href="/zwgk/tz/">【通知公告】</a><a href="${href(i)}">${t}</a> <a href="/bm/bgs/">局办公室</a> <span>${d}</span></li>`)}</ul>`,
  },
  {
    name: 'several uls with separators every five rows',
    html: `<div class="list"><ul>${rows(5, (t, d, i) => `<li><a href="${href(i)}">${t}</a><span>${d}</span></li>`)}</ul><div class="line"></div><ul>${rows(10, (t, d, i) => (i < 5 ? '' : `<li><a href="${href(i)}">${t}</a><span>${d}</span></li>`))}</ul></div>`,
    count: 10,
  },
  {
    name: 'a separator li every few rows',
    html: `<ul>${rows(10, (t, d, i) => `<li><a href="${href(i)}">${t}</a><span>${d}</span></li>${i % 5 === 4 ? '<li class="split"></li>' : ''}`)}</ul>`,
    count: 10,
  },
  {
    name: 'a single row under the column name',
    html: `<h1>通知公告</h1><ul>${rows(1, (t, d, i) => `<li><a href="${href(i)}">${t}</a><span>${d}</span></li>`)}</ul>`,
    count: 1,
  },
  {
    name: 'rows written by script',
    html: `<ul>${rows(8, (t, d, i) => `<li><script>var url="${href(i)}";var title="${t}";if(title.length>20){document.writeln("<a href='"+url+"' title='"+title+"'>"+title.substring(0,20)+"...</a><span>${d}</span>");}else{document.writeln("<a href='"+url+"'>"+title+"</a><span>${d}</span>");}</script></li>`)}</ul>`,
  },
  {
    name: 'records in a data island',
    html: `<div id="99"><script type="text/xml"><datastore><recordset>${rows(8, (t, d, i) => `<record><![CDATA[<li><a href="${href(i)}" title="${t}">${cut(t)}</a><span>${d}</span></li>]]></record>`)}</recordset></datastore></script></div>`,
  },
  {
    name: 'days without a year',
    html: `<h3>通知公告</h3><ul>${rows(8, (t, d, i) => `<li><a href="${href(i)}">${t}</a><span>[${d.slice(5)}]</span></li>`)}</ul>`,
    yearless: true,
  },
  {
    name: 'no days at all, under the column name',
    html: `<h3>通知公告</h3><ul>${rows(8, (t, _d, i) => `<li><a href="${href(i)}">${t}</a></li>`)}</ul>`,
    undated: true,
  },
  {
    name: 'a picture, a title, a summary and a "more" link',
    html: `<ul>${rows(8, (t, d, i) => `<li><a href="${href(i)}"><img src="/p/${i}.jpg" alt=""></a><div><h3><a href="${href(i)}">${t}</a></h3><p>青禾市水务局近日组织开展了专项检查，取得明显成效。</p><span>发布时间：${d}</span><a href="${href(i)}">查看详情&gt;&gt;</a></div></li>`)}</ul>`,
  },
  {
    name: 'a "new" flag and a bullet in the link',
    html: `<ul>${rows(8, (t, d, i) => `<li><a href="${href(i)}">· ${t}<span class="new">NEW</span></a><em>${d}</em></li>`)}</ul>`,
  },
  {
    name: 'the day inside the link, in an element of its own',
    html: `<ul>${rows(8, (t, d, i) => `<li><a href="${href(i)}"><span>${t}</span><i>${d}</i></a></li>`)}</ul>`,
  },
  { name: 'the day at the end of the title', html: `<ul>${rows(8, (t, d, i) => `<li><a href="${href(i)}">${t}（${d}）</a></li>`)}</ul>` },
  {
    name: 'rows that open when clicked',
    html: `<table>${rows(8, (t, d, i) => `<tr onclick="window.open('${href(i)}')"><td>${t}</td><td>${d}</td></tr>`)}</table>`,
  },
  {
    name: 'two columns a table row',
    html: `<table>${[0, 2, 4, 6].map((at) => `<tr>${[at, at + 1].map((i) => `<td><a href="${href(i)}">${TITLES[i]}</a></td><td>${fallingDay(i)}</td>`).join('')}</tr>`).join('')}</table>`,
  },
  {
    name: 'divs with spans',
    html: `<div>${rows(8, (t, d, i) => `<div class="r"><span class="n">${i + 1}</span><span class="t"><a href="${href(i)}">${t}</a></span><span class="s">市水务局</span><span class="d">${d}</span></div>`)}</div>`,
  },
  { name: 'unclosed li', html: `<ul>${rows(8, (t, d, i) => `<li><a href=${href(i)}>${t}</a> ${d}`)}</ul>` },
  {
    name: 'the index number linked as well',
    html: `<table><tr><th>索引号</th><th>名称</th><th>生成日期</th></tr>${rows(8, (t, d, i) => `<tr><td><a href="${href(i)}">00761234-5/2023-0012${i}</a></td><td><a href="${href(i)}">${t}</a></td><td>${d}</td></tr>`)}</table>`,
  },
  {
    name: 'the day printed by a script in the row',
    html: `<ul>${rows(8, (t, d, i) => `<li><a href="${href(i)}">${t}</a><i><script>var d="${d} 10:00:00";document.write(d.substring(0,10));</script></i></li>`)}</ul>`,
  },
  {
    name: 'rows that a script shows in portions',
    html: `<ul>${rows(8, (t, d, i) => `<li style="display:none"><a href="${href(i)}">${t}</a><span>${d}</span></li>`)}</ul><div id="p"></div>`,
  },
  {
    name: 'cards that are one link each, the day in pieces',
    html: `<div>${rows(8, (t, d, i) => `<a href="${href(i)}"><span>${t}</span><span>${d.slice(0, 7).replace('-', '.')}</span><span>${dd(d)}</span></a>`)}</div>`,
  },
  {
    name: 'years of two digits',
    html: `<ul>${rows(8, (t, d, i) => `<li><a href="${href(i)}">${t}</a><i>${d.slice(2).replaceAll('-', '.')}</i></li>`)}</ul>`,
  },
  {
    name: 'tooltips that tell title, office and time',
    html: `<ul>${rows(8, (t, d, i) => `<li><a href="${href(i)}" title="文章标题：${t}&#13;&#10;作    者：管理员&#13;&#10;更新时间：${d} 09:10">${cut(t)}</a> ${d}</li>`)}</ul>`,
  },
  {
    name: 'pieces under the names of months',
    html: `<h3>2023年12月</h3><ul>${rows(10, (t, d, i) => `${i === 5 ? '</ul><h3>2023年11月</h3><ul>' : ''}<li><a href="${href(i)}">${t}</a><span>${d}</span></li>`)}</ul>`,
    count: 10,
  },
  {
    name: 'month and day behind the office, in one pair of brackets',
    html: `<ul>${rows(8, (t, d, i) => `<li><a href="${href(i)}">${t}</a>（市水务局 ${Number(d.slice(5, 7))}月${Number(dd(d))}日）</li>`)}</ul>`,
    yearless: true,
  },
  {
    name: 'day, month and year in three elements',
    html: `<ul>${rows(8, (t, d, i) => `<li><div><b>${dd(d)}</b><i>${d.slice(5, 7)}月</i><u>${y}</u></div><a href="${href(i)}">${t}</a></li>`)}</ul>`,
  },
  {
    name: 'days that only the attribute of their element holds in full',
    html: `<div>${rows(8, (t, d, i) => `<article><h3><a href="${href(i)}">${t}</a></h3><time datetime="${d}T09:30:00+08:00">${i + 2}天前</time></article>`)}</div>`,
  },
  {
    name: 'rows that hold their address as data',
    html: `<ul data-url="/api/list.json">${rows(8, (t, d, i) => `<li data-url="${href(i)}"><p>${t}</p><i>${d}</i></li>`)}</ul>`,
  },
  {
    name: 'a label in the link that the title attribute leaves out',
    html: `<ul>${rows(8, (t, d, i) => `<li><a href="${href(i)}" title="${t}"><font color="blue">[市本级]</font>${cut(t)}</a><i>${d}</i></li>`)}</ul>`,
  },
  {
    name: 'rows that open when clicked around dead links',
    html: `<ul>${rows(8, (t, d, i) => `<li onclick="window.open('${href(i)}')"><a href="javascript:void(0)">${t}</a><i>${d}</i></li>`)}</ul>`,
  },
  {
    name: 'a summary with a way to the whole text in a table row of its own',
    html: `<table>${rows(8, (t, d, i) => `<tr><td><a href="${href(i)}">${t}</a></td><td>${d}</td></tr><tr><td colspan="2">市水务局召开会议，部署冬季供水保障工作。<a href="${href(i)}">[查看全文]</a></td></tr>`)}</table>`,
  },
  {
    name: 'pieces of a day with a stroke between',
    html: `<ul>${rows(8, (t, d, i) => `<li><p><b>${dd(d)}</b> / <i>${d.slice(0, 7)}</i></p><a href="${href(i)}">${t}</a></li>`)}</ul>`,
  },
  {
    name: 'letters dated by their answers',
    html: `<ul>${rows(8, (t, d, i) => `<li><a href="${href(i)}">${t}</a><p><span>来信时间：2023-10-0${i + 1}</span><span>答复时间：${d}</span></p></li>`)}</ul>`,
  },
  {
    name: 'month and day under the heading of their year',
    html: `<p>往年：<a href="2022.html">2022年</a> <a href="2021.html">2021年</a></p><h3>${y}年</h3><ul>${rows(8, (t, d, i) => `<li><i>[${d.slice(5)}]</i><a href="${href(i)}">${t}</a></li>`)}</ul>`,
  },
];

const MENU =
  '<div class="nav2"><div><h2>机构设置</h2><ul><li><a href="81.html">党风行风建设工作办公室</a></li><li><a href="82.html">市委教育领导小组秘书</a></li><li><a href="83.html">科技信息科</a></li></ul></div></div>';

it.each([
  ['links and line breaks', rows(8, (t, d, i) => `·<a href="${href(i)}">${t}</a> (${d})<br>`), 8],
  [
    'a list in pieces',
    `<ul>${rows(5, (t, d, i) => `<li><a href="${href(i)}">${t}</a><i>${d}</i></li>`)}</ul><div class="line"></div><ul>${rows(10, (t, d, i) => (i < 5 ? '' : `<li><a href="${href(i)}">${t}</a><i>${d}</i></li>`))}</ul>`,
    10,
  ],
  [
    'a single row under tabs',
    `<ul><li><a href="/a/">全部公告</a></li><li><a href="/b/">定期公告</a></li><li><a href="/c/">临时公告</a></li></ul><ul>${rows(1, (t, d, i) => `<li><a href="${href(i)}">${t}</a><i>${d}</i></li>`)}</ul>`,
    1,
  ],
])('%s beside a menu in the same box is whole', (_, html, count) => {
  const { reading } = findList(parsePage(framed(`<div>${MENU}${html}</div>`), URL_HERE));
  expect(reading.items.map((item) => item.title)).toEqual(TITLES.slice(0, count));
});

it('a row whose title is shorter than the office before it has its title where the others have theirs', () => {
  const row = (title: string, office: string, i: number) =>
    `<li><a href="/bm/${i}/">${office}</a> <a href="/bm/${i}/gz/${4100 + i}.html">${title}</a> <i>${fallingDay(i)}</i></li>`;
  const titles = [...TITLES.slice(0, 5), '通告'];
  const html = `<ul>${titles.map((title, i) => row(title, i === 5 ? '青禾市水务局' : '南沙镇', i)).join('')}</ul>`;
  const { reading } = findList(parsePage(framed(html), URL_HERE));
  expect(reading.items.map((item) => item.title)).toEqual(titles);
});

it('a longer list over the way to the page is not its list', () => {
  const other = rows(8, (t, d, i) => `<li><a href="/yw/${i}01.html">${t}</a><i>${d}</i></li>`);
  const own =
    '<div class="right"><ul><li><a href="/show.jsp?id=77">青禾市水务局关于暂停业务办理的公告</a><i>2023-02-01</i></li></ul></div>';
  const page = `<body><div><h3>要闻</h3><ul>${other}</ul></div><p>当前位置：<a href="/">首页</a> &gt; 公告</p>${own}</body>`;
  expect(findList(parsePage(page, 'http://sw.qinghe.example/l.jsp?c=9')).reading.items).toHaveLength(1);
});

it.each([
  ['blocks', (month: string, lines: string) => `<div class="m"><h4>${month}</h4>${lines}</div>`, 'p'],
  ['lists', (month: string, lines: string) => `<h4>${month}</h4><ul>${lines}</ul>`, 'li'],
  ['one list', (month: string, lines: string) => `<li class="m">${month}</li>${lines}`, 'li'],
])('rows under months in %s have their days by the month over them', (_, piece, tag) => {
  const days = ['2024-03-28', '2024-03-21', '2024-03-15', '2024-02-26', '2024-02-08', '2024-01-30'];
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  const html = months.map((month) => {
    const own = days.flatMap((day, index) => (day.startsWith(month) ? [[day, index] as const] : []));
    const lines = own.map(([day, index]) => `<${tag}><a href="${href(index)}">${TITLES[index]}</a> ${Number(day.slice(8))}日</${tag}>`);
    return piece(`${month.slice(0, 4)}年${Number(month.slice(5))}月`, lines.join(''));
  });
  const { reading } = findList(parsePage(framed(`<div class="list">${html.join('')}</div>`), URL_HERE));
  expect(reading.items.map(({ publishedOn }) => publishedOn)).toEqual(days);
});

it('each row takes the year of the heading that it stands under', () => {
  const year = (number: number) =>
    `<h4>${number}年</h4><ul><li><a href="${number}a.html">青禾市水务局${number}年上半年工作总结</a> 07-10</li><li><a href="${number}b.html">青禾市水务局${number}年度工作要点</a> 02-01</li></ul>`;
  const { reading } = findList(parsePage(framed(`<div>${year(2023)}${year(2022)}</div>`), URL_HERE));
  expect(reading.items.map((item) => item.publishedOn)).toEqual(['2023-07-10', '2023-02-01', '2022-07-10', '2022-02-01']);
});

describe.each(FORMS)('$name', ({ html, count = 8, yearless, undated }) => {
  const { reading } = findList(parsePage(framed(html), URL_HERE));

  it('is found whole and in order', () => {
    expect(reading.items.map((item) => item.title)).toEqual(TITLES.slice(0, count));
    expect(reading.items.map((item) => item.url)).toEqual(TITLES.slice(0, count).map((_, i) => new URL(href(i), URL_HERE).href));
    expect(reading.state).toBe('list');
  });

  it('has its days', () => {
    const days = TITLES.slice(0, count).map((_, i) => fallingDay(i));
    // Where its address holds the same day, a row has its year.
    const inAddress = (day: string, i: number) => href(i).includes(day.replaceAll('-', ''));
    const known = (day: string, i: number) => (undated || (yearless && !inAddress(day, i)) ? null : day);
    expect(reading.items.map((item) => item.publishedOn)).toEqual(days.map(known));
    if (yearless) expect(reading.items.map((item) => item.shown ?? item.publishedOn?.slice(5))).toEqual(days.map((day) => day.slice(5)));
  });
});
