import { makeDay } from '../model/day.ts';
import { type Hit, halfWidth, type Passage, wordsBefore } from './passage.ts';

/** 公民身份号码 (GB 11643-1999): six digits of the area, eight of the birth day, three of an order, one check digit. */
const NUMBER = /(?<![\w.=/])\d{6}[ -]?(?:19|20)\d{6}[ -]?\d{3}[\dXx](?!\w)/g;
/** First two digits of the areas of GB/T 2260. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
/** Numbers that standards and forms show as examples. */
const EXAMPLES = new Set(['11010519491231002X', '440524188001010014', '110101199003070000']);

const LABEL = /身份证|公民身份|身份号码|身份证件/;
const OTHER_LABEL = /代码|编号|单号|编码|流水|订单|合同|税号|识别号|账号|帐号|账户|文号|案号|条码|学籍|准考证|注册号|许可证/;
/** Without a word beside it, a number whose date is a late one is rather that of a project of that day. */
const [EARLIEST_YEAR, LATEST_YEAR] = [1920, 2009];

/** Numbers with the form, a plausible area and birth day and the right check digit. */
export function findIdNumbers(passage: Passage): Hit[] {
  return [...halfWidth(passage.text).matchAll(NUMBER)].flatMap(({ 0: found, index }) => {
    const number = found.replace(/[ -]/g, '').toUpperCase();
    if (!isIdNumber(number) || EXAMPLES.has(number)) return [];
    const certainty = certaintyOf(number, wordsBefore(passage, index), passage.personNamed);
    return certainty === null ? [] : [{ kind: 'id-number', certainty, written: passage.text.slice(index, index + found.length) }];
  });
}

export function isIdNumber(number: string): boolean {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number) as [number, number, number];
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(number[at]), 0);
  return PROVINCES.has(number.slice(0, 2)) && makeDay(year, month, day) !== null && number.endsWith(CHECK_DIGITS[sum % 11]!);
}

function certaintyOf(number: string, before: string, personNamed: boolean): Hit['certainty'] | null {
  if (LABEL.test(before)) return 'sure';
  if (OTHER_LABEL.test(before)) return null;
  const year = Number(number.slice(6, 10));
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
  return personNamed ? 'sure' : 'unsure';
}
