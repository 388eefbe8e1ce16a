import { type Hit, halfWidth, type Passage, wordsBefore } from './passage.ts';

/** Issuer numbers of cards (ISO/IEC 7812): 银联 62 with 16 to 19 digits; 4 and 51 to 55 with 16. In one piece, or in groups of four. */
const NUMBER =
  /(?<![\w.=/])(?:62\d{14,17}|(?:4\d|5[1-5])\d{14}|62\d{2}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?|(?:4\d|5[1-5])\d{2}(?:[ -]\d{4}){3})(?!\w)/g;
const LABEL = /卡号|银行卡|一卡通|存折|社保卡|惠农卡|打卡/;
const LIKELY_LABEL = /账号|帐号|账户|开户/;
/** Accounts of bodies are published so that one can pay: no private person's. */
const OF_BODY = /对公|单位|公司|财政|专户|基本户|基本账户|保证金|缴款|收款|户名[：:]?[^，。；]*(?:局|委|院|校|中心|所|站|处|府|社)/;

/** Numbers of bank cards: known form, right check digit (Luhn), and a word beside them. */
export function findBankCards(passage: Passage): Hit[] {
  return [...halfWidth(passage.text).matchAll(NUMBER)].flatMap(({ 0: found, index }) => {
    if (!hasLuhnDigit(found.replace(/[ -]/g, ''))) return [];
    const before = wordsBefore(passage, index);
    const certainty = OF_BODY.test(before) ? null : certaintyOf(before, passage.personNamed);
    return certainty === null ? [] : [{ kind: 'bank-card', certainty, written: passage.text.slice(index, index + found.length) }];
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
