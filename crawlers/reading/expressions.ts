/** What a name, or a member of one with its dots, stands for, or null where that is not known. */
export type Lookup = (name: string) => string | null;

const LONGEST = 2_000;
/** A name, or members of one as far as they are no calls: `id`, `window.site.root`. */
const NAME = /[A-Za-z_$][\w$]{0,60}(?:\s{0,3}\.\s{0,3}[A-Za-z_$][\w$]{0,60}(?![\w$]|\s{0,3}\())*/y;
const NUMBER = /\d{1,20}(?:\.\d{1,6})?/y;
/** What keeps an address from being cached and says nothing else. */
const OF_THE_MOMENT = /Math\.random\(\s{0,3}\)|Date\.now\(\s{0,3}\)|new\s{1,3}Date\(\s{0,3}\)(?:\.(?:getTime|valueOf)\(\s{0,3}\))?/y;
/** Functions that leave a text as it is, as far as addresses go. */
const PASSES_ON = /^(?:encodeURIComponent|encodeURI|escape|String|parseInt|Number|trim|\$\.trim|toString|valueOf)$/;

/**
 * The text that an expression of a script comes to: literals, template literals, known names, what is put together of them with `+`, in brackets or passed
 * through `encodeURIComponent` and the like. Null where a part is not known. Nothing is run.
 */
export function textOfExpression(code: string, from: number, lookup: Lookup): string | null {
  let at = from;
  const end = Math.min(code.length, from + LONGEST);
  return sum();

  function sum(): string | null {
    let text = operand();
    for (space(); text !== null && code[at] === '+' && at < end; space()) {
      at++;
      const next = operand();
      text = next === null ? null : text + next;
    }
    return text !== null && isEnd() ? text : null;
  }

  function operand(): string | null {
    space();
    const sign = code[at];
    if (sign === '"' || sign === "'") return quoted(sign);
    if (sign === '`') return template();
    if (sign === '(') return bracketed();
    if (match(OF_THE_MOMENT) !== null) return '1';
    const number = match(NUMBER);
    return number ?? named();
  }

  function bracketed(): string | null {
    at++;
    const inner = sum();
    space();
    if (inner === null || code[at] !== ')') return null;
    at++;
    return method(inner);
  }

  /** `id`, `encodeURIComponent(id)`, `site.root`. */
  function named(): string | null {
    const name = match(NAME);
    if (name === null) return null;
    space();
    if (code[at] === '(') return PASSES_ON.test(name) ? bracketed() : null;
    const value = lookup(name.replace(/\s/g, ''));
    return value === null ? null : method(value);
  }

  /** `id.toString()`, `id.trim()`. */
  function method(value: string): string | null {
    const call = /^\s{0,3}\.\s{0,3}(\w{1,20})\(\s{0,3}\)/.exec(code.slice(at, at + 40));
    if (call === null) return code[at] === '.' ? null : value;
    if (!PASSES_ON.test(call[1]!)) return null;
    at += call[0].length;
    return value;
  }

  function quoted(quote: string): string | null {
    let text = '';
    for (at++; at < end; at++) {
      const sign = code[at]!;
      if (sign === '\\') text += code[++at] ?? '';
      else if (sign === quote) {
        at++;
        return text;
      } else text += sign;
    }
    return null;
  }

  function template(): string | null {
    let text = '';
    for (at++; at < end; at++) {
      const sign = code[at]!;
      if (sign === '\\') text += code[++at] ?? '';
      else if (sign === '$' && code[at + 1] === '{') {
        at += 2;
        const inner = sum();
        space();
        if (inner === null || code[at] !== '}') return null;
        text += inner;
      } else if (sign === '`') {
        at++;
        return text;
      } else text += sign;
    }
    return null;
  }

  function isEnd(): boolean {
    space();
    return at >= code.length || /[;,)}\]\n]/.test(code[at]!) || /\n\s{0,20}$/.test(code.slice(Math.max(from, at - 20), at));
  }

  function space(): void {
    while (at < end && /\s/.test(code[at]!)) at++;
  }

  function match(pattern: RegExp): string | null {
    pattern.lastIndex = at;
    const found = pattern.exec(code)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  }
}
