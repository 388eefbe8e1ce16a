import { addDays, type Day } from '../model/day.ts';

/**
 * Days of the Chinese calendar on which holidays lie: 春节 (1/1), 端午 (5/5), 中秋 (8/15). Written out, because ICU's calendar takes new
 * moons near midnight for those of the next day: for it the year of 2027 begins on 7 February, and it begins on the 6th.
 */
const LUNAR: Readonly<Record<number, readonly [Day, Day, Day]>> = {
  2027: ['2027-02-06', '2027-06-09', '2027-09-15'],
  2028: ['2028-01-26', '2028-05-28', '2028-10-03'],
  2029: ['2029-02-13', '2029-06-16', '2029-09-22'],
  2030: ['2030-02-03', '2030-06-05', '2030-09-12'],
  2031: ['2031-01-23', '2031-06-24', '2031-10-01'],
  2032: ['2032-02-11', '2032-06-12', '2032-09-19'],
  2033: ['2033-01-31', '2033-06-01', '2033-09-08'],
  2034: ['2034-02-19', '2034-06-20', '2034-09-27'],
  2035: ['2035-02-08', '2035-06-10', '2035-09-16'],
};

/**
 * The days off that the law gives in a year of which no notice on 调休 is known: 元旦 1 day, 春节 4 from 除夕 on, 清明 1, 劳动节 2, 端午 1,
 * 中秋 1, 国庆节 3 (全国年节及纪念日放假办法, as in force since 2025). Of years beyond the table only those of the solar calendar. In order.
 */
export function statutoryHolidays(year: number): Day[] {
  const solar = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`);
  const lunar = LUNAR[year];
  if (lunar === undefined) return solar;
  const [spring, dragonBoat, midAutumn] = lunar;
  const days = [...solar, ...[-1, 0, 1, 2].map((after) => addDays(spring, after)), clearAndBright(year), dragonBoat, midAutumn];
  return [...new Set(days)].sort();
}

/** 清明 by the rule of thumb for 2001 to 2099, which is exact for all of them. */
function clearAndBright(year: number): Day {
  const short = year % 100;
  return `${year}-04-0${Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)}`;
}
