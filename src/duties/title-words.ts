/** Two neighbouring characters of which one pair must stand in whatever a pattern matches; null where none can be told. */
type Hooks = ReadonlySet<string> | null;

/** Signs written by their number or referred to, and groups with a name: what follows stands for something else than itself. */
const NOT_READ = /\\[uxck\d]|\(\?<[^=!]/;

/** Places in a table of marks, as many as two characters are folded into. */
const MARKS = 1 << 16;

/**
 * Which of several groups of patterns a title fits, a bit each: the first group's is 1, the second's 2. A million titles pass and few fit
 * any: a title is only shown to the patterns of which two neighbouring characters stand in it. White space within it, which the reader has condensed, keeps
 * none from fitting.
 */
export function openTitleGroups(groups: readonly (readonly string[])[]): (title: string) => number {
  const unhooked: Grouped[] = [];
  const hooked = new Map<string, Grouped[]>();
  for (const [pattern, bits] of bitsOf(groups)) {
    const grouped = { pattern: new RegExp(pattern, 'u'), bits };
    const hooks = hooksOf(pattern);
    if (hooks === null) unhooked.push(grouped);
    else for (const hook of hooks) hooked.set(hook, [...(hooked.get(hook) ?? []), grouped]);
  }
  const marks = new Uint8Array(MARKS);
  for (const hook of hooked.keys()) marks[placeOf(hook.charCodeAt(0), hook.charCodeAt(1))] = 1;
  const bitsFitting = (title: string): number => {
    let found = 0;
    let before = title.charCodeAt(0);
    for (let at = 1; at < title.length; at++) {
      const code = title.charCodeAt(at);
      if (marks[placeOf(before, code)] !== 0) found = withFitting(found, hooked.get(title.slice(at - 1, at + 1)) ?? NONE, title);
      before = code;
    }
    return withFitting(found, unhooked, title);
  };
  return (title) => (title.includes(' ') ? bitsFitting(title) | bitsFitting(title.replace(/\s+/gu, '')) : bitsFitting(title));
}

/** Whether one of many patterns fits a title, as {@link openTitleGroups} tells. */
export function openTitleWords(patterns: readonly string[]): (title: string) => boolean {
  const groupsOf = openTitleGroups([patterns]);
  return (title) => groupsOf(title) !== 0;
}

/** A pattern, and the groups that it is in. */
interface Grouped {
  readonly pattern: RegExp;
  readonly bits: number;
}
const NONE: readonly Grouped[] = [];

function bitsOf(groups: readonly (readonly string[])[]): Map<string, number> {
  const bits = new Map<string, number>();
  for (const [place, patterns] of groups.entries())
    for (const pattern of patterns) bits.set(pattern, (bits.get(pattern) ?? 0) | (1 << place));
  return bits;
}

function withFitting(found: number, those: readonly Grouped[], title: string): number {
  let all = found;
  for (const { pattern, bits } of those) if ((bits & ~all) !== 0 && pattern.test(title)) all |= bits;
  return all;
}

function placeOf(one: number, other: number): number {
  return (one * 31 + other) & (MARKS - 1);
}

/** The hooks of a pattern: of each of its ways those of the part that has the fewest. */
export function hooksOf(pattern: string): Hooks {
  if (NOT_READ.test(pattern)) return null;
  return new Reader([...pattern]).ways();
}

/** Reads a pattern from left to right. What it does not know gives no hook, never a wrong one. */
class Reader {
  #at = 0;
  readonly #signs: readonly string[];

  constructor(signs: readonly string[]) {
    this.#signs = signs;
  }

  /** One way or several, up to the end or the closing bracket. */
  ways(): Hooks {
    const ways: Hooks[] = [this.#sequence()];
    while (this.#signs[this.#at] === '|') {
      this.#at++;
      ways.push(this.#sequence());
    }
    return ways.some((way) => way === null) ? null : new Set(ways.flatMap((way) => [...way!]));
  }

  #sequence(): Hooks {
    let best: Hooks = null;
    let before: string | null = null;
    const offer = (hooks: Hooks) => {
      if (hooks !== null && (best === null || hooks.size < best.size)) best = hooks;
    };
    while (this.#at < this.#signs.length && !'|)'.includes(this.#signs[this.#at]!)) {
      const part = this.#part();
      const optional = this.#mayBeLeftOut();
      if (typeof part !== 'string') {
        if (!optional) offer(part);
        before = null;
      } else if (optional) before = null;
      else {
        if (before !== null) offer(new Set([before + part]));
        before = part;
      }
    }
    return best;
  }

  /** A character that stands for itself, else the hooks of a group, or null. */
  #part(): string | Hooks {
    const sign = this.#signs[this.#at++]!;
    if (sign === '(') return this.#group();
    if (sign === '[') {
      while (this.#signs[this.#at] !== ']') this.#at += this.#signs[this.#at] === '\\' ? 2 : 1;
      this.#at++;
      return null;
    }
    if (sign === '\\') {
      this.#at++;
      return null;
    }
    return '.^$'.includes(sign) || sign.length !== 1 ? null : sign;
  }

  #group(): Hooks {
    const looks = /^\?(?:<?[=!])/u.test(this.#signs.slice(this.#at, this.#at + 3).join(''));
    if (this.#signs[this.#at] === '?') this.#at += this.#signs[this.#at + 1] === '<' ? 3 : 2;
    const hooks = this.ways();
    this.#at++;
    return looks ? null : hooks;
  }

  /** Takes what says how often: whether none will do. What may come several times ends a run all the same. */
  #mayBeLeftOut(): boolean {
    const sign = this.#signs[this.#at];
    let none = false;
    if (sign === '?' || sign === '*') none = true;
    else if (sign === '{') none = this.#signs[this.#at + 1] === '0';
    else if (sign !== '+') return false;
    if (sign === '{') while (this.#signs[this.#at] !== '}') this.#at++;
    this.#at++;
    if (this.#signs[this.#at] === '?') this.#at++;
    return none;
  }
}
