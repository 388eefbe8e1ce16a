import type { Item, PlannedColumn, PlannedSite } from './plan.ts';

/** How a kind of system draws the lists of its columns, and under which addresses. */
export interface Look {
  readonly name: string;
  /** Rows on a page of a list. */
  readonly perPage: number;
  /** Address of a list's page; 0 is the first. */
  column(column: PlannedColumn, page: number): string;
  item(column: PlannedColumn, item: Item): string;
  /** What stands where the list is; rows may be none. */
  list(of: Drawn): string;
  /** What stands behind it where there are several pages. */
  pager?(of: Drawn): string;
  /** Further addresses of a column: answers of an API, a page within its page. */
  more?(of: Drawn): Readonly<Record<string, string>>;
  /** Its lists say how many records they hold. */
  readonly counts?: true;
  /** Whether its rows can be had without a browser. */
  readonly readable?: false;
}

/** What is drawn of a column on one of its pages. */
export interface Drawn {
  readonly site: PlannedSite;
  readonly column: PlannedColumn;
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly Item[];
  /** Addresses of the rows, as they are written today. */
  readonly href: (item: Item) => string;
  /** Class names of the site. */
  readonly c: readonly string[];
}

const each = <Thing>(things: readonly Thing[], draw: (thing: Thing, index: number) => string) => things.map(draw).join('\n');
const folders = (column: PlannedColumn, page: number) => `/${column.folder}/${page === 0 ? '' : `p${page + 1}.html`}`;
const below = (column: PlannedColumn, { n }: Item) => `/${column.folder}/${n}.html`;
const links = (look: Pick<Look, 'column'>, { column, page, pages }: Drawn) =>
  `<div class="fy">${each(
    Array.from({ length: pages }, (_, at) => at),
    (at) => (at === page ? `<b>${at + 1}</b>` : `<a href="${look.column(column, at)}">${at + 1}</a>`),
  )}${page + 1 < pages ? `<a href="${look.column(column, page + 1)}">下一页</a>` : ''}</div>`;
const counted = (look: Pick<Look, 'column'>, drawn: Drawn) =>
  `<div>共 ${drawn.column.items.length} 条记录 第 ${drawn.page + 1}/${drawn.pages} 页 ${drawn.page + 1 < drawn.pages ? `<a href="${look.column(drawn.column, drawn.page + 1)}">下一页</a> <a href="${look.column(drawn.column, drawn.pages - 1)}">尾页</a>` : '下一页 尾页'}</div>`;

const badges: Look = {
  name: 'badges',
  perPage: 15,
  column: folders,
  item: below,
  list: ({ rows, href, c }) =>
    `<div class="${c[0]}">${each(rows, (item) => `<div class="${c[1]}"><p class="${c[2]}"><i>${item.day.slice(8)}</i><b>${item.day.slice(0, 7)}</b></p><p><a href="${href(item)}">${item.title}</a></p></div>`)}</div>`,
  pager: (drawn) => links(badges, drawn),
};

const definitions: Look = {
  name: 'definitions',
  perPage: 20,
  column: folders,
  item: (column, { n, day }) => `/${column.folder}/${day.slice(0, 4)}${day.slice(5, 7)}/c${n}.shtml`,
  list: ({ rows, href, c }) =>
    `<dl class="${c[0]}">${each(rows, (item) => `<dt>${item.day.replaceAll('-', '.')}</dt><dd><a href="${href(item)}" title="${item.title}">${item.title}</a></dd>`)}</dl>`,
  pager: (drawn) => links(definitions, drawn),
};

const tables: Look = {
  name: 'tables',
  counts: true,
  perPage: 15,
  column: ({ number }, page) => `/list.asp?cid=${number}${page === 0 ? '' : `&page=${page + 1}`}`,
  item: ({ number }, { n }) => `/show.asp?cid=${number}&id=${n}`,
  list: ({ rows, href }) =>
    `<table width="100%"><tr><td><table width="96%">${each(rows, (item, at) => `<tr><td width="20">${at + 1}</td><td><a href="${href(item)}">${item.title}</a></td><td width="90">${item.day.replaceAll('-', '/')}</td></tr>`)}</table></td></tr></table>`,
  pager: (drawn) => counted(tables, drawn),
};

