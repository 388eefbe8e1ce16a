import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDigits, wholeDay, writtenDays } from '../../../crawlers/reading/dates/written.ts';

const days = fc
  .date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const parts = (day: string) => day.split('-').map(Number) as [number, number, number];
const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const CHINESE = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const tens = (n: number) => (n < 10 ? CHINESE[n]! : `${n >= 20 ? CHINESE[Math.floor(n / 10)] : ''}十${n % 10 ? CHINESE[n % 10] : ''}`);
const pad = (n: number) => String(n).padStart(2, '0');

const ENGLISH = 'January February March April May June July August September October November December'.split(' ');

/** Every way of writing a day that the grammar claims to read. */
const WRITERS: Record<string, (year: number, month: number, date: number) => string> = {
  dashes: (y, m, d) => `${y}-${pad(m)}-${pad(d)}`,
  'slashes without zeros': (y, m, d) => `${y}/${m}/${d}`,
  dots: (y, m, d) => `${y}.${pad(m)}.${d}`,
  'Chinese signs': (y, m, d) => `${y}年${m}月${d}日`,
  'Chinese signs with spaces': (y, m, d) => `${y} 年 ${pad(m)} 月\u3000${d} 日`,
  'full-width digits': (y, m, d) => wide(`${y}年${m}月${d}日`),
  'full-width dashes': (y, m, d) => wide(`${y}-${pad(m)}-${pad(d)}`).replaceAll('-', '－'),
  'broken over lines': (y, m, d) => `${y}-\n\t${pad(m)}-\n\t${pad(d)}`,
  'Chinese numerals': (y, m, d) => `${[...String(y)].map((n) => CHINESE[Number(n)]).join('')}年${tens(m)}月${tens(d)}日`,
  'English, month first': (y, m, d) => `${ENGLISH[m - 1]} ${d}, ${y}`,
  'English, shortened': (y, m, d) => `${ENGLISH[m - 1]!.slice(0, 3)} ${pad(d)},${y}`,
  'English, day first': (y, m, d) => `${d} ${ENGLISH[m - 1]} ${y}`,
  'Chinese numerals with 零': (y, m, d) =>
    `${[...String(y)].map((n) => (n === '0' ? '零' : CHINESE[Number(n)])).join('')}年${tens(m)}月${tens(d)}日`,
  'Chinese numerals with ○': (y, m, d) =>
    `${[...String(y)].map((n) => (n === '0' ? '○' : CHINESE[Number(n)])).join('')}年${tens(m)}月${tens(d)}日`,
};

describe('days written in a text', () => {
  for (const [name, write] of Object.entries(WRITERS)) {
    it(`are read back from ${name}`, () => {
      fc.assert(
        fc.property(
          days,
          fc.constantFrom('', '发布日期：', '（', '信息 '),
          fc.constantFrom('', ' 来源：本站', '）', '\n'),
          (day, before, after) => {
            expect(writtenDays(before + write(...parts(day)) + after).map((found) => found.day)).toEqual([day]);
          },
        ),
      );
    });
  }

  it('keep the time behind them, in Beijing time', () => {
    expect(writtenDays('2018-12-03 14:31').map((d) => d.at)).toEqual(['2018-12-03T14:31:00+08:00']);
    expect(writtenDays('2018年12月3日 星期一 下午3:05').map((d) => d.at)).toEqual(['2018-12-03T15:05:00+08:00']);
    expect(writtenDays('2018年12月03日14时31分22秒').map((d) => d.at)).toEqual(['2018-12-03T14:31:22+08:00']);
    expect(writtenDays('2018-12-03T16:30:00Z').map((d) => d.at)).toEqual(['2018-12-04T00:30:00+08:00']);
    expect(writtenDays('12/3/2018 2:31:22 PM').map((d) => d.at)).toEqual(['2018-12-03T14:31:22+08:00']);
    expect(writtenDays('12/3/2018 14:31')).toEqual([]);
    expect(writtenDays('Mon Dec 03 14:31:22 CST 2018').map((d) => d.at)).toEqual(['2018-12-03T14:31:22+08:00']);
  });

  it('have no time where bare midnight is printed', () => {
    expect(writtenDays('2018/12/3 0:00:00').map((d) => d.at)).toEqual(['2018-12-03']);
  });

  it('may have their time glued to them', () => {
    expect(writtenDays('2018-12-0314:31:22').map((d) => d.at)).toEqual(['2018-12-03T14:31:22+08:00']);
  });

  it('do not exist where the calendar has none', () => {
    for (const text of ['2018-02-30', '2019年2月29日', '2018-13-01', '2018-00-10', '二〇一八年十二月三十二日'])
      expect(writtenDays(text)).toEqual([]);
  });

  it('are not placeholders of a system', () => {
    for (const text of ['1900-01-01', '0001/1/1 0:00:00', '1970-01-01 08:00:00', '1899-12-30', '', '   ', '43437', '43437.6'])
      expect(writtenDays(text)).toEqual([]);
  });

  it('are never the ends of a range', () => {
    for (const text of [
      '2018年12月3日至12月10日',
      '2018-12-03 — 2018-12-10',
      '2018年12月3日-9日',
      '2018.12.03~2018.12.09',
      '12月3日到2018年12月9日',
    ]) {
      expect(writtenDays(text)).toEqual([]);
    }
  });

  it('are never made of telephone numbers, document numbers or prices', () => {
    const digits = (length: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
    const noise = fc.oneof(
      digits(8).map((n) => `电话：0722-${n}`),
      digits(11).map((n) => `手机 ${n}`),
      fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 400 })).map(([y, n]) => `广政发〔${y}〕${n}号`),
      fc
        .tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map(([y, m, d]) => `GSZC-${y}-${m}-${d}号`),
      fc.integer({ min: 0, max: 10 ** 9 }).map((n) => `${(n / 100).toFixed(2)}元`),
      digits(18).map((n) => `统一编号${n}`),
      fc.tuple(digits(3), digits(3)).map(([a, b]) => `192.168.${a}.${b}`),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 5 }), (list) => {
        expect(writtenDays(list.join('，'))).toEqual([]);
      }),
    );
  });

  it('stand where they say they stand', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }).filter((text) => !/[\dA-Za-z.\-/第〔至到~一-十]/.test(plainDigits(text))),
        days,
        (before, day) => {
          const text = `${before} ${day} 。`;
          expect(writtenDays(text).map((found) => text.slice(found.start, found.end))).toEqual([day]);
        },
      ),
    );
  });

  it('are found in linear time', () => {
    const nasty = `${'2018'.repeat(5)}${'2018- '.repeat(100_000)}${'二〇一八年'.repeat(50_000)}${' '.repeat(300_000)}`;
    const started = performance.now();
    writtenDays(nasty);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('a text that is one day', () => {
  it('may be in brackets or compact', () => {
    for (const text of ['[2018-12-03]', '（2018年12月3日）', '20181203', ' ２０１８／１２／０３ ', '| 2018.12.03'])
      expect(wholeDay(text)?.day).toBe('2018-12-03');
    expect(wholeDay('20181203143122')?.at).toBe('2018-12-03T14:31:22+08:00');
  });

  it('holds nothing else', () => {
    for (const text of ['2018-12-03停水', '20181303', '13871234567', '2018-12-03 2018-12-04', '']) expect(wholeDay(text)).toBeNull();
  });
});
