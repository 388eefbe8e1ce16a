import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHolidayNotice } from '../../src/config/holiday-notice.ts';
import { calendarText, withNoticeOfNextYear } from '../../src/config/write-calendar.ts';

const HEAD = '各省、自治区、直辖市人民政府，国务院各部委、各直属机构：';
const ENDS =
  '节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。';

const OF_2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号
${HEAD}
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
${ENDS}
国务院办公厅
2025年11月4日`;

const OF_2025 = `国务院办公厅关于2025年部分节假日安排的通知 国办发明电〔2024〕12号 ${HEAD}
根据2024年11月修订的《全国年节及纪念日放假办法》，自2025年1月1日起，全体公民放假的假日增加2天，其中春节、劳动节各增加1天。据此对放假调休原则作进一步优化完善，除个别特殊情形外，春节自农历除夕起放假调休8天，国庆节自10月1日起放假调休7天，劳动节放假调休5天，元旦、清明节、端午节、中秋节分别放假调休或连休3天（如逢周三则只在当日放假），国庆节放假如逢中秋节则合并放假8天。
经国务院批准，现将2025年元旦、春节、清明节、劳动节、端午节、国庆节和中秋节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
${ENDS} 国务院办公厅 2024年11月12日`;

const OF_2024 = `国务院办公厅关于2024年部分节假日安排的通知国办发明电〔2023〕7号${HEAD}
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
${ENDS}国务院办公厅2023年10月25日`;

const OF_2019 = `国务院办公厅关于2019年部分节假日安排的通知
国办发明电[2018]15号
一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。
二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。
三、清明节：4月5日放假，与周末连休。
四、劳动节：5月1日放假。
五、端午节：6月7日放假，与周末连休。
六、中秋节：9月13日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
国务院办公厅　2018年12月4日`;

const shipped = (year: number) => readFileSync(`config/calendar/${year}.yaml`, 'utf8');
const bare = (yaml: string) => yaml.split('\n').filter((line) => !line.startsWith('#'));

describe('the State Council’s notice', () => {
  it.each([
    [2026, OF_2026],
    [2025, OF_2025],
  ])('of %i becomes the calendar that is shipped for it', (year, text) => {
    expect(bare(calendarText(readHolidayNotice(text)))).toEqual(bare(shipped(year)));
  });

  it('of a year with single days joined to weekends, without weekdays, and with advice beside it', () => {
    const days = readHolidayNotice(OF_2024).blocks.map(({ name, from, to, workdays }) => [name, from, to, ...workdays]);
    expect(days).toContainEqual(['春节', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18']);
    expect(days).toContainEqual(['端午节', '2024-06-10', '2024-06-10']);
  });

  it('in the wordings of older years: days off in place of others, numbers in brackets, signed in Chinese numerals', () => {
    const notice = readHolidayNotice(`国务院办公厅关于2029年
部分节假日安排的通知
国办发明电[2028]9号
（一）元旦：1月1日（星期一）放假，与周末连休。
（二）春节：2月12日（农历除夕、星期一）至18日放假调休，共7天。2月10日(星期六)、24日（星期六）上班。
（三）清明节：4月4日放假1天。
（四）劳动节：4月29日至5月3日放假调休，共5天。4月28日、5月5日上班。
（五）端午节：6月16日（星期六）放假，6月18日（星期一）补休。
（六）中秋节：9月22日放假，共3天，9月24日补休。
（七）国庆节：10月1日至7日放假调休，共7天。9月29日、30日上班。
国务院办公厅
二○二八年十一月二十日`);
    expect(notice).toMatchObject({ year: 2029, number: '国办发明电〔2028〕9号', date: '2028-11-20' });
    expect(notice.blocks.map(({ from, to, workdays }) => [from, to, workdays])).toEqual([
      ['2029-01-01', '2029-01-01', []],
      ['2029-02-12', '2029-02-18', ['2029-02-10', '2029-02-24']],
      ['2029-04-04', '2029-04-04', []],
      ['2029-04-29', '2029-05-03', ['2029-04-28', '2029-05-05']],
      ['2029-06-16', '2029-06-18', []],
      ['2029-09-22', '2029-09-24', []],
      ['2029-10-01', '2029-10-07', ['2029-09-29', '2029-09-30']],
    ]);
    const far = OF_2024.replace('1月1日放假，', '1月1日放假，1月8日补休，');
    expect(() => readHolidayNotice(far)).toThrow('自相矛盾');
  });

  it('that begins in the year before writes its days there into that year’s file, once', () => {
    const notice = readHolidayNotice(OF_2019);
    const before = `year: 2018\nnotices:\n  - { number: 国办发明电〔2017〕12号, date: 2017-11-30 }\nholidays:\n  # 元旦\n  - { name: 元旦, from: 2018-01-01, to: 2018-01-01 }\n`;
    const after = withNoticeOfNextYear(before, notice);
    expect(after).toContain('# 元旦');
    expect(after).toMatch(/元旦（2019年）.*2018-12-30.*2018-12-31.*2018-12-29/);
    expect(withNoticeOfNextYear(after, notice)).toBe(after);
    expect(calendarText(notice)).toContain('{ name: 元旦, from: 2019-01-01, to: 2019-01-01 }');
    expect(withNoticeOfNextYear(shipped(2025), readHolidayNotice(OF_2026))).toBe(shipped(2025));
  });

  it.each([
    ['a weekday that is not that day’s', OF_2026.replace('1月4日（周日）', '1月5日（周日）'), '2026-01-05 不是周日'],
    ['a number of days that is another', OF_2026.replace('共9天', '共8天'), '是 9 天，通知写的是 8 天'],
    ['a working day within the week', OF_2024.replace('2月4日（星期日）', '2月5日'), '不是周末'],
    ['a day that there is not', OF_2026.replace('4月4日（周六）至6日（周一）', '4月31日'), '2026-04-31'],
    ['a holiday that is missing', OF_2026.replace('六、中秋节', '六、节日'), '没有中秋节'],
    ['no number', OF_2026.replace('国办发明电〔2025〕7号', ''), '没有文号'],
    ['something else altogether', '关于做好2027年元旦春节期间有关工作的通知', '没有标题'],
  ])('with %s is refused in words, and nothing is guessed', (_what, text, said) => {
    expect(() => calendarText(readHolidayNotice(text))).toThrow(said);
  });
});
