import { describe, expect, it } from 'vitest';
import { readList } from '../../../crawlers/reading/lists/list.ts';
import { parsePage } from '../../../crawlers/reading/page.ts';
import { framed, rows } from './frame.ts';

const HERE = 'http://sw.qinghe.example/zwgk/tzgg/';
const LIST = `<ul id="nl">${rows(8, (t, d, i) => `<li><a href="${HERE}${5500 + i}.html">${t}</a><span>${d}</span></li>`)}</ul>`;
const read = (middle: string, script = '') => readList(parsePage(framed(middle, { hot: false, script }), HERE));
const certainty = (middle: string, script = '') => {
  const { state, items, why } = read(middle, script);
  return [state, items.length, why.certainty];
};
const newest = read(LIST).items[0]!.publishedOn!.slice(0, 4);

describe('a list is no proof of silence', () => {
  it.each([
    ['a link to more of it stands beside its name', `<h3>通知公告<a href="all.html">更多&gt;&gt;</a></h3>${LIST}`, ''],
    [
      'a page of the same year or a later one was not looked at',
      `<p><a href="?y=${newest}">${newest}年</a> <a href="?y=2001">2001年</a></p>${LIST}`,
      '',
    ],
    [
      'a script puts what it fetches before its rows',
      LIST,
      "<script>$.get('/api/newest?c='+(7*3),function(d){$('#nl').prepend(d)})</script>",
    ],
    [
      'its days are those of documents',
      `<table><tr><th>名称</th><th>成文日期</th></tr>${rows(8, (t, d, i) => `<tr><td><a href="${HERE}${5500 + i}.html">${t}</a></td><td>${d}</td></tr>`)}</table>`,
      '',
    ],
    [
      'a script puts what it fetches into an empty list beside it',
      `<div><ul id="top"></ul>${LIST}</div>`,
      "<script>$.get('/api/newest?c='+(7*3),function(d){$('#top').html(d)})</script>",
    ],
    ['it is kept for browsers without scripts', `<div id="l"></div><noscript>${LIST}</noscript>`, '<script src="/js/list.js"></script>'],
    ...[
      '温馨提示：本栏目自2023年4月起停止更新，新发布的信息请到“公告公示”查看。',
      '原网站已停用，请访问新网站。',
      '因机构改革，该栏目已并入“通知公告”',
      '本站不再更新，请移步市政府门户网站。',
    ].map((said) => [`the page says “${said}”`, `<p class="tip">${said}</p>${LIST}`, '']),
  ])('where %s', (_, middle = '', script = '') => {
    expect(certainty(middle, script)).toEqual(['list', 8, 'likely']);
  });
});

it.each(['<a href="/old/">返回旧版</a>', '<p>本网站由市政府办公室主办，欢迎访问。</p>', '<p>本栏目更新及时，请经常查看。</p>'])(
  'what says nothing of a move speaks against no list: %s',
  (said) => {
    expect(certainty(`${said}${LIST}`)).toEqual(['list', 8, 'sure']);
  },
);

it('years that have passed, a page’s own year and scripts that add at the end speak against no list', () => {
  expect(certainty(`<p><a href="./">${newest}年</a> <a href="?y=2001">2001年</a></p>${LIST}`)).toEqual(['list', 8, 'sure']);
  expect(certainty(LIST, "<script>$.get('/api/next?c='+(7*3),function(d){$('#nl').append(d)})</script>")).toEqual(['list', 8, 'sure']);
});
