/** Longest stretch of a title that is looked at; the rest of a hostile one is ignored. */
const LONGEST = 240;

const SPACE = 0x20;
const ZERO = 0x30;
const FULL_WIDTH_OFFSET = 0xfee0;

/** Characters that sites write in several ways, and the way we read them. */
const SAME: Readonly<Record<string, string>> = {
  '〔': '[',
  '〕': ']',
  '［': '[',
  '］': ']',
  '﹝': '[',
  '﹞': ']',
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '—': '-',
  '–': '-',
  '－': '-',
  '·': '.',
  '•': '.',
  〇: '0',
};
const same = new Map(Object.entries(SAME).map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)]));

/**
 * A title as the classifier reads it: half-width, lower case, white space condensed and every number written `0`,
 * so that 第12期 and 第３期 are the same.
 */
export function normaliseTitle(title: string): string {
  const length = Math.min(title.length, LONGEST);
  const codes: number[] = [];
  let last = SPACE;
  for (let i = 0; i < length; i += 1) {
    let code = title.charCodeAt(i);
    if (code > 0x7e) {
      if (code >= 0xff01 && code <= 0xff5e) code -= FULL_WIDTH_OFFSET;
      else if (code === 0x3000 || code === 0xa0 || code === 0xfeff) code = SPACE;
      else code = same.get(code) ?? code;
    }
    if (code >= 0x41 && code <= 0x5a) code += 0x20;
    else if (code >= ZERO && code <= 0x39) code = ZERO;
    else if (code < SPACE) code = SPACE;
    if ((code === SPACE || code === ZERO) && code === last) continue;
    codes.push(code);
    last = code;
  }
  if (last === SPACE) codes.pop();
  return String.fromCharCode(...codes);
}

/** Where the title ends for phrases bound to its end: before closing brackets such as (试行) or (第二批). */
export function headEnd(title: string): number {
  let end = title.length;
  for (let rounds = 0; rounds < 2; rounds += 1) {
    const closing = title[end - 1];
    if (closing !== ')' && closing !== ']') break;
    const opening = title.lastIndexOf(closing === ')' ? '(' : '[', end - 1);
    if (opening <= 0) break;
    end = opening;
    while (title[end - 1] === ' ') end -= 1;
  }
  return end;
}
