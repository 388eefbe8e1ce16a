import { expect, it } from 'vitest';
import { furtherRequests } from '../../../crawlers/reading/data/further-requests.ts';

const items = (count: number) => Array.from({ length: count }, (_, n) => ({ title: `第${n}号公告`, url: null, publishedOn: '2023-12-28' }));
const URL_HERE = 'http://sw.qinghe.example/api/list';
const post = (body: string) => ({ url: URL_HERE, method: 'POST' as const, body, headers: { 'content-type': 'application/json' } });

it('all further pages follow where the answer says how many records there are', () => {
  const bodies = furtherRequests(post('channel=7&pageNo=1&pageSize=10'), { items: items(10), total: 25 }).map(({ body }) => body);
  expect(bodies).toEqual(['channel=7&pageNo=2&pageSize=10', 'channel=7&pageNo=3&pageSize=10']);
  const urls = furtherRequests({ url: `${URL_HERE}?page=0&size=10` }, { items: items(10), total: 25 }).map(({ url }) => url);
  expect(urls).toEqual([`${URL_HERE}?page=1&size=10`, `${URL_HERE}?page=2&size=10`]);
});

it('else the next one does, with method and headers, as long as pages are full', () => {
  const request = post('{"pageNo":3,"pageSize":10,"channel":"7"}');
  expect(furtherRequests(request, { items: items(10), total: null })).toEqual([
    { ...request, body: '{"pageNo":4,"pageSize":10,"channel":"7"}' },
  ]);
  expect(furtherRequests(request, { items: items(4), total: null })).toEqual([]);
  expect(furtherRequests({ url: `${URL_HERE}?page=1` }, { items: items(12), total: null })).toEqual([{ url: `${URL_HERE}?page=2` }]);
  expect(furtherRequests({ url: `${URL_HERE}?page=1` }, { items: items(3), total: null })).toEqual([]);
});

it('none do where nothing counts pages', () => {
  expect(furtherRequests({ url: `${URL_HERE}?channel=7` }, { items: items(10), total: 25 })).toEqual([]);
  expect(furtherRequests(post('channel=7'), { items: items(10), total: 25 })).toEqual([]);
});
