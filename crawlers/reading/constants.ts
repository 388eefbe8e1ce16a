import { literalAt } from './data/literal.ts';
import { type Lookup, textOfExpression } from './expressions.ts';

/** Names that are looked up in a page's scripts, each in all of them. */
const MOST_NAMES = 100;
/** What stands before members of the page's own program. */
const OWN = /^(?:(?:window|self|globalThis|top|this|that|_this|vm)\.)+/;

/** The texts that names stand for in a page's own scripts: `var root = '/zwgk/'`, `_CONFIG = { API_ROOT: '/api' }`. Nothing is run. */
export class Constants {
  readonly #scripts: readonly string[];
  readonly #found = new Map<string, string | null>();

  constructor(scripts: readonly string[]) {
    this.#scripts = scripts;
  }

  /** What a name, or a member of one (`_CONFIG.API_ROOT`, `this.channelId`), stands for; null where that is not known. */
  readonly lookup: Lookup = (path) => {
    const known = this.#found.get(path);
    if (known !== undefined || this.#found.size >= MOST_NAMES) return known ?? null;
    // A name that stands for itself is not known.
    this.#found.set(path, null);
    const value = this.#value(path.replace(OWN, ''), OWN.test(path));
    this.#found.set(path, value);
    return value;
  };

  /** The text of the object that a name is given (`params = { … }`), from its brace on; null where there is none. */
  object(path: string): string | null {
    const shape = new RegExp(`(?<![\\w$])${escaped(path.replace(OWN, ''))}\\s{0,3}[=:]\\s{0,3}(?=\\{)`);
    for (const script of this.#scripts) {
      const match = script.includes('{') ? shape.exec(script) : null;
      if (match) return script.slice(match.index + match[0].length);
    }
    return null;
  }

  #value(name: string, isMember: boolean): string | null {
    for (const script of this.#scripts) {
      const value = givenText(script, name, this.lookup);
      if (value !== null) return value;
    }
    if (!name.includes('.')) return isMember ? this.#field(name) : null;
    const [first, ...members] = name.split('.') as [string, ...string[]];
    const object = this.object(first);
    const value = object === null ? undefined : memberOf(literalAt(object, 0)?.value, members);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  }

  /** The one text that a field of the name is given in all scripts: `data: { channelId: 'a7' }` for `this.channelId`. */
  #field(name: string): string | null {
    const shape = new RegExp(`(?<![\\w$.])${escaped(name)}\\s{0,3}:\\s{0,3}`, 'g');
    const values = this.#scripts
      .filter((script) => script.includes(name))
      .flatMap((script) => [...script.matchAll(shape)].map((match) => textOfExpression(script, match.index + match[0].length, () => null)));
    const texts = new Set(values.filter((value) => value !== null));
    return texts.size === 1 ? [...texts][0]! : null;
  }
}

/** The text that a name is given in a piece of code, where it is given one. */
export function givenText(code: string, name: string, lookup: Lookup): string | null {
  if (!code.includes(name)) return null;
  const match = new RegExp(`(?:^|[\\s;{}(,])(?:var\\s{1,3}|let\\s{1,3}|const\\s{1,3}|window\\.)?${escaped(name)}\\s{0,3}=(?![=>])`).exec(
    code,
  );
  if (match === null) return null;
  return textOfExpression(code, match.index + match[0].length, (other) => (other === name ? null : lookup(other)));
}

const escaped = (name: string) => name.replace(/[$.]/g, '\\$&');

function memberOf(value: unknown, members: readonly string[]): unknown {
  return members.reduce<unknown>(
    (inner, member) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[member] : undefined),
    value,
  );
}
