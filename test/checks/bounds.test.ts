import { describe, expect, test } from 'vitest';
import { audit, column, item, noon } from '../timeliness/estate.ts';

/** The last case that is still nothing, and the first that is something. */
const ON = '2018-12-31';

function count(kind: string, sightings: ReturnType<typeof item>[], columns = [column('tzgg', { category: 'work-updates' })]): number {
  return audit({ on: ON, columns, sightings }).findings.filter(({ rule }) => rule === kind).length;
}

describe('a burst', () => {
  const heap = (items: number) => Array.from({ length: items }, (_, place) => item('2018-12-02', { item: `tzgg/${place}` }));

  test('is ten items after thirty days of silence, and neither nine nor twenty-nine', () => {
    expect(count('burst', [item('2018-11-01'), ...heap(10)])).toBe(1);
    expect(count('burst', [item('2018-11-01'), ...heap(9)])).toBe(0);
    expect(count('burst', [item('2018-11-02'), ...heap(10)])).toBe(0);
  });

  test('is told of each day by itself', () => {
    const later = Array.from({ length: 12 }, (_, place) => item('2018-10-10', { item: `tzgg/later/${place}` }));
    expect(count('burst', [item('2018-03-01'), ...later, ...heap(10)])).toBe(2);
  });
});

describe('a day that was changed', () => {
  const changed = (before: string, after: string) => [
    item(after, { listedBefore: before, shownUntil: noon('2018-11-01'), redatedAsOf: noon('2018-11-05') }),
    item('2018-12-30'),
  ];

  test('is one that lies two days off, forward or back, but not one', () => {
    expect(count('day-changed', changed('2018-10-01', '2018-10-03'))).toBe(1);
    expect(count('day-changed', changed('2018-10-03', '2018-10-01'))).toBe(1);
    expect(count('day-changed', changed('2018-10-01', '2018-10-02'))).toBe(0);
  });
});

describe('several days of one item', () => {
  const columns = [column('tzgg'), column('zcfg')];
  const both = (other: string) => [item('2018-10-01', { item: 'a' }), item(other, { item: 'a', column: 'zcfg' })];

  test('are told from thirty-one days on', () => {
    expect(count('several-days', both('2018-08-31'), columns)).toBe(1);
    expect(count('several-days', both('2018-09-01'), columns)).toBe(0);
  });
});

describe('items told one by one', () => {
  test('are twenty; the twenty-first is told with all that follow', () => {
    const ahead = (items: number) => Array.from({ length: items }, (_, place) => item('2019-02-01', { item: `tzgg/${place}` }));
    expect([20, 21, 90].map((items) => count('future-date', ahead(items)))).toEqual([20, 21, 21]);
  });
});
