import type { Element } from 'domhandler';
import { argumentEnd } from './brackets.ts';
import { withTakenBranches } from './branches.ts';
import { Constants, givenText } from './constants.ts';
import { textOfExpression } from './expressions.ts';
import type { Page } from './page.ts';
import { addressInScript } from './urls.ts';

/** Attributes in which pages keep the address that a script opens, surest first. */
const KEPT = [
  'data-href',
  'data-url',
  'data-link',
  'data-uri',
  'data-path',
  'data-src-url',
  'data-detail',
  'data-jump',
  'data-to',
  'ng-href',
  'lay-href',
  '_href',
  'url',
];
/** An address in such an attribute; numbers and names are none. */
const ADDRESS =
  /^(?:https?:\/\/|\/|\.{1,2}\/)[^\s'"<>]{1,500}$|^[\w./-]{1,200}(?:\.(?:s?html?|jhtml|jspx?|php|aspx?|do|pdf|docx?)|\/)(?:[?#][^\s]{0,300})?$|^[\w./-]{0,200}\?[\w.-]{1,40}=[^\s]{1,300}$/i;

/** What opens a page in a script: `window.open(…)`, `location.href = …`, `location.assign(…)`. */
const OPENS =
  /(?:\bwindow\s{0,3}\.\s{0,3}open|(?<![.\w$])open|\blocation\s{0,3}\.\s{0,3}(?:assign|replace)|\b(?:router|\$router|navigate)\s{0,3}\.\s{0,3}push)\s{0,3}\(|\blocation(?:\s{0,3}\.\s{0,3}href)?\s{0,3}=(?!=)|\.\s{0,3}href\s{0,3}=(?!=)|\.attr\(\s{0,3}(['"])href\1\s{0,3},/g;
/** A call of a function by its name, `obj.show(…)` included. */
const CALL = /(?<![\w$'"])(?:[\w$]{1,40}\.){0,3}([A-Za-z_$][\w$]{0,60})\s{0,3}\(/g;
const NO_FUNCTION =
  /^(?:if|for|while|switch|return|function|void|open|alert|confirm|catch|encodeURIComponent|encodeURI|escape|String|parseInt|Number|assign|replace|push|attr|preventDefault|stopPropagation)$/;
/** Functions that call each other to open a page. */
const DEEPEST = 3;
const PUT_TOGETHER = /['"]\s{0,5}\+|\+\s{0,5}['"]/;
const LONGEST_HANDLER = 2_000;
/** Functions that are looked for in a page's scripts, each in all of them. */
const MOST_NAMES = 100;
const LONGEST_BODY = 3_000;

interface Definition {
  readonly parameters: readonly string[];
  readonly body: string;
}

/** Resolves clicks to addresses, with the functions that a page's own scripts define. Nothing is run. */
export class Clicks {
  readonly #scripts: readonly string[];
  readonly #definitions = new Map<string, Definition | null>();
  readonly #constants: Constants;

  constructor({ scripts }: Pick<Page, 'scripts'>) {
    this.#scripts = scripts;
    this.#constants = new Constants(scripts);
  }

  /** Where a click on an element leads, as written: its href, else the address that an attribute keeps or that its handler opens. Null where that is not known. */
  target({ name: tag, attribs }: Element): string | null {
    const written = attribs.href?.trim() ?? '';
    if (written !== '' && !/^#(?!!?\/)/.test(written) && !/^(?:javascript|about):/i.test(written)) return written;
    if (/^(?:router|nuxt)-link$/.test(tag) && attribs.to) return attribs.to;
    for (const name of KEPT) {
      const kept = attribs[name]?.trim();
      if (kept && ADDRESS.test(kept)) return kept;
    }
    return (attribs.onclick ? this.opened(attribs.onclick) : null) ?? (written === '' ? null : this.opened(decoded(written)));
  }

  /** The address that a handler opens. */
  opened(handler: string): string | null {
    const code = handler.slice(0, LONGEST_HANDLER).replace(/^\s*javascript:/i, '');
    // Of what is put together no part is an address.
    return this.#follow(code, new Map(), 0) ?? (PUT_TOGETHER.test(code) ? null : addressInScript(code));
  }

  #follow(code: string, known: ReadonlyMap<string, string>, depth: number): string | null {
    const lookup = (name: string) =>
      known.get(name) ?? givenText(code, name, (other) => known.get(other) ?? null) ?? this.#constants.lookup(name);
    const addresses = new Set<string>();
    for (const match of code.matchAll(OPENS)) {
      const address = textOfExpression(code, match.index + match[0].length, lookup);
      // One way that is not known makes the others guesses.
      if (address === null) return null;
      if (address !== '') addresses.add(address);
    }
    if (addresses.size === 0 && depth < DEEPEST) {
      for (const match of code.matchAll(CALL)) {
        const address = NO_FUNCTION.test(match[1]!) ? null : this.#called(match[1]!, code, match.index + match[0].length, lookup, depth);
        if (address !== null) addresses.add(address);
      }
    }
    const [only] = addresses.size === 1 ? addresses : [];
    return only !== undefined && /[/?.#]/.test(only) ? only : null;
  }

  #called(name: string, code: string, place: number, lookup: (name: string) => string | null, depth: number): string | null {
    const definition = this.#definition(name);
    if (definition === null) return null;
    const given = new Map<string, string>();
    for (let at = place, index = 0; index < definition.parameters.length; index++) {
      const end = argumentEnd(code, at);
      const value = textOfExpression(code, at, lookup);
      if (value !== null) given.set(definition.parameters[index]!, value);
      if (code[end] !== ',') break;
      at = end + 1;
    }
    const body = withTakenBranches(definition.body, (other) => given.get(other) ?? null);
    return this.#follow(body, given, depth + 1);
  }

  /** A function of the page's scripts, written in any of the usual ways; null where there is none of the name, or more than one. */
  #definition(name: string): Definition | null {
    let found = this.#definitions.get(name);
    if (found === undefined) {
      if (this.#definitions.size >= MOST_NAMES) return null;
      found = definitionIn(this.#scripts, name);
      this.#definitions.set(name, found);
    }
    return found;
  }
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

/** A function of the name in some scripts, written in any of the usual ways; null where there is none, or more than one. */
export function definitionIn(scripts: readonly string[], name: string): Definition | null {
  const escaped = name.replace(/\$/g, '\\$');
  const parameters = '\\(([^()]{0,200})\\)';
  const shape = new RegExp(
    `(?:\\bfunction\\s{1,3}${escaped}\\s{0,3}${parameters}|(?<![\\w$])${escaped}\\s{0,3}[:=]\\s{0,3}(?:async\\s)?(?:function\\s{0,3}[\\w$]{0,40}\\s{0,3}${parameters}|${parameters}\\s{0,3}=>|([\\w$]{1,40})\\s{0,3}=>)|(?<=[{,]\\s{0,20})${escaped}\\s{0,3}${parameters}(?=\\s{0,3}\\{))\\s{0,20}`,
    'g',
  );
  const found: Definition[] = [];
  for (const script of scripts) {
    if (!script.includes(name)) continue;
    for (const match of script.matchAll(shape)) {
      const list = match.slice(1).find((part) => part !== undefined) ?? '';
      const from = match.index + match[0].length;
      const parts = list.split(',').map((part) => part.replace(/=.*$/s, '').trim());
      found.push({ parameters: parts.filter((part) => part !== ''), body: bodyFrom(script, from) });
    }
  }
  return found.length === 1 ? found[0]! : null;
}

/** The braces of a function, or the expression of an arrow without them. */
function bodyFrom(script: string, from: number): string {
  const text = script.slice(from, from + LONGEST_BODY);
  return text.startsWith('{') ? text.slice(0, argumentEnd(text, 1)) : text.slice(0, argumentEnd(text, 0));
}
