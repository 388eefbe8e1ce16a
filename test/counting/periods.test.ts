import { expect, it } from 'vitest';
import { isPeriodName, PERIODS, spanOf, weekOf } from '../../src/counting/periods.ts';
import { addDays } from '../../src/model/day.ts';

it.each([
  ['this-week', '2018-06-04', '2018-06-10'],
  ['last-week', '2018-05-28', '2018-06-03'],
  ['this-month', '2018-06-01', '2018-06-30'],
  ['last-month', '2018-05-01', '2018-05-31'],
  ['this-quarter', '2018-04-01', '2018-06-30'],
  ['last-quarter', '2018-01-01', '2018-03-31'],
  ['this-half', '2018-01-01', '2018-06-30'],
  ['last-half', '2017-07-01', '2017-12-31'],
  ['this-year', '2018-01-01', '2018-12-31'],
  ['last-year', '2017-01-01', '2017-12-31'],
] as const)('%s of 10 June 2018, a Sunday', (name, from, to) => {
  expect(spanOf(name, '2018-06-10')).toEqual({ from, to });
});

it('in January the year before is one name away', () => {
  expect(spanOf('last-year', '2019-01-07')).toEqual({ from: '2018-01-01', to: '2018-12-31' });
  expect(spanOf('last-quarter', '2019-01-07')).toEqual({ from: '2018-10-01', to: '2018-12-31' });
});

it('the period before ends on the day before this one begins, whatever the day', () => {
  for (let day = '2019-12-01'; day < '2020-03-15'; day = addDays(day, 1)) {
    for (const length of ['week', 'month', 'quarter', 'half', 'year'] as const) {
      const [now, before] = [spanOf(`this-${length}`, day), spanOf(`last-${length}`, day)];
      expect(addDays(before.to, 1)).toBe(now.from);
      expect(now.from <= day && day <= now.to).toBe(true);
    }
  }
  expect(weekOf('2020-01-01')).toEqual({ from: '2019-12-30', to: '2020-01-05' });
  expect(PERIODS.every(isPeriodName)).toBe(true);
  expect(isPeriodName('next-year')).toBe(false);
});
