/** Zero is written in many ways in 成文日期: 〇, ○, 零, and letters or circles that look like it. */
const ZERO = '〇○零0OoОοＯｏ◯⚪Ο';
const DIGITS = '一二三四五六七八九';

/** Sources for regular expressions: a year, month and day in Chinese numerals. */
export const CHINESE_YEAR = `[一二][${ZERO}${DIGITS}]{3}`;
export const CHINESE_MONTH = '(?:十[一二]?|元|[一二三四五六七八九])';
export const CHINESE_DAY =
  '(?:三十一?|卅一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])';

/** 二〇一八 as 2018; the text must match CHINESE_YEAR. */
export function chineseYear(numeral: string): number {
  return Number([...numeral].map((sign) => (ZERO.includes(sign) ? 0 : DIGITS.indexOf(sign) + 1)).join(''));
}

/** 一 to 三十一 (also 元, 廿, 卅) as a number; the text must match CHINESE_MONTH or CHINESE_DAY. */
export function chineseNumber(numeral: string): number {
  if (numeral === '元') return 1;
  const spelled = numeral.replace('廿', '二十').replace('卅', '三十');
  const [tens, ones] = spelled.includes('十') ? spelled.split('十') : ['0', spelled];
  const digit = (sign: string | undefined, absent: number) => (sign ? DIGITS.indexOf(sign) + 1 : absent);
  return (tens === '0' ? 0 : digit(tens, 1) * 10) + digit(ones, 0);
}

/** A number as it is written: in figures, else as `chinese` reads numerals. */
export function writtenNumber(written: string, chinese: (numeral: string) => number): number {
  return /^\d+$/.test(written) ? Number(written) : chinese(written);
}
