import { makeDay } from '../model/day.ts';
import { type Hit, type Passage, wordsBefore } from './passage.ts';
import { isGrouped, numbersIn } from './written-numbers.ts';

/** Ways in which people part one; in any other it is one only where a word says so. */
const WAYS = ['6-8-4', '6-12', '14-4', '6-4-4-4'];
/** First two digits of the areas of GB/T 2260. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
/** Numbers that standards and forms show as examples. */
const EXAMPLES = new Set(['11010519491231002X', '440524188001010014', '110101199003070000']);

const LABEL = /身份证|公民身份|身份号码|身份证件|sfz|id ?card/i;
const OTHER_LABEL = /代码|编号|单号|编码|流水|订单|合同|税号|识别号|账号|帐号|账户|文号|案号|条码|学籍|准考证|注册号|许可证/;
/** Without a word beside it, a number whose date is a late one may be that of a project of that day as well as a pupil's. */
const [EARLIEST_YEAR, LATEST_SURE, LATEST_YEAR] = [1920, 2009, 2049];
/** Nobody is given a number by a whole province or city. */
const WHOLE_AREA = /^\d{4}00/;
/** The number of a paper, which somebody has who is named beside it. */
const PAPER_NUMBER = /(?:(?:权|产|法|格|业|利|许可|登记|备案)证(?:书|明)?|证书|索引|受理|档|发票|单元|宗地|批)(?:号码?)?[：:\s]{0,9}$/;
/** What stands over numbers of persons. */
const OF_PERSON = /身份|证件|^(?:证?号码?)?$/;

/** Numbers with the form, a plausible area and birth day and the right check digit; the old ones of 15 digits where a word says what they are. */
export function findIdNumbers(passage: Passage): Hit[] {
  return numbersIn(passage.text, 18, (number) => {
    const { digits, written, index } = number;
    const before = wordsBefore(passage, index);
    const isLabelled = LABEL.test(before) && !PAPER_NUMBER.test(before);
    if (isOldIdNumber(digits) && isLabelled) return { kind: 'id-number', certainty: 'sure', written };
    if (!isIdNumber(digits) || EXAMPLES.has(digits) || !(isLabelled || (isGrouped(number, WAYS) && !number.isJoined))) return null;
    const certainty = isLabelled ? 'sure' : certaintyOf(digits, before, passage);
    return certainty && { kind: 'id-number', certainty, written };
  });
}

/** 公民身份号码 (GB 11643-1999): six digits of the area, eight of the birth day, three of an order, one check digit. */
export function isIdNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number) as [number, number, number];
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(number[at]), 0);
  return PROVINCES.has(number.slice(0, 2)) && makeDay(year, month, day) !== null && number.endsWith(CHECK_DIGITS[sum % 11]!);
}

/** As before 1999: a year of two digits, no check digit (GB 11643-1989). */
function isOldIdNumber(number: string): boolean {
  const [year, month, day] = [6, 8, 10].map((from) => Number(number.slice(from, from + 2))) as [number, number, number];
  return /^\d{15}$/.test(number) && PROVINCES.has(number.slice(0, 2)) && makeDay(1900 + year, month, day) !== null;
}

/** Of a number of which no word says that it is one. What stands over its own column says more than a name beside it. */
function certaintyOf(number: string, before: string, { personNamed, column = '' }: Passage): Hit['certainty'] | null {
  if (OTHER_LABEL.test(before)) return null;
  const year = Number(number.slice(6, 10));
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || (year > LATEST_SURE && WHOLE_AREA.test(number))) return null;
  return personNamed && year <= LATEST_SURE && OF_PERSON.test(column) && !PAPER_NUMBER.test(before) ? 'sure' : 'unsure';
}
