/** A value as a script or a nearly-JSON answer writes it, and where its text ends. */
export interface Literal {
  readonly value: unknown;
  /** Index of the first character behind it. */
  readonly end: number;
}

/** Deeper values are no lists. */
const DEEPEST = 60;
const SPACE = /(?:[\s\ufeff]+|\/\*[^*]{0,2000}\*+\/|\/\/[^\n]{0,2000}(?:\n|$))*/y;
const NUMBER = /[-+]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/y;
const WORD = /[\p{L}_$][\p{L}\p{N}_$.]*/uy;
const BARE_KEY = /[\p{L}\p{N}_$-]+/uy;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
/** `new Date("2018-12-03")`, `ISODate("…")`, `String("…")`: the value is what they are given. */
const WRAPPER = /^(?:Date|ISODate|NumberLong|NumberInt|String|Number|Object|JSON\.parse|decodeURIComponent|unescape|eval)$/;
const AFTER_STRING = /\s*(?:[,:}\])+;]|\/[/*]|$)/y;

/**
 * Reads the JSON or JavaScript literal that begins at `from`: keys without quotes, quotes of any kind, commas too many, comments, line breaks in
 * strings and strings that are put together are all taken. Expressions that are no literals (functions, sums of variables) are stepped over and are
 * undefined. Null where no whole value begins there. Nothing is run; linear in the text.
 */
export function literalAt(source: string, from: number): Literal | null {
  let at = from;
  try {
    return { value: value(0), end: at };
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }

  function value(depth: number): unknown {
    if (depth > DEEPEST) throw new Unreadable();
    space();
    const sign = source[at];
    const read = sign === '{' ? fields(depth) : sign === '[' ? entries(depth) : isQuote(sign) ? joined() : word(depth);
    return depth === 0 || isEnd() ? read : stepOver();
  }

  function fields(depth: number): Record<string, unknown> {
    const found: Record<string, unknown> = Object.create(null);
    for (at++; ; ) {
      space();
      if (take('}')) return found;
      if (take(',')) continue;
      const key = isQuote(source[at]) ? string() : match(BARE_KEY);
      space();
      if (key === null) throw new Unreadable();
      if (take(':')) found[key] = value(depth + 1);
      // `{ title, url }` and methods hold nothing that is known.
      else stepOver();
    }
  }

  function entries(depth: number): unknown[] {
    const found: unknown[] = [];
    for (at++; ; ) {
      space();
      if (take(']')) return found;
      if (!take(',')) found.push(value(depth + 1));
    }
  }

  /** `'a' + "b"`; a part that is not known makes the whole unknown. */
  function joined(): unknown {
    let text = string();
    for (;;) {
      space();
      if (source[at] !== '+') return text;
      at++;
      space();
      if (!isQuote(source[at])) return undefined;
      text += string();
    }
  }

  function word(depth: number): unknown {
    const number = match(NUMBER);
    if (number !== null) return Number(number);
    let name = match(WORD);
    if (name === 'new') {
      space();
      name = match(WORD);
    }
    if (name === null) throw new Unreadable();
    space();
    if (source[at] !== '(') return WORDS.get(name);
    const called = name;
    at++;
    space();
    const inner = take(')') ? undefined : value(depth + 1);
    space();
    if (!take(')')) return undefined;
    return WRAPPER.test(called) ? inner : undefined;
  }

  function string(): string {
    const quote = source[at]!;
    let text = '';
    for (let begin = ++at; ; at++) {
      const sign = source[at];
      if (sign === undefined) throw new Unreadable();
      if (sign === '\\') {
        text += source.slice(begin, at) + escaped();
        begin = at + 1;
      } else if (sign === quote && closes()) {
        text += source.slice(begin, at++);
        return text;
      }
    }
  }

  /** Quotes inside a text are often not escaped: one ends its text only where something of the syntax follows. */
  function closes(): boolean {
    AFTER_STRING.lastIndex = at + 1;
    return AFTER_STRING.test(source) || source[at] === '`' || source.startsWith('.', at + 1);
  }

  function escaped(): string {
    const sign = source[++at] ?? '';
    const hex = /^u([0-9a-fA-F]{4})|^x([0-9a-fA-F]{2})/.exec(source.slice(at, at + 5));
    if (hex) {
      at += hex[0].length - 1;
      return String.fromCharCode(Number.parseInt(hex[1] ?? hex[2]!, 16));
    }
    return ESCAPES[sign] ?? sign;
  }

  /** Steps over an expression up to what ends it, brackets and strings counted. */
  function stepOver(): undefined {
    for (let depth = 0; at < source.length; at++) {
      const sign = source[at]!;
      if (depth === 0 && (sign === ',' || sign === ';' || CLOSING.includes(sign))) return undefined;
      if (isQuote(sign)) at = endOfQuoted(at);
      else if (OPENING.includes(sign)) depth++;
      else if (CLOSING.includes(sign)) depth--;
    }
    throw new Unreadable();
  }

  function endOfQuoted(open: number): number {
    for (let end = open + 1; end < source.length; end++) {
      if (source[end] === '\\') end++;
      else if (source[end] === source[open]) return end;
    }
    throw new Unreadable();
  }

  function isEnd(): boolean {
    space();
    return at >= source.length || source[at] === ',' || CLOSING.includes(source[at]!);
  }

  function space(): void {
    match(SPACE);
  }

  function take(sign: string): boolean {
    if (source[at] !== sign) return false;
    at++;
    return true;
  }

  function match(pattern: RegExp): string | null {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found === null) return null;
    at += found[0].length;
    return found[0];
  }
}

/** No whole value stands there. */
class Unreadable extends Error {}

const OPENING = '([{';
const CLOSING = ')]}';
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '\n': '', '\r': '' };

function isQuote(sign: string | undefined): boolean {
  return sign === '"' || sign === "'" || sign === '`';
}
