import { describe, expect, it } from 'vitest';
import { readPage } from '../../../crawlers/reading/read.ts';
import { D, N, ND } from '../invented-rows.ts';

/*
 * Every make of rows by every way of writing addresses, beside every make of a box of newer rows of another column, under every frame: what a page
 * alone does not tell is never said for sure.
 */
const T = [
  '关于做好2023年度防灾减灾宣传工作的通知',
  '青峰县召开乡村振兴现场推进会',
  '县自然资源局关于临时用地复垦验收的公告',
  '关于拟推荐市级文明家庭名单的公示',
  '烟草零售点布局规划（修订）征求意见',
  '县城东路排水管网改造工程竣工验收',
  '关于开展“双随机、一公开”抽查的通告',
  '县医保局组织定点药店集中约谈',
  '2023年第四批次建设用地批复',
  '关于暂停办理不动产登记业务的公告',
  '我县两个项目入选省级重点',
  '关于印发工作要点的通知（青政办〔2023〕12号）',
];
interface Row {
  readonly t: string;
  readonly u: string;
  readonly d: string;
  readonly i: number;
}
const SCHEMES: Record<string, { page: string; row: (i: number) => string; news: (i: number) => string; more: string }> = {
  folder: {
    page: '/zwgk/tzgg/index.html',
    row: (i) => `/zwgk/tzgg/2023${D[i]!.slice(5, 7)}/t${D[i]!.replaceAll('-', '')}_${5000 + i}.html`,
    news: (i) => `/xwzx/yw/2023/${900 + i}.html`,
    more: '/xwzx/yw/',
  },
  query: { page: '/list.asp?id=12', row: (i) => `/show.asp?id=${700 + i}`, news: (i) => `/show.asp?id=${900 + i}`, more: '/list.asp?id=3' },
  id: {
    page: '/channel/12.html',
    row: (i) => `/article/${8700 + i}.html`,
    news: (i) => `/article/${8900 + i}.html`,
    more: '/channel/3.html',
  },
  guid: {
    page: '/tzgg.jhtml',
    row: (i) => `/${'c0ffee12'}${i}a/content.jhtml`,
    news: (i) => `/${'beefee34'}${i}b/content.jhtml`,
    more: '/yw.jhtml',
  },
};
const STYLES: Record<string, (x: Row[]) => string> = {
  ul: (r) => `<ul class="q1">${r.map((x) => `<li><a href="${x.u}">${x.t}</a><span>${x.d}</span></li>`).join('')}</ul>`,
  ulBracket: (r) =>
    `<ul>${r.map((x) => `<li><span>[${x.d}]</span> <a href="${x.u}" title="${x.t}">${x.t.slice(0, 9)}...</a></li>`).join('')}</ul>`,
  table: (r) =>
    `<table>${r.map((x) => `<tr><td><img src=/d.gif></td><td><a href="${x.u}">${x.t}</a></td><td>${x.d}</td></tr>`).join('')}</table>`,
  tableHead: (r) =>
    `<table><tr><th>序号</th><th>标题</th><th>文号</th><th>成文日期</th><th>发布日期</th></tr>${r.map((x) => `<tr><td>${x.i + 1}</td><td><a href="${x.u}">${x.t}</a></td><td>青政〔2023〕${x.i}号</td><td>2023-05-1${x.i % 10}</td><td>${x.d}</td></tr>`).join('')}</table>`,
  badge: (r) =>
    r
      .map(
        (x) =>
          `<div class="z2"><div><b>${x.d.slice(8)}</b><i>${x.d.slice(0, 7)}</i></div><h4><a href="${x.u}">${x.t}</a></h4><p>为切实做好有关工作，加强领导……</p></div>`,
      )
      .join(''),
  card: (r) =>
    `<div class="k">${r.map((x) => `<a href="${x.u}"><img src="/p/${x.i}.jpg"><h5>${x.t}</h5><p>${x.d}</p></a>`).join('')}</div>`,
  dl: (r) => `<dl>${r.map((x) => `<dt><a href="${x.u}">${x.t}</a></dt><dd>${x.d}</dd>`).join('')}</dl>`,
  br: (r) => `<div>${r.map((x) => `·<a href="${x.u}">${x.t}</a> (${x.d})<br>`).join('')}</div>`,
  p: (r) => r.map((x) => `<p><em>${x.d.replaceAll('-', '/')}</em><a href="${x.u}">${x.t}</a></p>`).join(''),
  dept: (r) =>
    `<ul>${r.map((x) => `<li>[<a href="/bm/slj/">县水利局</a>]<a href="${x.u}">${x.t}</a><span>${x.d}</span></li>`).join('')}</ul>`,
  write: (r) =>
    `<ul>${r.map((x) => `<script>document.write('<li><a href="${x.u}">${x.t}</a><span>${x.d}</span></li>');</script>`).join('')}</ul>`,
  undated: (r) => `<ul>${r.map((x) => `<li><a href="${x.u}">${x.t}</a></li>`).join('')}</ul>`,
  summary: (r) =>
    `<div>${r.map((x) => `<div class="i"><a href="${x.u}">${x.t}</a><div>发布时间：${x.d}　来源：县府办　浏览：${x.i}</div><div>为切实做好有关工作，提高认识，加强领导，现将有关事项通知如下，请结合实际认真贯彻落实，各单位要高度重视。<a href="${x.u}">[查看全文]</a></div></div>`).join('')}</div>`,
  json: (r) =>
    `<div id="l"></div><script>var data=${JSON.stringify(r.map((x) => ({ id: x.i, title: x.t, url: x.u, publishDate: x.d })))};draw(data);</script>`,
  shell: () => `<ul id="l"></ul><script src="/js/load.js"></script>`,
  shellVue: () => `<div id="app"><news-list></news-list></div><script src="/js/app.js"></script>`,
  none: () => `<ul class="q1"></ul>`,
  bio: () => `<div><img src="/upload/a.jpg"><p>张某，男，汉族，1972年生，在职研究生学历，现任县委副书记、县长。</p></div>`,
};
const SIDES: Record<string, (news: Row[], more: string) => string> = {
  none: () => '',
  headed: (n, more) =>
    `<div class="s"><h4>要闻<a href="${more}">更多</a></h4><ul>${n.map((x) => `<li><a href="${x.u}">${x.t}</a><span>${x.d}</span></li>`).join('')}</ul></div>`,
  headedNoMore: (n) =>
    `<div class="s"><div class="t">时政要闻</div><div><ul>${n.map((x) => `<li><a href="${x.u}">${x.t}</a><span>${x.d}</span></li>`).join('')}</ul></div></div>`,
  imgHead: (n) =>
    `<div class="s"><img src="/img/yw.png"><ul>${n.map((x) => `<li><a href="${x.u}">${x.t}</a><span>${x.d}</span></li>`).join('')}</ul></div>`,
  tableHead: (n) =>
    `<table class="s"><tr><td>热点新闻</td></tr>${n.map((x) => `<tr><td>·<a href="${x.u}">${x.t}</a> ${x.d}</td></tr>`).join('')}</table>`,
  two: (n) =>
    `<div class="s"><h4>要闻</h4><ul>${n
      .slice(0, 3)
      .map((x) => `<li><a href="${x.u}">${x.t}</a><span>${x.d}</span></li>`)
      .join('')}</ul><h4>图片报道</h4><ul>${n
      .slice(3)
      .map((x) => `<li><a href="${x.u}">${x.t}</a><span>${x.d}</span></li>`)
      .join('')}</ul></div>`,
};
const FRAMES: Record<string, (mid: string, side: string) => string> = {
  trailAfter: (m, s) =>
    `<div class="l">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 通知公告</div><div class="m"><div class="r">${m}</div>${s}</div>`,
  trailBefore: (m, s) =>
    `<div class="l">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 通知公告</div><div class="m">${s}<div class="r">${m}</div></div>`,
  headed: (m, s) => `<div class="m"><div class="r"><h2>通知公告</h2>${m}</div>${s}</div>`,
  sideThenHead: (m, s) => `<div class="m">${s}<div class="r"><h2>通知公告</h2>${m}</div></div>`,
  both: (m, s) =>
    `<div class="l">您的位置：<a href="/">首页</a>-<a href="/zwgk/">政务公开</a>-<a href="#">通知公告</a></div><table><tr><td><ul><li><a href="/a/">领导之窗</a></li><li><a href="/b/">通知公告</a></li><li><a href="/c/">规划计划</a></li></ul>${s}</td><td>${m}</td></tr></table>`,
  bare: (m, s) => `<div class="m">${m}</div>${s}`,
};

