import { type Hit, type Passage, wordsBefore } from './passage.ts';
import { BODY } from './tables.ts';
import { isGrouped, numbersIn } from './written-numbers.ts';

/** Issuer numbers of cards (ISO/IEC 7812): 银联 62 with 16 to 19 digits; 4 and 51 to 55 with 16. */
const NUMBER = /^(?:62\d{14,17}|(?:4\d|5[1-5])\d{14})$/;
/** Ways in which people part one; in any other it is one only where a word says so. */
const WAYS = ['4-4-4-4', '4-4-4-4-1', '4-4-4-4-2', '4-4-4-4-3', '4-4-4-5', '4-4-4-6', '4-4-4-7'];
const LABEL = /卡号|银行卡|一卡通|存折|社保卡|惠农卡|打卡/;
const LIKELY_LABEL = /账号|帐号|账户|开户/;
/** Accounts of bodies are published so that one can pay: no private person's. */
const OF_BODY = /对公|单位|公司|财政|专户|基本户|基本账户|保证金|缴款|收款|户名[：:]?[^，。；]{0,40}(?:局|委|院|校|中心|所|站|处|府|社)/;

/** A body whose account it may be, before the number or as the holder behind it: nobody is told of it as a person's for sure. */
const MAYBE_OF_BODY =
  /委员会|村委|居委|理事会|慈善|红十字|基金|协会|学会|商会|总会|学校|小学|中学|幼儿园|医院|公司|合作社|捐款|捐赠|善款|募捐/;
const HOLDER = /户名|账户名|开户名|收款人|名称/;
/** Characters behind a number that may say whose it is. */
const REACH = 40;

/** Numbers of bank cards: known form, right check digit (Luhn), and a word beside them. */
export function findBankCards(passage: Passage): Hit[] {
  return numbersIn(passage.text, 19, (number) => {
    const { digits, written, index } = number;
    if (!NUMBER.test(digits) || !hasLuhnDigit(digits)) return null;
    const before = wordsBefore(passage, index);
    if (OF_BODY.test(before) || (!LABEL.test(before) && (number.isJoined || !isGrouped(number, WAYS)))) return null;
    const certainty = certaintyOf(before, passage.personNamed);
    const behind = passage.text.slice(index + written.length, index + written.length + REACH);
    const isBodys = passage.bodyNamed || MAYBE_OF_BODY.test(before) || (HOLDER.test(behind) && BODY.test(behind));
    return certainty && { kind: 'bank-card', certainty: isBodys ? 'unsure' : certainty, written };
  });
}

/** Check digit of ISO/IEC 7812-1, annex B. */
export function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((all, digit, place) => {
    const value = place % 2 === 0 ? Number(digit) : Number(digit) * 2;
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function certaintyOf(before: string, personNamed: boolean): Hit['certainty'] | null {
  if (LABEL.test(before)) return 'sure';
  if (LIKELY_LABEL.test(before)) return personNamed ? 'sure' : 'unsure';
  return personNamed ? 'unsure' : null;
}