const lines: Look = {
  name: 'lines',
  counts: true,
  perPage: 20,
  column: folders,
  item: below,
  list: ({ rows, href, c }) =>
    `<div class="${c[0]}">${each(rows, (item) => `·<a href="${href(item)}">${item.title}</a>[${item.day}]<br>`)}</div>`,
  pager: (drawn) => counted(lines, drawn),
};

const cards: Look = {
  name: 'cards',
  perPage: 10,
  column: (column, page) => `/channel/${column.number}${page === 0 ? '' : `?page=${page + 1}`}`,
  item: (_, { n }) => `/detail/${n}`,
  list: ({ rows, href, c }) =>
    `<section class="${c[0]}">${each(rows, (item) => `<article class="${c[1]}"><h3><a href="${href(item)}">${item.title}</a></h3><p class="${c[2]}">为切实做好有关工作，现将${item.title.slice(0, 12)}的有关事项公布如下，请遵照执行。</p><footer>发布时间：${item.day} 来源：办公室</footer></article>`)}</section>`,
  pager: (drawn) => links(cards, drawn),
};

const monthdays: Look = {
  name: 'monthdays',
  perPage: 20,
  column: folders,
  item: (column, { n, day }) => `/${column.folder}/${day.slice(0, 4)}/${day.slice(5, 7)}${day.slice(8)}/${n}.html`,
  list: ({ rows, href, c }) =>
    `<ul class="${c[0]}">${each(rows, (item) => `<li><em>(${item.day.slice(5)})</em><a href="${href(item)}">${item.title}</a></li>`)}</ul>`,
  pager: (drawn) => links(monthdays, drawn),
};

const undated: Look = {
  name: 'undated',
  perPage: 20,
  column: folders,
  item: below,
  list: ({ rows, href, c }) => `<ul class="${c[0]}">${each(rows, (item) => `<li><a href="${href(item)}">${item.title}</a></li>`)}</ul>`,
  pager: (drawn) => links(undated, drawn),
};

const pictures: Look = {
  name: 'pictures',
  perPage: 12,
  column: folders,
  item: below,
  list: ({ rows, href, c }) =>
    `<div class="${c[0]}">${each(rows, (item) => `<div class="${c[1]}"><a href="${href(item)}"><img src="/upload/${item.n}.jpg" alt=""></a><p><a href="${href(item)}">${item.title}</a></p></div>`)}</div>`,
  pager: (drawn) => links(pictures, drawn),
};

const written: Look = {
  name: 'written',
  perPage: 20,
  column: folders,
  item: below,
  list: ({ rows, href, c }) =>
    `<ul class="${c[0]}">${each(rows, (item) => `<script>var u="${href(item)}";var t="${item.title}";var d="${item.day}";document.write('<li><a href="'+u+'">'+t+'</a><span>'+d+'</span></li>');</script>`)}</ul>`,
  pager: (drawn) => links(written, drawn),
};

const answers: Look = {
  name: 'answers',
  perPage: 20,
  column: folders,
  item: below,
  list: ({ column, c }) =>
    `<div id="${c[0]}"></div><script>$.ajax({url:'/api/news/list',type:'get',data:{channelId:'${column.number}',pageNo:1,pageSize:20},success:function(r){render(r.data.rows)}});</script>`,
  more: ({ column, href }) => {
    const answer = (page: number) =>
      JSON.stringify({
        code: 200,
        data: {
          total: column.items.length,
          rows: column.items
            .slice(20 * (page - 1), 20 * page)
            .map((item) => ({ id: item.n, title: item.title, publishDate: `${item.day} 09:00:00`, url: href(item) })),
        },
      });
    return Object.fromEntries(
      [1, 2, 3].map((page) => [`/api/news/list?channelId=${column.number}&pageNo=${page}&pageSize=20`, answer(page)]),
    );
  },
};

