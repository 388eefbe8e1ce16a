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

it('counters, and addresses put together from variables, are not', () => {
  expect(next("$.get('/visit/count?id=7'); $.ajax({url: base + '/list', success: draw});")).toEqual([]);
});
