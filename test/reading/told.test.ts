import { describe, expect, it } from 'vitest';
import { readPage } from '../../crawlers/reading/read.ts';
import type { ListReading } from '../../src/model/reading.ts';
import type { ToldReading } from '../../src/model/told-reading.ts';
import { framed, TITLES } from './lists/frame.ts';

const URL_HERE = 'http://sw.qinghe.example/zwgk/tzgg/index.html';
const read = (text: string, told: ToldReading, url = URL_HERE) => readPage({ text, url, kind: 'list', told }) as ListReading;

/** Cards in which the machine takes the wrong link, and a longer list beside them. */
const cards = [0, 1, 2]
  .map(
    (n) =>
      `<div class="card"><a class="more" href="/zt/${n}/">青禾市水务局年度重点工作专题集中展示页面之${n}</a><b class="t"><a href="/a/${n}.html">${TITLES[n]}</a></b><i>印发 2020-01-0${n + 1}</i><em>2023-12-0${n + 1}</em></div>`,
  )
  .join('');
const beside = TITLES.map((title, n) => `<li><a href="/xw/${n}01.html">${title}</a><span>2023-11-1${n % 9}</span></li>`).join('');
const page = framed(`<div class="cards">${cards}</div><ul class="hot">${beside}</ul><a class="n" href="index_2.html">后面的</a>`, {
  hot: false,
});
const wanted = [0, 1, 2].map((n) => ({ title: TITLES[n], url: `http://sw.qinghe.example/a/${n}.html`, publishedOn: `2023-12-0${n + 1}` }));

describe('a person says how a page is read', () => {
  it('by selectors for everything', () => {
    const reading = read(page, { rows: '.card', title: '.t', day: 'em', url: '.t a', next: 'a.n' });
    expect(reading).toMatchObject({ state: 'list', items: wanted, why: { certainty: 'sure' } });
    expect(reading.next).toEqual([{ url: 'http://sw.qinghe.example/zwgk/tzgg/index_2.html' }]);
  });

  it('by the rows alone, what they hold is found', () => {
    const reading = read(page, { rows: 'ul.hot > li' });
    expect(reading.items.map(({ title }) => title)).toEqual(TITLES);
    expect(reading.items[0]).toMatchObject({ url: 'http://sw.qinghe.example/xw/001.html', publishedOn: '2023-11-10' });
  });

  it('by the link to the next page alone, the list is found', () => {
    expect(read(page, { next: 'a.n' }).next).toEqual([{ url: 'http://sw.qinghe.example/zwgk/tzgg/index_2.html' }]);
    expect(read(page, { next: 'a.none' }).next).toEqual([]);
  });

  it('a row without a day where the telling says it stands has none', () => {
    const reading = read(page, { rows: '.card', title: '.t', day: '.nowhere', url: '.t a' });
    expect(reading.items.map(({ publishedOn }) => publishedOn)).toEqual([null, null, null]);
  });

  it('a page that the telling does not fit is not blank, and not read otherwise', () => {
    expect(read(page, { rows: '.gone' })).toMatchObject({ state: 'none', items: [], why: { certainty: 'unsure' } });
  });
});

describe('a person says which API holds the rows', () => {
  const told = { api: '/api/list?col=7', rows: 'data.list', title: 'info.bt', day: 'info.rq', url: 'to', page: 'p' };
  const answer = {
    data: {
      total: 9,
      list: wanted.map(({ title, url, publishedOn }) => ({ to: url, pubDate: '2020-01-01', info: { bt: title, rq: publishedOn } })),
      menu: TITLES.map((title) => ({ title })),
    },
  };

  it('the page then only names the request', () => {
    const reading = read(page, told);
    expect(reading).toMatchObject({ state: 'none', items: [] });
    expect(reading.next.map(({ url }) => url)).toEqual(['http://sw.qinghe.example/api/list?col=7&p=1']);
  });

  it('the answer is read by the paths, and names the next page as long as it has rows', () => {
    const reading = read(JSON.stringify(answer), told, 'http://sw.qinghe.example/api/list?col=7&p=1');
    expect(reading).toMatchObject({ state: 'list', items: wanted, total: 9 });
    expect(reading.next.map(({ url }) => url)).toEqual(['http://sw.qinghe.example/api/list?col=7&p=2']);
    const empty = read('{"data":{"total":9,"list":[]}}', told, 'http://sw.qinghe.example/api/list?col=7&p=2');
    expect(empty).toMatchObject({ state: 'none', items: [], next: [] });
  });

  it('paths that are left out are found', () => {
    const { title: _title, day: _day, ...rows } = told;
    const plain = { data: { list: wanted.map(({ title, url, publishedOn }) => ({ title, to: url, pubDate: publishedOn })) } };
    expect(read(JSON.stringify(plain), rows, 'http://sw.qinghe.example/api/list?p=1').items).toEqual(wanted);
  });
});
