import { expect, it } from 'vitest';
import { readList } from '../../../crawlers/reading/lists/list.ts';
import { parsePage } from '../../../crawlers/reading/page.ts';
import { framed } from '../lists/frame.ts';

const HERE = 'http://sw.qinghe.example/zwgk/tzgg/index.html';
const next = (code: string) =>
  readList(parsePage(framed('<h2>通知公告</h2><div id="rows"></div>', { script: `<script>${code}</script>` }), HERE)).next;

it('a request with its form in full is found', () => {
  expect(
    next(
      "$.ajax({ url: '/api/articleList', type: 'post', data: { channelId: '7', pageNo: 1, pageSize: 15 }, success: function (r) { draw(r) } });",
    ),
  ).toEqual([
    {
      url: 'http://sw.qinghe.example/api/articleList',
      method: 'POST',
      body: 'channelId=7&pageNo=1&pageSize=15',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    },
  ]);
  expect(next("$.getJSON('/interface/getDocuments', {chanId: 12, pageSize: 20}, draw)").map((request) => request.url)).toEqual([
    'http://sw.qinghe.example/interface/getDocuments?chanId=12&pageSize=20',
  ]);
  expect(next("fetch('/data/list_7.json').then(draw)").map((request) => request.url)).toEqual([
    'http://sw.qinghe.example/data/list_7.json',
  ]);
});

it('a request that is put together of names and members that the scripts give a text is found', () => {
  const settings = "window._SITE = { ROOT: '/api/content', CHANNEL: 61, SIZE: 20 }; var first = 1;";
  const one = (code: string) => {
    const [{ url, body } = { url: '', body: undefined }] = next(`${settings} ${code}`);
    return [url.replace('http://sw.qinghe.example', ''), body];
  };
  expect(one("fetch(_SITE.ROOT + '/list/' + _SITE.CHANNEL + '?page=' + first).then(draw)")).toEqual([
    '/api/content/list/61?page=1',
    undefined,
  ]);
  expect(one('axios.get(_SITE.ROOT + `/page`, { params: { channelId: _SITE.CHANNEL, pageNum: page, pageSize: 15 } })')).toEqual([
    '/api/content/page?channelId=61&pageNum=1&pageSize=15',
    undefined,
  ]);
  expect(one("axios.post('/api/content/query', { channelId: _SITE.CHANNEL, current: 1 })")).toEqual([
    '/api/content/query',
    '{"channelId":"61","current":1}',
  ]);
  expect(one("fetch('/api/list', { method: 'POST', body: JSON.stringify({ cid: 'a7', page: first }) })")).toEqual([
    '/api/list',
    '{"cid":"a7","page":"1"}',
  ]);
  expect(one("var form = { cid: 'a7', keyword: $('#kw').val() }; $.post('/api/list', form, draw)")).toEqual([
    '/api/list',
    'cid=a7&keyword=',
  ]);
  expect(one("var x = new XMLHttpRequest(); x.open('GET', '/data/list/' + _SITE.CHANNEL + '.json', true)")).toEqual([
    '/data/list/61.json',
    undefined,
  ]);
});

it('a request of which a part is not known is none: that part may be what names the column', () => {
  for (const code of [
    "axios.get('/api/list', { params: { channelId: route.params.id, pageNum: 1 } })",
    "fetch('/api/list/' + channel + '?page=1')",
    "$.post('/api/list', { sign: makeSign(), cid: 7 }, draw)",
  ])
    expect([code, next(code)]).toEqual([code, []]);
});

it('counters, and addresses put together from variables, are not', () => {
  expect(next("$.get('/visit/count?id=7'); $.ajax({url: base + '/list', success: draw});")).toEqual([]);
});
