import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../crawlers/reading/choices.ts';
import { readPage } from '../../crawlers/reading/read.ts';
import type { ListReading } from '../../src/model/reading.ts';
import { framed, rows } from './lists/frame.ts';

const url = 'http://sw.qinghe.example/zwgk/tzgg/index.html';
const main = `<div id="main"><ul class="list">${rows(8, (title, day, n) => `<li><a href="/zwgk/tzgg/${n}.html">${title}</a><span>${day}</span></li>`)}</ul></div>`;
const beside = `<div class="box"><h3>最新动态</h3><ul class="list">${rows(6, (title, day, n) => `<li><a href="/xw/${n}.html">${title}</a><span>${day}</span></li>`)}</ul></div>`;
const cards = rows(
  5,
  (title, day, n) => `<div class="card c-${n}"><h4><a href="/zwgk/tzgg/${n}.html">${title}</a></h4><em>${day}</em></div>`,
);

const choicesIn = (text: string) => choicesOf({ url, text, kind: 'list' });
const toldBy = (text: string, selector: string) => readPage({ url, text, kind: 'list', told: { rows: selector } }) as ListReading;

describe('the blocks of a page', () => {
  it.each([
    ['rows of a list', main],
    ['rows of a list beside a box with the same markup', main + beside],
    ['cards', `<section>${cards}</section>`],
    [
      'rows of a table',
      `<table class="t"><tr><th>标题</th><th>日期</th></tr>${rows(6, (title, day, n) => `<tr><td><a href="${n}.html">${title}</a></td><td>${day}</td></tr>`)}</table>`,
    ],
    [
      'names that CSS must write otherwise',
      `<div class="2col w-1/2"><ul class="x:y">${rows(6, (title, day, n) => `<li class="3d"><a href="${n}.html">${title}</a>${day}</li>`)}</ul></div>`,
    ],
  ])('%s: the selector of the one that is read reads the same rows', (_, middle) => {
    const text = framed(middle);
    const { reading, choices } = choicesIn(text);
    const chosen = choices.find((choice) => choice.chosen)!;
    expect(reading!.items.length).toBeGreaterThan(4);
    expect(toldBy(text, chosen.selector).items).toEqual(reading!.items);
  });

  it('that are not the list have a selector that reads them and nothing else', () => {
    const { choices } = choicesIn(framed(main + beside));
    const other = choices.find(({ heading }) => heading === '最新动态')!;
    expect(other.chosen).toBe(false);
    expect(toldBy(framed(main + beside), other.selector).items.map((item) => item.url)).toEqual(
      [0, 1, 2, 3, 4, 5].map((n) => `http://sw.qinghe.example/xw/${n}.html`),
    );
  });

  it('an id with a number is one page’s own: the selector does without', () => {
    const { choices } = choicesIn(framed(main.replace('id="main"', 'id="div20231201"')));
    expect(choices.find(({ chosen }) => chosen)!.selector).not.toContain('#');
  });

  it('carry marks in the markup, and no marks that the page brought itself', () => {
    const { html, choices } = choicesIn(framed(`<p data-read="x" data-choice="9">正文</p>${main}${beside}`));
    expect(html.match(/<li[^>]* data-read="yes"/g)).toHaveLength(8);
    expect(html).not.toMatch(/data-read="x"|data-choice="9"/);
    const other = choices.findIndex(({ heading }) => heading === '最新动态');
    expect(html.match(new RegExp(`<li[^>]* data-choice="${other}"`, 'g'))).toHaveLength(6);
  });

  it('what a person told is what is marked', () => {
    const text = framed(main + beside);
    const { html, choices } = choicesOf({ url, text, kind: 'list', told: { rows: 'h3 + ul.list > li' } });
    expect(html.match(/<li[^>]* data-read="yes"/g)).toHaveLength(6);
    expect(choices.length).toBeGreaterThan(1);
  });
});

it('an answer of an API has rows and no blocks', () => {
  const text = JSON.stringify({ data: [{ title: '关于公布第三批节水型单位名单的公告', url: '/a.html', publishDate: '2023-12-01' }] });
  expect(choicesIn(text)).toMatchObject({ choices: [], html: text });
});
