/**
 * What simple inline scripts print into the page: `var d='2018-12-03'; if (d!='') document.write('时间：'+d)`.
 * Nothing is run. Only string literals, variables that hold one (shortened ones count whole: `title.substring(0, 30)`), and their concatenation are
 * understood; anything else prints nothing.
 */
export function printedBy(script: string): string {
  if (script.length > LONGEST_SCRIPT || !script.includes('document.write')) return '';
  const source = script.replace(LINE_COMMENT, '');
  const known = new Map<string, string>();
  for (const [, name, literal] of source.matchAll(ASSIGNMENT)) if (!known.has(name!)) known.set(name!, unquote(literal!));
  let printed = '';
  for (const call of source.matchAll(PRINT)) printed += concatenation(source, call.index + call[0].length, known) ?? '';
  return printed;
}

const LONGEST_SCRIPT = 20_000;
const LINE_COMMENT = /(?<=^|[\s;{}])\/\/[^\n]*/g;
const STRING = `"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*'`;
const ASSIGNMENT = new RegExp(`([A-Za-z_$][\\w$]{0,60})\\s{0,20}=\\s{0,20}(${STRING})\\s{0,20}(?=[;,\\n}]|$)`, 'g');
const PRINT = /document\.write(?:ln)?\s{0,20}\(/g;
const CUT = '\\.(?:substring|substr|slice)\\(\\s{0,5}(\\d{1,3})\\s{0,5},\\s{0,5}(\\d{1,3})\\s{0,5}\\)';
const OPERAND = new RegExp(
  `\\s{0,200}(?:(${STRING})|([A-Za-z_$][\\w$]{0,60}))(?:${CUT}|((?:\\.\\w{1,20}|\\([^()\\n]{0,300}\\)){1,4}))?\\s{0,200}([+)])`,
  'y',
);

/** The value of `literal + name + …)` from `place` on; null where an operand is not known or one of its variables is empty. */
function concatenation(source: string, place: number, known: ReadonlyMap<string, string>): string | null {
  let value = '';
  OPERAND.lastIndex = place;
  for (;;) {
    const operand = OPERAND.exec(source);
    if (!operand) return null;
    const [, literal, name, cutFrom, cutTo, method, sign] = operand;
    const part = literal === undefined ? known.get(name!) : unquote(literal);
    // Pages guard a label with `if (x != '')`: where x is empty, its label is not printed.
    if (part === undefined || method !== undefined || (literal === undefined && part === '')) return null;
    // `.substring(0, 10)`: where a cut begins at 0, as pages do to drop the time, all three functions agree.
    value += cutTo === undefined ? part : part.slice(Number(cutFrom), Number(cutTo));
    if (sign === ')') return value;
  }
}

function unquote(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(.)/g, '$1');
}
