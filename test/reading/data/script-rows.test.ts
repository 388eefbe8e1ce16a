import { describe, expect, it } from 'vitest';
import { readPage } from '../../../crawlers/reading/read.ts';
import { framed, rows } from '../lists/frame.ts';

const URL_HERE = 'http://sw.qinghe.example/zwgk/tzgg/index.html';
const read = (middle: string, kind: 'list' | 'auto' = 'auto') => readPage({ text: framed(middle, { hot: false }), url: URL_HERE, kind });

describe('rows that a script holds as data', () => {
  const listed = {
    kind: 'list',
    state: 'list',
    items: [
      { title: '甲公告', url: 'http://sw.qinghe.example/a/1.html', publishedOn: '2023-12-28' },
      { title: '乙公告', url: 'http://sw.qinghe.example/a/2.html', publishedOn: '2023-12-25' },
    ],
  };
  const data = [
    { title: '甲公告', url: '/a/1.html', publishTime: '2023-12-28 10:00:00' },
    { title: '乙公告', url: '/a/2.html', publishTime: '2023-12-25 10:00:00' },
  ];

  it('are read from JSON', () => {
    expect(
      read(`<div id="app"></div><script>window.__DATA__ = ${JSON.stringify({ note: 'a } ] "b', list: data })};</script>`),
    ).toMatchObject(listed);
    expect(read(`<ul id="list"></ul><script type="application/json">${JSON.stringify(data)}</script>`)).toMatchObject(listed);
  });

  it('are read from arrays that are filled row by row', () => {
    const row = (index: number, url: string, title: string, day: string) =>
      `urls[${index}]='${url}';headers[${index}]="${title}";year[${index}]='2023';month[${index}]='12';day[${index}]='${day}';`;
    const script = `var urls=new Array();${row(0, '/a/1.html', '甲公告', '28')}${row(1, '/a/2.html', '乙公告', '25')}draw(urls);`;
    expect(read(`<div><script>${script}</script></div>`)).toMatchObject(listed);
  });

  it('are none where they are slides without days, or where the page shows a list', () => {
    const slides = `<script>var slides = [{"title":"甲图","url":"/1"},{"title":"乙图","url":"/2"}];</script>`;
    expect(read(slides, 'list')).toMatchObject({ state: 'none', items: [] });
    const shown = `<ul>${rows(6, (t, d, i) => `<li><a href="/b/${i}01.html">${t}</a><span>${d}</span></li>`)}</ul>`;
    expect(read(`${shown}<script>var data = ${JSON.stringify(data)};</script>`)).toMatchObject({ items: { length: 6 } });
  });

  it('cost bounded time, however many brackets open', { timeout: 20_000 }, () => {
    expect(read(`<script>var title={};${'a = [{"title":'.repeat(30_000)}</script>`, 'list')).toMatchObject({ state: 'none' });
  });
});