const within: Look = {
  name: 'within',
  perPage: 60,
  column: folders,
  item: below,
  list: ({ column }) => `<iframe src="/frames/${column.number}.html" width="100%" height="600" frameborder="0"></iframe>`,
  more: ({ column, href }) => ({
    [`/frames/${column.number}.html`]: `<html><head><meta charset="utf-8"></head><body><ul>${each(column.items, (item) => `<li><a href="${href(item)}" target="_blank">${item.title}</a><span>${item.day}</span></li>`)}</ul></body></html>`,
  }),
};

const clicks: Look = {
  name: 'clicks',
  perPage: 20,
  column: folders,
  item: (_, { n }) => `/view/${n}.html`,
  list: ({ rows, c }) =>
    `<script>function openItem(id){window.open('/view/'+id+'.html');}</script><ul class="${c[0]}">${each(rows, (item) => `<li onclick="openItem('${item.n}')"><span>${item.title}</span><em>${item.day}</em></li>`)}</ul>`,
  pager: (drawn) => links(clicks, drawn),
};

const queries: Look = {
  name: 'queries',
  counts: true,
  perPage: 15,
  column: ({ number }, page) => `/channel.jsp?lm=${number}${page === 0 ? '' : `&p=${page + 1}`}`,
  item: ({ number, name }, { n }) => `/view.jsp?lm=${number}&lmmc=${encodeURIComponent(name)}&id=${n}`,
  list: ({ rows, href, c }) =>
    `<div class="${c[0]}"><ul>${each(rows, (item) => `<li><span class="${c[1]}">${item.day}</span><a href="${href(item)}">${item.title}</a></li>`)}</ul></div>`,
  pager: (drawn) => counted(queries, drawn),
};

const fives: Look = {
  name: 'fives',
  perPage: 20,
  column: folders,
  item: below,
  list: ({ rows, href, c }) =>
    `<div class="${c[0]}">${each(
      [0, 5, 10, 15].map((at) => rows.slice(at, at + 5)).filter((five) => five.length > 0),
      (five) => `<ul>${each(five, (item) => `<li><a href="${href(item)}">${item.title}</a><span>${item.day}</span></li>`)}</ul><hr>`,
    )}</div>`,
  pager: (drawn) => links(fives, drawn),
};

/** Pictures in a grid of cells, with titles and no days. */
const gallery: Look = {
  name: 'gallery',
  perPage: 12,
  column: folders,
  item: below,
  list: ({ rows, href, c }) =>
    `<table class="${c[0]}" width="100%">${each(
      [0, 3, 6, 9].map((at) => rows.slice(at, at + 3)).filter((row) => row.length > 0),
      (row) =>
        `<tr>${each(row, (item) => `<td align="center"><a href="${href(item)}"><img src="/upload/${item.n}.jpg"></a><br><a href="${href(item)}">${item.title}</a></td>`)}</tr>`,
    )}</table>`,
  pager: (drawn) => links(gallery, drawn),
};

/** Titles are no links: the words behind them are. */
const deputies: Look = {
  name: 'deputies',
  perPage: 15,
  column: folders,
  item: below,
  list: ({ rows, href, c }) =>
    `<ol class="${c[0]}">${each(rows, (item) => `<li><p>${item.title} <a href="${href(item)}">[查看全文]</a> <small>${item.day.replaceAll('-', '/')}</small></p></li>`)}</ol>`,
  pager: (drawn) => links(deputies, drawn),
};

/** One list in two halves side by side, row by row. */
const halves: Look = {
  name: 'halves',
  perPage: 16,
  column: folders,
  item: below,
  list: ({ rows, href, c }) =>
    `<div class="${c[0]}">${each(
      [0, 1].map((half) => rows.filter((_, at) => at % 2 === half)).filter((half) => half.length > 0),
      (half) =>
        `<div class="${c[1]}"><ul>${each(half, (item) => `<li><a href="${href(item)}">${item.title}</a><span>${item.day}</span></li>`)}</ul></div>`,
    )}</div>`,
  pager: (drawn) => links(halves, drawn),
};

