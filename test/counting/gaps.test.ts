import { expect, test } from 'vitest';
import { longestGaps } from '../../src/counting/gaps.ts';

test('silences of a month or more are told, the longest first, the one until today among them', () => {
  const updated = ['2018-06-01', '2018-01-01', '2018-06-01', '2018-02-15', '2018-02-20'];
  expect(longestGaps(updated, '2018-07-05')).toEqual([
    { from: '2018-02-20', to: '2018-06-01', days: 101 },
    { from: '2018-01-01', to: '2018-02-15', days: 45 },
    { from: '2018-06-01', to: '2018-07-05', days: 34 },
  ]);
});

test('what is dated after today breaks no silence, and without updates there is none to tell', () => {
  expect(longestGaps(['2018-01-01', '2018-03-01'], '2018-02-10')).toEqual([{ from: '2018-01-01', to: '2018-02-10', days: 40 }]);
  expect(longestGaps([], '2018-02-10')).toEqual([]);
});

test('no more than ten are told', () => {
  const updated = Array.from({ length: 24 }, (_, place) => `${2000 + place}-01-01`);
  expect(longestGaps(updated, '2024-01-01')).toHaveLength(10);
});
