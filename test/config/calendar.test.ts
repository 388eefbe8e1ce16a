import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/config/load.ts';
import { addDays, type Day } from '../../src/model/day.ts';
import type { CalendarYear } from '../../src/model/rules.ts';
import { statutoryHolidays } from '../../src/timeliness/statutory-holidays.ts';
import { estateWith, load, problemsOf } from './scratch.ts';

const all = loadRulebook('config').calendar;
/** Years of which a notice tells. */
const calendar = all.filter(({ certain }) => certain);
const year = (number: number) => calendar.find((one) => one.year === number)!;
const weekday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: Day) => [0, 6].includes(weekday(day));

function workingDays({ year: number, holidays, workdays }: CalendarYear): number {
  let count = 0;
  for (let day = `${number}-01-01`; day <= `${number}-12-31`; day = addDays(day, 1)) {
    if (workdays.includes(day) || (!isWeekend(day) && !holidays.includes(day))) count += 1;
  }
  return count;
}

describe('the bundled calendar', () => {
  it('covers 2017 to 2026 without a gap and names its sources; 2027 was not published', () => {
    expect(calendar.map((one) => one.year)).toEqual([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    for (const one of calendar) expect(one.source).toMatch(/国办发明电〔20\d\d〕\d+号（\d{4}-\d\d-\d\d）/);
  });

  // Weekdays less 11 statutory days (13 from 2025). Other years differ where a swap crosses the turn of the year, and 2020
  // by the two days by which Spring Festival was made longer.
  it.each([
    [2018, 250],
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('counts in %i %i working days', (number, days) => {
    expect(workingDays(year(number))).toBe(days);
  });

  it('gives one weekday off for every make-up day and statutory holiday: 11 a year, 13 from 2025, two more in 2020', () => {
    for (const one of calendar) {
      const free = one.holidays.filter((day) => !isWeekend(day)).length - one.workdays.length;
      // Swaps for New Year that lie in the year before: 2018-12-31 off for 2018-12-29 worked keeps the balance.
      expect([one.year, free]).toEqual([one.year, one.year === 2020 ? 13 : one.year >= 2025 ? 13 : 11]);
    }
  });

  it('has make-up days on Saturdays and Sundays only', () => {
    for (const day of calendar.flatMap((one) => one.workdays)) expect([day, isWeekend(day)]).toEqual([day, true]);
  });

  it('frees the days that every year has off', () => {
    for (const one of calendar) {
      for (const day of ['01-01', '05-01', '10-01', '10-02', '10-03']) expect(one.holidays).toContain(`${one.year}-${day}`);
    }
  });

  // First days of the lunar year, from astronomy and not from the notices.
  it.each([
    '2017-01-28',
    '2018-02-16',
    '2019-02-05',
    '2020-01-25',
    '2021-02-12',
    '2022-02-01',
    '2023-01-22',
    '2024-02-10',
    '2025-01-29',
    '2026-02-17',
  ])('frees the lunar New Year %s and the days after it', (day) => {
    const { holidays } = year(Number(day.slice(0, 4)));
    for (const after of [0, 1, 2]) expect(holidays).toContain(addDays(day, after));
  });

  // Dragon Boat (5th day of the 5th month) and Mid-Autumn (15th of the 8th).
  it.each(['2018-06-18', '2019-06-07', '2020-06-25', '2021-06-14', '2022-06-03', '2023-06-22', '2024-06-10', '2025-05-31', '2026-06-19'])(
    'frees the Dragon Boat festival %s',
    (day) => expect(year(Number(day.slice(0, 4))).holidays).toContain(day),
  );
  it.each(['2018-09-24', '2019-09-13', '2020-10-01', '2021-09-21', '2022-09-10', '2023-09-29', '2024-09-17', '2025-10-06', '2026-09-25'])(
    'frees the Mid-Autumn festival %s',
    (day) => expect(year(Number(day.slice(0, 4))).holidays).toContain(day),
  );

  it('has no working weekday between two days off of one block', () => {
    for (const { holidays, workdays } of calendar) {
      for (const day of holidays) {
        const next = addDays(day, 1);
        if (holidays.includes(addDays(day, 2))) expect(holidays.includes(next) || workdays.includes(next) || isWeekend(next)).toBe(true);
      }
    }
  });
});

describe('a year without a notice', () => {
  it('has the days off that the law gives, and says that more may come', () => {
    const uncertain = all.filter(({ certain }) => !certain);
    expect(uncertain.map((one) => one.year)).toEqual([2027]);
    for (const one of uncertain) expect(one.holidays).toEqual(statutoryHolidays(one.year));
  });
});

describe('what is wrong with a calendar', () => {
  const at = (content: string) => problemsOf(() => load(estateWith(), { 'calendar/2030.yaml': content })).map((problem) => problem.key);
  const head = 'year: 2030\nnotices: [{ number: 某号, date: 2029-11-01 }]\nholidays:\n';

  it('is a year other than that of the file name', () => {
    expect(at(`${head.replace('2030', '2031')}  - { name: 元旦, from: 2031-01-01, to: 2031-01-01 }\n`)).toEqual(['year']);
  });
  it('is a year that names no notice and does not say that it is uncertain', () => {
    const holidays = 'holidays:\n  - { name: 元旦, from: 2030-01-01, to: 2030-01-01 }\n';
    expect(at(`year: 2030\n${holidays}`)).toEqual(['notices']);
    expect(load(estateWith(), { 'calendar/2030.yaml': `year: 2030\ncertain: false\n${holidays}` }).calendar.at(-1)?.certain).toBe(false);
  });
  it('is a make-up day that is no Saturday or Sunday', () => {
    expect(at(`${head}  - { name: 元旦, from: 2030-01-01, to: 2030-01-01, workdays: [2030-01-04] }\n`)).toEqual([
      'holidays[0].workdays[0]',
    ]);
  });
  it('is a day that the calendar does not have', () => {
    expect(at(`${head}  - { name: 春节, from: 2030-02-28, to: 2030-02-30 }\n`)).toEqual(['holidays[0].to']);
  });
  it('is a block that ends before it begins, overlaps another or leaves the year', () => {
    expect(at(`${head}  - { name: 春节, from: 2030-02-10, to: 2030-02-01 }\n`)).toEqual(['holidays[0].to']);
    expect(at(`${head}  - { name: 一, from: 2030-02-01, to: 2030-02-05 }\n  - { name: 二, from: 2030-02-05, to: 2030-02-06 }\n`)).toEqual([
      'holidays[1]',
    ]);
    expect(at(`${head}  - { name: 元旦, from: 2029-12-31, to: 2030-01-01 }\n`)).toEqual(['holidays[0].from']);
  });
  it('is a day both off and worked', () => {
    expect(at(`${head}  - { name: 一, from: 2030-02-01, to: 2030-02-05, workdays: [2030-02-03] }\n`)).toEqual(['holidays']);
  });
});
