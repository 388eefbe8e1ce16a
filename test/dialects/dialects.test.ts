import { describe, expect, it } from 'vitest';
import { dialectOf } from '../../crawlers/dialects/dialects.ts';
import { findList, readList } from '../../crawlers/reading/lists/list.ts';
import { parsePage } from '../../crawlers/reading/page.ts';
import { readPage } from '../../crawlers/reading/read.ts';
import { framed, rows, TITLES } from '../reading/lists/frame.ts';

const SITE = 'http://sw.qinghe.example';
const li = (href: (index: number) => string) =>
  `<ul>${rows(6, (t, d, i) => `<li><a href="${href(i)}">${t}</a><span>${d}</span></li>`)}</ul>`;

/** The list pages of each family, in our own words. */
const PAGES: readonly { name: string; url: string; html: string; next: string | null }[] = [
  {
    name: 'trs',
    url: '/zwgk/tzgg/',
    html: framed(`${li((i) => `./202312/t202312${28 - i}_70${i}41.html`)}<script>createPageHTML(3, 0, "index", "html")</script>`),
    next: '/zwgk/tzgg/index_1.html',
  },
  {
    name: 'hanweb',
    url: '/col/col77/index.html',
    html: framed(
      `<div id="88"><script type="text/xml"><datastore><nextgroup></nextgroup><recordset>${rows(6, (t, d, i) => `<record><![CDATA[<li><a title='${t}' href='/art/2023/12/${28 - i}/art_77_${i}1.html'>${t}</a><span>${d}</span></li>]]></record>`)}</recordset></datastore></script></div>
       <script>$('#88').jpage({perPage:2,totalRecord:20,proxyUrl:'/module/web/jpage/dataproxy.jsp',ajaxParam:{'col':1,'appid':'1','webid':3,'path':'/','columnid':77,'sourceContentType':1,'unitid':'88','webname':'青禾市水务局','permissiontype':0}});</script>`,
    ),
    next: '/module/web/jpage/dataproxy.jsp?startrecord=7&endrecord=12&perpage=2',
  },
  {
    name: 'jpaas',
    url: '/col/col9/index.html',
    html: framed(
      `<div url="/api-gateway/jpaas-publish-server/front/page/build/unit" queryData="{'webId':'3','pageId':'9','parseType':'bulidstatic','tplSetId':'t1'}">${li((i) => `/art/2023/12/${28 - i}/art_9_${i}.html`)}<div class="pagination" rows="6" count="17"></div></div>`,
    ),
    next: '/api-gateway/jpaas-publish-server/front/page/build/unit?webId=3&pageId=9&parseType=bulidstatic&tplSetId=t1&paramJson=%7B%22pageNo%22%3A2%2C%22pageSize%22%3A6%7D',
  },
  {
    name: 'vsb',
    url: '/tzgg.htm',
    html: framed(
      `${li((i) => `info/1044/10${i}65.htm`)}<div class="pb_sys_common"><span>1</span><a href="tzgg/4.htm">2</a><a href="tzgg/3.htm">3</a><a href="tzgg/1.htm">5</a><a href="tzgg/4.htm">下页</a><a href="tzgg/1.htm">尾页</a></div>`,
    ),
    next: '/tzgg/4.htm',
  },
  {
    name: 'webplus',
    url: '/213/list.htm',
    html: framed(
      `${li((i) => `/2023/12${28 - i}/c213a726${i}/page.htm`)}<div class="wp_paging"><a href="/213/list2.htm">下一页</a><a href="/213/list4.htm">尾页</a></div>`,
    ),
    next: '/213/list2.htm',
  },
  {
    name: 'ucap',
    url: '/zwgk/tzgg/list.shtml',
    html: framed(
      `${li((i) => `/zwgk/202312/${'0123456789abcdef'.repeat(2).slice(0, 31)}${i}.shtml`)}<script src="/ucap/page.js"></script><script>createPageHTML('page_div',3,1,'list','shtml',40);</script>`,
    ),
    next: '/zwgk/tzgg/list_2.shtml',
  },
  {
    name: 'founder',
    url: '/tzgg/index.html',
    html: framed(
      `${li((i) => `/tzgg/content/post_16869${i}.html`)}<div class="page"><a href="index_2.html">2</a><a href="index_2.html">下一页</a></div>`,
      { hot: false },
    ),
    next: '/tzgg/index_2.html',
  },
];

describe.each(PAGES)('a list of $name', ({ name, url, html, next }) => {
  const page = parsePage(html, SITE + url);

  it('is recognised', () => expect(dialectOf(page)?.name).toBe(name));

  it('is read by the generic reader alone', () => {
    expect(findList(page).reading.items.map((item) => item.title)).toEqual(TITLES.slice(0, 6));
  });

  it('goes on where its family goes on', () => {
    const reading = readList(page);
    expect(reading.items).toHaveLength(6);
    expect(reading.next[0]?.url).toBe(next && SITE + next);
  });
});

describe('what only a dialect knows', () => {
  it('the form that Hanweb asks with', () => {
    const page = PAGES.find((one) => one.name === 'hanweb')!;
    const reading = readList(parsePage(page.html, SITE + page.url));
    expect(reading.total).toBe(20);
    expect(reading.next.map((request) => request.method)).toEqual(['POST', 'POST', 'POST']);
    expect(new URLSearchParams(reading.next[0]!.body).get('unitid')).toBe('88');
    expect(reading.next.at(-1)!.url).toContain('startrecord=19&endrecord=20');
  });

  it('a JPAAS shell without rows is asked for its first page', () => {
    const shell = `<div url="/api-gateway/jpaas-publish-server/front/page/build/unit" queryData="{'webId':'3','pageId':'9'}"></div>`;
    const reading = readPage({ text: framed(shell), url: `${SITE}/col/col9/index.html`, kind: 'list' });
    expect(reading).toMatchObject({
      kind: 'list',
      state: 'none',
      next: [{ url: expect.stringContaining('paramJson=%7B%22pageNo%22%3A1') }],
    });
  });

  it('the API behind a gkmlpt shell, and what it answers', () => {
    const shell =
      '<!DOCTYPE html><html><head><script>window._CONFIG = { DOMAIN: "sw.qinghe.example", SID: "755001", TREE: [{"id":507,"name":"政策法规"}] }</script></head><body><div id="app"></div><script src="/gkmlpt/static/app.js"></script></body></html>';
    const reading = readPage({ text: shell, url: `${SITE}/gkmlpt/index#508`, kind: 'auto' });
    expect(reading).toMatchObject({
      kind: 'list',
      state: 'none',
      dialect: 'gkmlpt',
      next: [{ url: `${SITE}/gkmlpt/api/all/508?page=1&sid=755001` }],
    });
    const answer = {
      articles: [
        {
          title: '关于停水的通知',
          url: `${SITE}/gkmlpt/content/0/508/post_508890.html`,
          created_at: '2023-12-28 10:00:00',
          document_number: '',
        },
      ],
      total: 1,
    };
    expect(readPage({ text: JSON.stringify(answer), url: `${SITE}/gkmlpt/api/all/508?page=1&sid=755001`, kind: 'list' })).toMatchObject({
      state: 'list',
      items: [{ title: '关于停水的通知', url: `${SITE}/gkmlpt/content/0/508/post_508890.html`, publishedOn: '2023-12-28' }],
    });
  });
});
