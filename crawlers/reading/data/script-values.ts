import { literalAt } from './literal.ts';

/** Where a value may begin: assigned, passed, returned, or the whole script. */
const VALUE =
  /(?:(?:\b(\w{1,40})\s{0,5}(?:\[\s{0,3}[\w.+]{0,30}\s{0,3}\])?\s{0,5})?[=(:]|\breturn|\bdefault|^)\s{0,20}(?=[[{]\s{0,200}["'{[\p{L}\d_$]|["'`]\s{0,20}[[{])/gu;
/** What a script that is given nothing but texts draws a row with: `addRow('…', '…', '2018-12-03')`. */
const CALL = /(?<![.\w$]function\s{1,3})\b([\w$.]{1,60})\(\s{0,5}(?=["'`])/g;
const NO_ROW = /^(?:if|for|while|switch|return|document\.write(?:ln)?|alert|\$|jQuery|require|console\.\w+)$/;
/** Characters that are looked at again for values that begin inside of others, as a multiple of the script. */
const PATIENCE = 4;
/** Rows that one script holds at most. */
const MOST = 2_000;

/**
 * The values that a script holds as literals, in order: assigned arrays and objects, what functions are given, and records that are pushed, assigned
 * or passed one by one, put together. Nothing is run; linear in the script.
 */
export function valuesIn(script: string): unknown[] {
  const values: unknown[] = [];
  const singles: object[] = [];
  const named: Record<string, unknown> = {};
  let budget = script.length * PATIENCE;
  VALUE.lastIndex = 0;
  for (let match = VALUE.exec(script); match && budget > 0 && values.length < MOST; match = VALUE.exec(script)) {
    const from = match.index + match[0].length;
    const literal = literalAt(script, from);
    if (literal === null) budget -= script.length - from;
    else if (typeof literal.value === 'string') values.push(held(literal.value));
    else {
      take(literal.value, match[1]);
      VALUE.lastIndex = Math.max(literal.end, from + 1);
    }
  }
  if (singles.length > 1) values.push(singles);
  if (Object.keys(named).length > 1) values.push(named);
  return [...values, ...calledRows(script)];

  function take(value: unknown, name: string | undefined) {
    if (typeof value !== 'object' || value === null) return;
    values.push(value);
    const isRecord = Object.values(value).every((inner) => typeof inner !== 'object');
    if (!isRecord) return;
    if (singles.length < MOST) singles.push(value);
    if (name !== undefined && Array.isArray(value)) named[name] = value;
  }
}

/** `JSON.parse('…')` holds JSON in a text. */
function held(text: string): unknown {
  return literalAt(text, text.search(/[[{]/))?.value;
}

/** What one function is given again and again, as records. */
function calledRows(script: string): unknown[][] {
  const byName = new Map<string, unknown[]>();
  let budget = script.length * PATIENCE;
  CALL.lastIndex = 0;
  for (let match = CALL.exec(script); match && budget > 0; match = CALL.exec(script)) {
    const name = match[1]!;
    if (NO_ROW.test(name)) continue;
    const from = match.index + match[0].length;
    const end = argumentsEnd(script, from);
    budget -= end - from;
    const literal = literalAt(`[${script.slice(from, end)}]`, 0);
    if (!Array.isArray(literal?.value) || literal.value.length < 2) continue;
    const rows = byName.get(name) ?? [];
    if (rows.push(literal.value) > MOST) break;
    byName.set(name, rows);
  }
  return [...byName.values()].filter((rows) => rows.length > 1);
}

/** Longer argument lists are no row. In characters. */
const LONGEST_CALL = 2_000;

/** Where the arguments that begin at a place end: the bracket that closes them. */
function argumentsEnd(script: string, from: number): number {
  let depth = 0;
  const last = Math.min(script.length, from + LONGEST_CALL);
  for (let at = from; at < last; at++) {
    const sign = script[at]!;
    if (sign === '"' || sign === "'" || sign === '`') {
      const quote = sign;
      for (at++; at < last && script[at] !== quote; at++) if (script[at] === '\\') at++;
    } else if (sign === '(') depth++;
    else if (sign === ')' && depth-- === 0) return at;
  }
  return from;
}
