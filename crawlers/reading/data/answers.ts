import { literalAt } from './literal.ts';
import { valuesIn } from './script-values.ts';

/** What servers put before answers so that no script tag can run them. */
const GUARD = /^(?:\)\]\}',?|while\s?\(1\);|for\s?\(;;\);|\{\}\s?&&)\s{0,20}/;
const COMMENT = /^(?:\/\*[^*]{0,2000}\*+\/|\/\/[^\n]{0,500}\n)\s{0,200}/;
/** What browsers and servers wrap plain answers in. */
const WRAPPING = /^(?:<(?:\?xml|!doctype|\/?html|\/?head|\/?body|meta|link|pre|textarea|string)\b[^<>]{0,300}>\s{0,200}){1,12}/i;
/** A call (`callback({…})`) or an assignment (`var list = […]`) at the begin of a script. */
const SCRIPT = /^[;\s]{0,20}(?:try\s{0,5}\{\s{0,5})?(?:typeof|return|export|if|var|let|const|[\w$.[\]'"]{1,80}\s{0,20}(?:[=(]|&&|\|\|))/;
const DEEPEST = 3;

/**
 * The values that an answer holds: JSON and what is nearly JSON, bare, wrapped in `<pre>` or a call, assigned in a script, written as a string of JSON.
 * Empty where the text is a page.
 */
export function valuesOfAnswer(text: string): unknown[] {
  const plain = text
    .replace(/^[\ufeff\s]+/, '')
    .replace(GUARD, '')
    .replace(COMMENT, '');
  if (/^[[{"(]/.test(plain)) return unwrapped(bare(plain));
  if (plain.startsWith('<')) return unwrapped(wrapped(plain));
  return SCRIPT.test(plain.slice(0, 300)) ? valuesIn(plain) : [];
}

function bare(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return nearly(text, text.startsWith('(') ? 1 : 0);
  }
}

/** A value that is nearly JSON, where it holds records or text. */
function nearly(text: string, from: number): unknown {
  const value = literalAt(text, from)?.value;
  const holdsMore = Array.isArray(value) ? value.some(isHeld) : isHeld(value);
  return holdsMore || typeof value === 'string' ? value : undefined;
}

const isHeld = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length > 0;

function wrapped(text: string): unknown {
  const begin = WRAPPING.exec(text.slice(0, 4000))?.[0].length ?? 0;
  if (begin === 0 || !/[[{]/.test(text[begin] ?? '')) return undefined;
  const inner = text.slice(begin);
  return nearly(inner, 0) ?? nearly(decoded(inner), 0);
}

function decoded(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:#39|apos);/g, "'")
    .replace(/&amp;/g, '&');
}

/** `"{\"rows\":[…]}"`: JSON in a string of JSON. */
function unwrapped(value: unknown): unknown[] {
  let held = value;
  for (let depth = 0; typeof held === 'string' && depth < DEEPEST; depth++) held = bare(held.trim());
  return typeof held === 'object' && held !== null ? [held] : [];
}
