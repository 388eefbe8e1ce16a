/** Longer scripts are programs. */
const LONGEST_SCRIPT = 300_000;
const LONGEST_OUTPUT = 2_000_000;
const LINE_COMMENT = /(?<=^|[\s;{}])\/\/[^\n]*/g;
/** What a script does with texts: assigns them to names, writes them into the page, or puts them into elements. */
const STATEMENT =
  /(?<![\w$.])([A-Za-z_$][\w$]{0,60})\s{0,20}(\+?=)(?![=>])|\bdocument\.write(?:ln)?\s{0,20}\(|\.innerHTML\s{0,20}\+?=(?!=)|\.(?:append|prepend|html|before|after)\s{0,5}\(|\.insertAdjacentHTML\(\s{0,5}["']\w{1,12}["']\s{0,5},/g;
/** An assignment that only happens under a condition shortens a text or replaces an empty one. */
const CONDITION = /\b(?:if\s{0,5}\([^;]{0,120}\)|else)\s{0,5}\{?\s{0,5}(?:var\s|let\s)?\s{0,5}$/;
const ROW_MARKUP = /<(?:li|tr|dd|dt|dl|ul|a|td|div|p|span|h\d)\b/i;
const DOTS = /^(?:\.{2,}|…+|⋯+|&hellip;)$/;
const LITERAL = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`/y;
const NAME = /[A-Za-z_$][\w$]*/y;
const LONGEST_EXPRESSION = 20_000;

/**
 * The markup that an inline script writes row by row: `document.write`, `innerHTML` and `append` of literals, names that hold one, and what is put
 * together of them. Nothing is run: what is not known leaves a gap, a text that is shortened counts whole.
 */
export function markupWrittenBy(script: string): string {
  if (script.length > LONGEST_SCRIPT || !/document\.write|innerHTML|\.append|\.html\(|insertAdjacentHTML/.test(script)) return '';
  const source = script.replace(LINE_COMMENT, '');
  const known = new Map<string, string>();
  let written = '';
  STATEMENT.lastIndex = 0;
  for (let match = STATEMENT.exec(source); match && written.length < LONGEST_OUTPUT; match = STATEMENT.exec(source)) {
    const from = match.index + match[0].length;
    const { text, end } = textWithGaps(source, from, known);
    const [, name, sign] = match;
    if (name === undefined) {
      // What is put into an element is a row or nothing of ours; plain text that is written may be a row's day.
      if (match[0].startsWith('document') || ROW_MARKUP.test(text)) written += text;
    } else if (text !== null) {
      const isConditional = known.has(name) && CONDITION.test(source.slice(Math.max(0, match.index - 160), match.index));
      if (sign === '+=') known.set(name, ((known.get(name) ?? '') + text).slice(0, LONGEST_OUTPUT));
      else if (!isConditional) known.set(name, text);
    }
    STATEMENT.lastIndex = Math.max(from, end);
  }
  return written;
}

/** The text that an expression comes to as far as it is known, and where it ends. */
function textWithGaps(source: string, from: number, known: ReadonlyMap<string, string>): { text: string; end: number } {
  let at = from;
  const last = Math.min(source.length, from + LONGEST_EXPRESSION);
  const text = sum();
  return { text, end: at };

  function sum(): string {
    let put = '';
    let wasCut = false;
    for (;;) {
      space();
      const part = operand();
      if (part === null) return put;
      // The dots behind a shortened text go with what was cut.
      if (!(wasCut && DOTS.test(part.text))) put += part.text;
      wasCut = part.cut;
      space();
      if (source[at] !== '+') return put;
      at++;
    }
  }

  function operand(): { text: string; cut: boolean } | null {
    if (at >= last) return null;
    if (source[at] === '(') {
      at++;
      const inner = sum();
      at = closing(at) + 1;
      chain();
      return { text: inner, cut: false };
    }
    const literal = match(LITERAL);
    if (literal !== null) {
      const value = unquoted(literal, known);
      return { text: value, cut: /sub|slice/.test(chain()) };
    }
    const name = match(NAME);
    if (name === null) return match(/\d{1,12}/y) === null ? null : { text: '', cut: false };
    const before = at;
    const called = chain();
    const value = known.get(name) ?? (source[before] === '(' ? firstArgument(before) : '');
    return { text: value, cut: /sub|slice|cut/i.test(name + called) };
  }

  /** What a function that is not known is given first: `cut(title, 30)`, `format("2018-12-03")`. */
  function firstArgument(open: number): string {
    const end = at;
    at = open + 1;
    space();
    const literal = match(LITERAL);
    const name = literal === null ? match(NAME) : null;
    at = end;
    return literal !== null ? unquoted(literal, known) : (known.get(name ?? '') ?? '');
  }

  /** Steps over `.length`, `[0]` and `(…)`; returns what was stepped over. */
  function chain(): string {
    const begin = at;
    for (;;) {
      if (source[at] === '(' || source[at] === '[') at = closing(at + 1) + 1;
      else if (source[at] === '.' && /[\w$]/.test(source[at + 1] ?? '')) {
        at++;
        match(NAME);
      } else return source.slice(begin, at);
    }
  }

  /** Where the bracket closes that was opened before a place. */
  function closing(begin: number): number {
    for (let place = begin, depth = 0; place < last; place++) {
      const sign = source[place]!;
      if (sign === '"' || sign === "'" || sign === '`') {
        for (place++; place < last && source[place] !== sign; place++) if (source[place] === '\\') place++;
      } else if (sign === '(' || sign === '[' || sign === '{') depth++;
      else if ((sign === ')' || sign === ']' || sign === '}') && depth-- === 0) return place;
    }
    return last;
  }

  function space(): void {
    while (at < last && /\s/.test(source[at]!)) at++;
  }

  function match(pattern: RegExp): string | null {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  }
}

function unquoted(literal: string, known: ReadonlyMap<string, string>): string {
  const text = literal
    .slice(1, -1)
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt\n]/g, ' ')
    .replace(/\\(.)/g, '$1');
  if (!literal.startsWith('`')) return text;
  return text.replace(/\$\{\s{0,5}([\w$]{1,60})?[^{}]{0,200}\}/g, (_, name: string | undefined) => known.get(name ?? '') ?? '');
}
