import { expect, it } from 'vitest';
import { changesBetween, closedBefore } from '../../src/counting/closing.ts';
import { addDays } from '../../src/model/day.ts';

const figures = { items: 3, classes: { news: 3 }, categories: { notices: 2, plans: 1 }, units: { water: 3 } };

it('only whole periods that are over are closed, each once, the newest of each length ending before today', () => {
  for (let today = '2023-12-25'; today < '2024-04-10'; today = addDays(today, 1)) {
    const spans = closedBefore(today);
    expect(spans.every(({ from, to }) => from <= to && to < today)).toBe(true);
    expect(new Set(spans.map(({ from, to }) => `${from} ${to}`)).size).toBe(spans.length);
  }
  const spans = closedBefore('2019-01-01');
  for (const span of [
    { from: '2018-01-01', to: '2018-12-31' },
    { from: '2017-01-01', to: '2017-12-31' },
    { from: '2018-10-01', to: '2018-12-31' },
    { from: '2018-07-01', to: '2018-12-31' },
    { from: '2018-12-01', to: '2018-12-31' },
    { from: '2017-01-01', to: '2017-01-31' },
    { from: '2018-12-24', to: '2018-12-30' },
  ])
    expect(spans).toContainEqual(span);
});

it('a correction names what changed, with both numbers, and what is new or gone', () => {
  expect(changesBetween(figures, figures)).toEqual([]);
  const now = { items: 4, classes: { news: 4 }, categories: { notices: 4 }, units: { water: 3, town: 1 } };
  expect(changesBetween(figures, now)).toEqual([
    { of: 'items', id: '', was: 3, now: 4 },
    { of: 'classes', id: 'news', was: 3, now: 4 },
    { of: 'categories', id: 'notices', was: 2, now: 4 },
    { of: 'categories', id: 'plans', was: 1, now: 0 },
    { of: 'units', id: 'town', was: 0, now: 1 },
  ]);
});
