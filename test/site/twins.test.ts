import { describe, expect, it } from 'vitest';
import { itemKey } from '../../crawlers/site/item-key.ts';
import { Twins } from '../../crawlers/site/twins.ts';
import type { Entry } from '../../src/model/reading.ts';

const TITLES = ['关于开展冬季安全检查的通知', '关于公布第三批名录的公告', '关于调整公交线路的通告'];
const nothingKnown = { entries: new Map() };

/** Rows of one list; `addressOf` writes the address of the nth. */
const list = (addressOf: (n: number) => string, titles = TITLES): Entry[] =>
  titles.map((title, n) => ({ title, url: `http://www.qinghe.example${addressOf(n)}`, publishedOn: `2026-11-${20 - n}` }));

/** The twins of a list beside another that was read before. */
function beside(before: readonly Entry[], entries: readonly Entry[]) {
  const twins = new Twins();
  twins.note(before.map((entry) => ({ item: itemKey(entry), title: entry.title, listedOn: entry.publishedOn })));
  return [...twins.of(entries, nothingKnown)];
}

describe('items that two columns list', () => {
  it.each([
    [
      'the number of the column in the file',
      (n: number) => `/art/2026/11/2/art_2204_${107 + n}.html`,
      (n: number) => `/art/2026/11/2/art_2205_${107 + n}.html`,
    ],
    [
      'its name in the query',
      (n: number) => `/show.asp?id=${n}&lm=%E9%80%9A%E7%9F%A5`,
      (n: number) => `/show.asp?id=${n}&lm=%E5%85%AC%E5%91%8A`,
    ],
    ['its folder', (n: number) => `/zwgk/tzgg/${n}7.html`, (n: number) => `/zwgk/gsgg/${n}7.html`],
  ])('are one where nothing but %s differs', (_, one, other) => {
    const before = list(one);
    expect(beside(before, list(other))).toEqual(list(other).map((entry, n) => [itemKey(entry), itemKey(before[n]!)]));
  });

  it('are two where their own numbers differ, titles and days or not', () => {
    expect(
      beside(
        list((n) => `/show.asp?id=${n}`),
        list((n) => `/show.asp?id=${n + 50}`),
      ),
    ).toEqual([]);
  });

  it('are two where only one row agrees, or their titles do not', () => {
    const before = list((n) => `/zwgk/tzgg/${n}.html`);
    expect(
      beside(
        before,
        list((n) => `/zwgk/gsgg/${n}.html`, [TITLES[0]!, '另一件事项的通知', '再一件事项的通知']),
      ),
    ).toEqual([]);
  });

  it('keep their key when the other column was not read this time', () => {
    const before = list((n) => `/art/2026/11/2/art_2204_${107 + n}.html`);
    const known = {
      entries: new Map(before.map((entry, position) => [itemKey(entry), { title: entry.title, listedOn: entry.publishedOn, position }])),
    };
    const entries = list((n) => `/art/2026/11/2/art_2205_${107 + n}.html`);
    expect([...new Twins().of(entries, known).values()]).toEqual(before.map(itemKey));
  });
});
