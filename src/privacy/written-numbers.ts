import { halfWidth } from './passage.ts';

/** A number as it stands in a text: in one piece, or parted so that it is easier to read or harder to find. */
export interface WrittenNumber {
  /** Without what parts it; a last `X` in capitals. */
  readonly digits: string;
  /** Digits of each of its pieces. */
  readonly groups: readonly number[];
  readonly index: number;
  /** As it stands there. */
  readonly written: string;
  /** A letter or a sign of an address or a decimal stands right before it: it is a number of a person only where a word says so. */
  readonly isJoined: boolean;
}

/** Spaces of every width, none among them, breaks, dashes and what else people part numbers with. */
const BETWEEN =
  '[\\s\\u00ad\\u200b-\\u200d\\u2060\\ufeff\\u2010-\\u2015\\u2022\\u2212\\u30fb\\uff0d\\uff0e\\uff0f\\uff3f\\u00b7._/,-]{0,3}';
/** Pieces of digits that stand close to each other. */
const RUN = new RegExp(`(?<!\\d)\\d(?:${BETWEEN}\\d)*(?:${BETWEEN}[Xx])?(?![A-Za-z0-9])`, 'g');
const ENOUGH = new RegExp(`\\d(?:${BETWEEN}\\d){9}`);
/** What is written for the `X` of a check digit: a sign of multiplication, Cyrillic and Greek letters. */
const OTHER_X = new RegExp(`(?<=(?:\\d${BETWEEN}){17})[×✕ХхΧχ](?![A-Za-z0-9×])`, 'g');
/** Before the digits of an address, a decimal or a code with letters. */
const JOINED = /[A-Za-z.=]$|[!-~]\/$/;

/** Whether a text holds as many digits at one place as a number of a person has. */
export function mayHoldNumber(text: string): boolean {
  return ENOUGH.test(halfWidth(text));
}

/** What `told` makes of the numbers of up to `most` digits in a text. Where several would do at one place, the longest is taken. */
export function numbersIn<T>(text: string, most: number, told: (number: WrittenNumber) => T | null): T[] {
  return [...halfWidth(text).replace(OTHER_X, 'X').matchAll(RUN)].flatMap((run) => {
    const pieces = [...run[0].matchAll(/[\dXx]+/g)].map((piece) => ({ digits: piece[0].toUpperCase(), from: run.index + piece.index }));
    const found: T[] = [];
    for (let first = 0; first < pieces.length; ) {
      const next = joined(pieces.slice(first), most, text).find((number) => told(number) !== null);
      if (next !== undefined) found.push(told(next)!);
      first += next?.groups.length ?? 1;
    }
    return found;
  });
}

/** A first piece alone and with those after it, the longest number first. */
function joined(pieces: readonly { readonly digits: string; readonly from: number }[], most: number, text: string): WrittenNumber[] {
  const numbers: WrittenNumber[] = [];
  let [digits, groups]: [string, number[]] = ['', []];
  const isJoined = JOINED.test(text.slice(Math.max(0, pieces[0]!.from - 2), pieces[0]!.from));
  for (const piece of pieces) {
    digits += piece.digits;
    groups = [...groups, piece.digits.length];
    if (digits.length > most) break;
    const index = pieces[0]!.from;
    numbers.unshift({ digits, groups, index, written: text.slice(index, piece.from + piece.digits.length), isJoined });
  }
  return numbers;
}

/** Whether a number is parted in one of the ways named, such as `6-8-4`, digit by digit, or not at all. */
export function isGrouped({ groups }: WrittenNumber, ways: readonly string[]): boolean {
  return groups.length === 1 || groups.every((length) => length === 1) || ways.includes(groups.join('-'));
}