/** A list that grows by a link. */
const growing: Look = {
  name: 'growing',
  perPage: 10,
  column: folders,
  item: below,
  list: ({ rows, href, c }) =>
    `<ul class="${c[0]}">${each(rows, (item) => `<li><a href="${href(item)}"><div class="${c[1]}">${item.title}<p>${item.day.replaceAll('-', '.')}</p></div></a></li>`)}</ul>`,
  pager: ({ column, page, pages, c }) =>
    page + 1 < pages ? `<a class="${c[2]}" href="${folders(column, page + 1)}">加载更多</a>` : '<p>没有更多了</p>',
};

/** A pager that writes the page's number into a form, in a function of its own. */
const forms: Look = {
  name: 'forms',
  counts: true,
  perPage: 15,
  column: (column, page) => `/${column.folder}/${page === 0 ? '' : `?unit=7&pageNum=${page + 1}`}`,
  item: below,
  list: ({ rows, href, c }) =>
    `<div class="${c[0]}"><ul>${each(rows, (item) => `<li><a href="${href(item)}">${item.title}</a><em>${item.day}</em></li>`)}</ul></div>`,
  pager: ({ column, page, pages }) =>
    `<script>function turn(n){document.pager.pageNum.value=n;document.pager.submit();}</script><form name="pager" action="/${column.folder}/"><input type="hidden" name="unit" value="7"><input type="hidden" name="pageNum" value="${page + 1}">共<b>${column.items.length}</b>条记录 第<b>${page + 1}</b>/${pages}页 ${page + 1 < pages ? `<a href="javascript:turn(${page + 2})">下一页</a>` : '下一页'}</form>`,
};

/** A program that puts the request for its rows together from its settings. */
const composed: Look = {
  name: 'composed',
  perPage: 20,
  column: folders,
  item: below,
  list: ({ column, c }) =>
    `<div id="${c[0]}"></div><script>window._SITE={ROOT:'/api/content',CHANNEL:${column.number}};</script><script>var first=1;fetch(_SITE.ROOT+'/list/'+_SITE.CHANNEL+'?page='+first+'&size=20').then(function(r){return r.json()}).then(draw);</script>`,
  more: ({ column, href }) => {
    const answer = (page: number) =>
      JSON.stringify({
        total: column.items.length,
        articles: column.items
          .slice(20 * (page - 1), 20 * page)
          .map((item) => ({ docId: item.n, docTitle: item.title, publishDate: `${item.day}T09:00:00.000+08:00`, url: href(item) })),
      });
    return Object.fromEntries([1, 2, 3].map((page) => [`/api/content/list/${column.number}?page=${page}&size=20`, answer(page)]));
  },
};

/** Rows in the page's state, whose addresses a script puts together. */
const states: Look = {
  name: 'states',
  perPage: 60,
  column: folders,
  item: (_, { n }) => `/detail?id=${n}`,
  list: ({ column, c }) =>
    `<div id="${c[0]}"></div><script>window.__INITIAL_STATE__=${JSON.stringify({ list: { total: column.items.length, rows: column.items.map(({ n, title, day }) => ({ id: n, title, pubTime: `${day} 10:00:00` })) } })};</script><script>function draw(l){return l.map(function(x){return '<li><a href="/detail?id='+x.id+'">'+x.title+'</a></li>'}).join('')}</script>`,
  more: () => ({}),
};

/** Only a browser sees its rows: nothing may be said of its columns without one. */
const drawn: Look = {
  name: 'drawn',
  perPage: 20,
  column: folders,
  item: below,
  list: ({ c }) => `<ul class="${c[0]}" id="newslist"></ul><script src="/js/app.3f9a.js"></script>`,
  readable: false,
};

/** All kinds of system. */
export const LOOKS: readonly Look[] = [
  badges,
  definitions,
  tables,
  lines,
  cards,
  monthdays,
  undated,
  pictures,
  written,
  answers,
  within,
  clicks,
  queries,
  fives,
  drawn,
  gallery,
  deputies,
  halves,
  growing,
  forms,
  composed,
  states,
];
