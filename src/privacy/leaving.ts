import { plainText } from '../model/plain-text.ts';
import { hasLuhnDigit } from './bank-cards.ts';
import { isIdNumber } from './id-numbers.ts';

/** An address within a text, also as a value in another one, or without its scheme, as keys of items are. */
const ADDRESS = /(?:https?(?::|%3A)(?:\/\/|%2F%2F)|\.[a-z\d-]{1,63}(?:(?::|%3A)\d{1,5})?(?:\/|%2F))[^\s"<>\\，。；》”]+/gi;
/** What stands for one sign in an address, however often it was encoded; digits in full width are three bytes. */
const SIGN = /%(?:25){0,3}EF%(?:25){0,3}BC%(?:25){0,3}9(\d)|%(?:25){0,3}([0-9A-F]{2})|[０-９]|[\s\S]/gi;

/** Digits of a hash or a UUID are no number of anybody. */
const OPAQUE = /[\da-f]{24,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

interface AddressNumber {
  readonly form: RegExp;
  is(digits: string): boolean;
  /** First and last characters that stay. */
  readonly kept: readonly [first: number, last: number];
}

/**
 * Numbers of persons as they stand in addresses: no word need say what one is. Where a page's own number looks like one, its address is
 * told in part, which costs less than telling somebody's number.
 */
const NUMBERS: readonly AddressNumber[] = [
  { form: /(?<!\d)\d{6}[-_.+ ]?\d{8}[-_.+ ]?\d{3}[\dXx](?!\d)/g, is: (digits) => isIdNumber(digits), kept: [6, 0] },
  { form: /(?<!\d)62\d{14,17}(?!\d)/g, is: hasLuhnDigit, kept: [4, 0] },
  { form: /(?<!\d)(?:0{0,2}86[-+ ]?|0)?1[3-9]\d[-+ ]?\d{4}[-+ ]?\d{4}(?!\d)/g, is: () => true, kept: [3, 2] },
];

/** An address as it may be shown: numbers of persons in it masked, whether they are encoded or not. Others stay as they are. */
export function maskAddress(address: string): string {
  const written: string[] = [];
  let read = '';
  for (const [sign, wideDigit, byte] of address.matchAll(SIGN)) {
    written.push(sign);
    read += wideDigit ?? (byte === undefined ? halfWidthDigit(sign) : String.fromCharCode(Number.parseInt(byte, 16)));
  }
  const hide = (at: number) => {
    written[at] = '*'.repeat(written[at]!.length);
  };
  const opaque = [...read.matchAll(OPAQUE)].filter(([sign]) => /[a-f]/i.test(sign.slice(0, -1)));
  const isOpaque = (at: number) => opaque.some(({ index, 0: signs }) => at >= index && at < index + signs.length);
  for (const { form, is, kept } of NUMBERS) {
    for (const found of read.matchAll(form)) {
      if (isOpaque(found.index)) continue;
      const digits = [...found[0]].flatMap((sign, at) => (/[\dXx]/.test(sign) ? [at] : []));
      if (!is(digits.map((at) => found[0][at]!.toUpperCase()).join(''))) continue;
      for (const at of digits.slice(kept[0], digits.length - kept[1])) hide(found.index + at);
    }
  }
  return written.join('');
}

/** A text with every address in it as {@link maskAddress} shows it. */
export function maskAddresses(text: string): string {
  return text.replace(ADDRESS, maskAddress);
}

/** Crawled text as it leaves for a terminal, a log, a chat message, a mail or a paper. */
export function leavingText(text: string): string {
  return maskAddresses(plainText(text));
}

function halfWidthDigit(sign: string): string {
  return /[０-９]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) - 0xfee0) : sign;
}
