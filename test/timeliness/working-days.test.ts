import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/model/day.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';

// National Day 2018: off from 1 to 7 October, worked on Saturday 29 and Sunday 30 September.
const calendar = createWorkingDays([
  {
    year: 2018,
    source: '国务院办公厅关于2018年部分节假日安排的通知',
    holidays: ['2018-10-01', '2018-10-02', '2018-10-03', '2018-10-04', '2018-10-05', '2018-10-06', '2018-10-07'],
    workdays: ['2018-09-29', '2018-09-30'],
  },
]);
const day = fc.integer({ min: 0, max: 720 }).map((count) => addDays('2018-01-01', count));
const term = fc.nat(60);

describe('working days', () => {
  test('are Monday to Friday, without holidays, with make-up days', () => {
    expect(['2018-09-28', '2018-09-29', '2018-09-30', '2018-10-01', '2018-10-08'].map(calendar.isWorkingDay)).toEqual([
      true,
      true,
      true,
      false,
      true,
    ]);
    expect(['2018-09-22', '2018-09-23', '2018-09-24'].map(calendar.isWorkingDay)).toEqual([false, false, true]);
  });

  test('the day of the event does not count', () => {
    expect(calendar.addWorkingDays('2018-09-28', 1)).toBe('2018-09-29');
    expect(calendar.addWorkingDays('2018-09-28', 3)).toBe('2018-10-08');
    expect(calendar.addWorkingDays('2018-10-03', 1)).toBe('2018-10-08');
  });

  test('a term that ends on a day off ends on the next working day', () => {
    expect(calendar.endOfTerm('2018-10-03')).toBe('2018-10-08');
    expect(calendar.endOfTerm('2018-09-29')).toBe('2018-09-29');
  });

  test('years without a published calendar are named', () => {
    expect(calendar.uncertainYears('2017-12-20', '2019-01-10')).toEqual([2017, 2019]);
    expect(calendar.uncertainYears('2018-02-01', '2018-03-01')).toEqual([]);
  });

  test('in a year without a calendar the days of the law are off, and so are those of a year that is not certain', () => {
    expect(calendar.isWorkingDay('2027-01-01')).toBe(false);
    expect(calendar.isWorkingDay('2027-02-08')).toBe(false);
    expect(calendar.addWorkingDays('2026-12-31', 1)).toBe('2027-01-04');
    const written = createWorkingDays([{ year: 2027, certain: false, source: '', holidays: ['2027-01-01'], workdays: [] }]);
    expect(written.isWorkingDay('2027-01-01')).toBe(false);
    expect(written.uncertainYears('2027-01-01', '2027-01-04')).toEqual([2027]);
  });

  test('a term of a part of a day, or backwards, is refused', () => {
    expect(() => calendar.addWorkingDays('2018-01-01', -1)).toThrow(RangeError);
    expect(() => calendar.addWorkingDays('2018-01-01', 1.5)).toThrow(RangeError);
  });

  test('adding and counting agree', () => {
    fc.assert(
      fc.property(day, term, (from, count) => {
        expect(calendar.workingDaysBetween(from, calendar.addWorkingDays(from, count))).toBe(count);
      }),
    );
  });

  test('a term of at least a day ends on a working day, and longer terms end later', () => {
    fc.assert(
      fc.property(day, term, (from, count) => {
        const end = calendar.addWorkingDays(from, count + 1);
        expect(calendar.isWorkingDay(end)).toBe(true);
        expect(end > calendar.addWorkingDays(from, count)).toBe(true);
      }),
    );
  });

  test('counts add up over any day between, and turn their sign backwards', () => {
    fc.assert(
      fc.property(fc.tuple(day, day, day), (days) => {
        const [a, b, c] = days.toSorted() as [string, string, string];
        expect(calendar.workingDaysBetween(a, c)).toBe(calendar.workingDaysBetween(a, b) + calendar.workingDaysBetween(b, c));
        expect(calendar.workingDaysBetween(c, a) + calendar.workingDaysBetween(a, c)).toBe(0);
      }),
    );
  });
});
