import { argumentEnd } from './brackets.ts';

/** `if (n == 1)`: a name beside a number. */
const CONDITION = /\bif\s{0,3}\(\s{0,3}([A-Za-z_$][\w$]{0,40})\s{0,3}([=!]==?|[<>]=?)\s{0,3}(['"]?)(\d{1,6})\3\s{0,3}\)\s{0,20}/;
const ELSE = /^\s{0,20};?\s{0,20}else\b\s{0,20}/;
/** Conditions of a function that are looked at. */
const MOST = 8;

/** A function's body without the branches that are not taken for the numbers it is given; conditions of anything else stay as they are. */
export function withTakenBranches(code: string, lookup: (name: string) => string | null): string {
  let [done, rest] = ['', code];
  for (let seen = 0; seen < MOST; seen++) {
    const found = CONDITION.exec(rest);
    if (found === null) break;
    const [condition, name, operator, , number] = found as unknown as [string, string, string, string, string];
    const begin = found.index + condition.length;
    const known = lookup(name);
    if (known === null || !/^\d{1,9}$/.test(known)) {
      done += rest.slice(0, begin);
      rest = rest.slice(begin);
      continue;
    }
    const end = statementEnd(rest, begin);
    const otherwise = ELSE.exec(rest.slice(end))?.[0];
    const elseFrom = end + (otherwise?.length ?? 0);
    const elseEnd = otherwise === undefined ? end : statementEnd(rest, elseFrom);
    const taken = holds(Number(known), operator, Number(number)) ? rest.slice(begin, end) : rest.slice(elseFrom, elseEnd);
    // What stands behind a way out is not reached.
    rest = rest.slice(0, found.index) + taken + (/\breturn\b/.test(taken) ? '' : `;${rest.slice(elseEnd)}`);
  }
  return done + rest;
}

/** Where the statement ends that begins at a place: behind its braces, or its semicolon or line. */
function statementEnd(code: string, from: number): number {
  if (code[from] === '{') return argumentEnd(code, from + 1) + 1;
  const line = code.indexOf('\n', from);
  const end = Math.min(argumentEnd(code, from), line < 0 ? code.length : line);
  const otherwise = code.slice(from, end).search(/\selse\b/);
  return otherwise < 0 ? Math.min(code.length, end + (code[end] === ';' ? 1 : 0)) : from + otherwise;
}

function holds(known: number, operator: string, number: number): boolean {
  if (operator.startsWith('=')) return known === number;
  if (operator.startsWith('!')) return known !== number;
  const isMore = operator.startsWith('>') ? known > number : known < number;
  return isMore || (operator.endsWith('=') && known === number);
}
