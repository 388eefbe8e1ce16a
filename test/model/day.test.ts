import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addPeriod,
  dayIn,
  daysBetween,
  formatInstant,
  formatPeriod,
  isDay,
  makeDay,
  parsePeriod,
  startOfDay,
} from '../../src/model/day.ts';

const day = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays('1900-01-01', count));
const shift = fc.integer({ min: -40_000, max: 40_000 });
const period = fc
  .record({ years: fc.nat(30), months: fc.nat(40), days: fc.nat(400) })
  .filter(({ years, months, days }) => years + months + days > 0);
/** Zones without summer time now or in the years tested. */
const FLAT = ['Asia/Shanghai', 'Asia/Tokyo', 'Asia/Kolkata', 'Asia/Kathmandu', 'UTC', 'Etc/GMT+12'];
/** Zones whose clocks change, some of them at midnight. */
const CHANGING = ['Europe/Berlin', 'America/Sao_Paulo', 'America/Havana', 'Asia/Beirut', 'Australia/Lord_Howe', 'Africa/Cairo'];

describe('a day of the calendar', () => {
  test('exists or is null', () => {
    expect(makeDay(2018, 2, 28)).toBe('2018-02-28');
    expect(makeDay(2020, 2, 29)).toBe('2020-02-29');
    for (const [y, m, d] of [
      [2018, 2, 29],
      [1900, 2, 29],
      [2018, 4, 31],
      [2018, 13, 1],
      [2018, 0, 1],
      [2018, 1, 0],
      [0, 1, 1],
      [2018, 1.5, 1],
      [2018, 1, 1.5],
      [Number.NaN, 1, 1],
    ] as const)
      expect(makeDay(y, m, d)).toBeNull();
  });

  test('is written in one way only', () => {
    for (const text of ['2018-1-1', '2018/01/01', '2018-02-30', '', '2018-01-01 ', '20180101', '2018-01-01T00:00'])
      expect(isDay(text)).toBe(false);
    fc.assert(
      fc.property(day, (one) => {
        expect(isDay(one)).toBe(true);
      }),
    );
  });

  test('moved and moved back is the same, and the days between are those moved', () => {
    fc.assert(
      fc.property(day, shift, (one, days) => {
        expect(addDays(addDays(one, days), -days)).toBe(one);
        expect(daysBetween(one, addDays(one, days))).toBe(days);
        expect(addDays(one, days) < one).toBe(days < 0);
      }),
    );
  });

  test('cannot be moved out of the calendar', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addPeriod('9999-12-01', { years: 0, months: 1, days: 0 })).toThrow(RangeError);
  });
});

describe('a day plus a period', () => {
  test.each([
    ['2018-12-28', 'P6M', '2019-06-28'],
    ['2018-08-31', 'P6M', '2019-02-28'],
    ['2019-08-31', 'P6M', '2020-02-29'],
    ['2020-02-29', 'P1Y', '2021-02-28'],
    ['2018-12-31', 'P2M', '2019-02-28'],
    ['2018-01-31', 'P1M1D', '2018-03-01'],
    ['2018-12-20', 'P2W', '2019-01-03'],
  ])('%s + %s is %s', (from, text, to) => {
    expect(addPeriod(from, parsePeriod(text)!)).toBe(to);
  });

  test('lies later, and longer periods do not end earlier', () => {
    fc.assert(
      fc.property(day, period, fc.nat(60), (one, length, more) => {
        expect(addPeriod(one, length) > one).toBe(true);
        expect(addPeriod(one, { ...length, days: length.days + more }) >= addPeriod(one, length)).toBe(true);
      }),
    );
  });

  test('keeps the order of days', () => {
    fc.assert(
      fc.property(day, day, period, (a, b, length) => {
        expect(a > b && addPeriod(a, length) < addPeriod(b, length)).toBe(false);
      }),
    );
  });

  test('of months ends in the month that many later, on the same date or the month’s last', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (one, months) => {
        const end = addPeriod(one, { years: 0, months, days: 0 });
        const monthsOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(monthsOf(end) - monthsOf(one)).toBe(months);
        expect(end.slice(8) === one.slice(8) || (end.slice(8) < one.slice(8) && addDays(end, 1).endsWith('-01'))).toBe(true);
      }),
    );
  });
});

describe('a period', () => {
  test('reads as it was written', () => {
    fc.assert(
      fc.property(period, (one) => {
        expect(parsePeriod(formatPeriod(one))).toEqual(one);
      }),
    );
    expect(parsePeriod('P2W')).toEqual({ years: 0, months: 0, days: 14 });
  });

  test('is nothing else than years, months, weeks and days', () => {
    for (const text of ['', 'P', 'P0D', 'P1', '6M', 'P6m', 'PT6H', 'P1DT1H', 'P-1D', 'P1.5M', 'none', 'P1D ', 'P1M1Y'])
      expect(parsePeriod(text)).toBeNull();
  });
});

describe('days and instants', () => {
  const instant = fc.date({ min: new Date('1995-01-01T00:00:00Z'), max: new Date('2035-01-01T00:00:00Z'), noInvalidDate: true });

  test('a day begins at its first instant in every zone, also where clocks change at midnight', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FLAT, ...CHANGING), instant, (zone, moment) => {
        const today = dayIn(zone, moment);
        const start = startOfDay(zone, today);
        expect(start <= moment).toBe(true);
        expect(dayIn(zone, start)).toBe(today);
        expect(dayIn(zone, new Date(start.getTime() - 1)) < today).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('São Paulo had no midnight on 4 November 2018', () => {
    expect(startOfDay('America/Sao_Paulo', '2018-11-04').toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });

  test('in a zone without summer time every day has 24 hours', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FLAT), day, (zone, one) => {
        fc.pre(one > '1992-01-01');
        expect(startOfDay(zone, addDays(one, 1)).getTime() - startOfDay(zone, one).getTime()).toBe(86_400_000);
      }),
    );
  });

  test('an instant is written with its zone’s offset and reads back to the second', () => {
    expect(formatInstant('Asia/Shanghai', new Date('2018-12-31T15:59:59Z'))).toBe('2018-12-31T23:59:59+08:00');
    expect(formatInstant('America/St_Johns', new Date('2018-12-31T15:59:59Z'))).toBe('2018-12-31T12:29:59-03:30');
    fc.assert(
      fc.property(fc.constantFrom(...FLAT, ...CHANGING), instant, (zone, moment) => {
        expect(Date.parse(formatInstant(zone, moment))).toBe(Math.floor(moment.getTime() / 1000) * 1000);
      }),
    );
  });
});