/** Makes that show no row of the column. */
const EMPTY = ['shell', 'shellVue', 'none', 'bio'];
/** One page in so many is read; all of them with GONGKAI_METAMORPHIC=whole. */
const EVERY = process.env.GONGKAI_METAMORPHIC === 'whole' ? 1 : 13;

interface Drawn {
  readonly name: string;
  readonly url: string;
  readonly text: string;
  /** Rows of the column that the page shows. */
  readonly count: number;
}

describe.each(Object.keys(FRAMES))('a column beside a box of news, framed: %s', (frame) => {
  it.each(Object.keys(STYLES))('is read, or not for sure: %s', (style) => {
    const pages = pagesOf(frame, style).filter((_, at) => (at + frame.length + style.length) % EVERY === 0);
    expect(pages.flatMap((page) => wrongOf(page, style))).toEqual([]);
  });
});

function pagesOf(frame: string, style: string): Drawn[] {
  return Object.entries(SCHEMES).flatMap(([schemeName, scheme]) =>
    Object.entries(SIDES).flatMap(([sideName, side]) =>
      (EMPTY.includes(style) ? [0] : [1, 2, 3, 5, 12]).map((count) => {
        const rows = T.slice(0, count).map((t, i) => ({ t, u: scheme.row(i), d: D[i]!, i }));
        const news = N.map((t, i) => ({ t, u: scheme.news(i), d: ND[i]!, i }));
        const middle = FRAMES[frame]!(STYLES[style]!(rows), side(news, scheme.more));
        const title = `${frame === 'bare' ? '' : '通知公告-'}青峰县人民政府`;
        const text = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><div class="h"><a href="/">首页</a><a href="/zwgk/">政务公开</a></div>${middle}<div class="f">主办：青峰县人民政府</div></body></html>`;
        return { name: `${schemeName} ${sideName}`, url: `http://www.qingfeng.example${scheme.page}`, text, count };
      }),
    ),
  );
}

/** What is said of a page for sure, and is not so. */
function wrongOf({ name, url, text, count }: Drawn, style: string): string[] {
  const reading = readPage({ url, text, kind: 'list' });
  if (reading.kind !== 'list') throw new Error(`read as ${reading.kind}`);
  const { state, items, why } = reading;
  const isRow = ({ title, publishedOn }: (typeof items)[number], at: number) =>
    title === T[at] && (style === 'undated' || publishedOn === D[at]);
  const isRight = items.length === count && items.every(isRow);
  const isWrong = (state === 'list' && why.certainty === 'sure' && !isRight) || (state === 'blank' && style !== 'none');
  return isWrong ? [`${name}, ${count} rows: ${state} of ${items.length}`] : [];
}
