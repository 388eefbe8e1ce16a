import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInParts, dayInRow, monthDayInParts, monthDayInRow } from '../../../crawlers/reading/dates/rows.ts';

describe('the day of a list row', () => {
  it('stands at either end or in brackets', () => {
    for (const text of [
      '关于停水的通知 2018-12-03',
      '[2018-12-03] 关于停水的通知',
      '关于停水的通知（2018年12月3日）',
      '2018.12.03',
      '通知 发布时间：2018/12/3 10:22',
    ]) {
      expect(dayInRow(text)).toBe('2018-12-03');
    }
  });

  it('is not a day that the title speaks of', () => {
    expect(dayInRow('关于2018年12月3日停水的通知')).toBeNull();
    expect(dayInRow('关于2018年12月3日停水的通知 2018-12-04')).toBe('2018-12-04');
  });

  it('is not a deadline', () => {
    expect(dayInRow('截止时间：2018-12-03')).toBeNull();
    expect(dayInRow('报名 截止 时间：2018-12-03')).toBeNull();
    expect(dayInRow('发布时间：2018-12-03 截止时间：2018-12-09')).toBe('2018-12-03');
  });

  it('is not a day of something else that stands there without a colon', () => {
    for (const text of ['报名截止 2018-12-03', '开标时间 2018年12月3日 09:30', '有效期至 2018-12-03', '演出时间 2018-12-03'])
      expect([text, dayInRow(text)]).toEqual([text, null]);
    expect(dayInRow('2018-11-20 报名截止 2018-12-03')).toBe('2018-11-20');
    expect(dayInRow('市水利局 2018-12-03')).toBe('2018-12-03');
  });

  it('may have a year of two digits where nothing else stands with it', () => {
    for (const text of ['18.12.03', '(18-12-03)', '18/12/03']) expect(dayInRow(text)).toBe('2018-12-03');
    for (const text of ['18.12.3', '第18.12.03版', '18-12.03', '18.13.03', '0722-18-12-03']) expect(dayInRow(text)).toBeNull();
  });

  it('is nothing where the row has none', () => {
    for (const text of ['', '通知', '电话：0722-6232018', '广政发〔2018〕12号']) expect(dayInRow(text)).toBeNull();
  });
});

describe('month and day without a year', () => {
  it('are kept as shown', () => {
    expect(monthDayInRow('通知 [03-04]')).toBe('03-04');
    expect(monthDayInRow('3月4日')).toBe('03-04');
    expect(monthDayInRow('(12-3) 通知')).toBe('12-03');
    expect(monthDayInRow('通知 03/04')).toBe('03-04');
    expect(monthDayInRow('[02-29]')).toBe('02-29');
  });

  it('are not read from page counts, prices, scores or full days', () => {
    for (const text of ['1/12', '3.5', '3-4号楼通知', '2018-03-04', '[13-04]', '[02-30]', '通知 2018-03-04', ''])
      expect(monthDayInRow(text)).toBeNull();
  });
});

describe('a day in parts', () => {
  const days = fc
    .date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it('is put together from any split and in any order', () => {
    fc.assert(
      fc.property(days, fc.boolean(), (day, reversed) => {
        const [y, m, d] = day.split('-') as [string, string, string];
        for (const split of [
          [d, `${y}-${m}`],
          [d, `${y}年${Number(m)}月`],
          [d, `${m}月`, y],
          [`${m}-${d}`, y],
          [`${d}日`, `${y}.${m}`],
          [d, `${y}/${m}/`],
        ]) {
          expect(dayInParts(reversed ? split.toReversed() : split)).toBe(day);
        }
      }),
    );
  });

  it('is nothing where a part is foreign, missing or contradicts', () => {
    for (const parts of [['04', '2021-03', '通知'], ['04'], ['2021-03'], ['04', '05', '2021'], ['31', '2021-02'], [], ['', '']])
      expect(dayInParts(parts)).toBeNull();
  });

  it('may lack the year', () => {
    expect(monthDayInParts(['04', '3月'])).toBe('03-04');
    expect(monthDayInParts(['04', 'Mar'])).toBe('03-04');
    expect(monthDayInParts(['04', '2021-03'])).toBeNull();
  });
});
