import type { TextClaim } from '../report.ts';
import { type Numeral, numbersIn } from './numbers.ts';

/** Marks that end what a number is of; 、 does not, as in 财政预算、决算信息公开2条. */
const BOUNDARY = /[，,。；;：:！？!?（）()【】]/;
const SENTENCE_END = /[。！？!?]/g;
const OPENERS = '(（';
const CLOSERS = ')）';
/** What stands before a measure without being part of it. */
const BEFORE_MEASURE = /^(?:[、和及与]|以及|其中|分别(?:为|是)?|包括|为|是|有|共有|占)+/;
const AFTER_MEASURE = /(?:共计|合计|总计|共有|共|为|是|有|达到?|近|约|超过?|逾|[:：])+$/;
const LONGEST_NOUN = 14;

/** The numbers of a paragraph as claims: how much of what, in which sentence and bracket. `text` is folded. */
export function claimsOf(text: string, paragraph: number): TextClaim[] {
  const brackets = bracketsOf(text);
  const numbers = numbersIn(text);
  const claims: TextClaim[] = [];
  for (const [index, number] of numbers.entries()) {
    const bracket = brackets[number.start] ?? -1;
    const before = numbers.slice(0, index).findLast(({ start }) => (brackets[start] ?? -1) === bracket);
    const from = Math.max(before?.end ?? 0, bracket + 1);
    const start = skipJoint(text, measureStart(text, Math.max(numbers[index - 1]?.end ?? 0, bracket + 1), number.start), number.start);
    const after = nounAfter(text, number.end);
    const each = eachOf(text, number);
    const words = text.slice(start, number.start);
    const noun = /^(?:个|家|期|份|项|名|次|场|封|部|件)$/.test(number.unit) ? after : '';
    const measure =
      words.replace(BEFORE_MEASURE, '').replace(AFTER_MEASURE, '') + noun || text.slice(from, number.start).slice(-LONGEST_NOUN);
    claims.push({
      measure,
      value: each ?? number.value,
      unit: number.unit,
      quote: text.slice(start, number.end) + noun,
      exact: number.exact && !(each === null && /各$/.test(text.slice(0, number.start))),
      decimals: number.decimals,
      paragraph,
      sentence: [...text.slice(0, number.start).matchAll(SENTENCE_END)].length,
      start,
      end: number.end,
      at: number.start,
      lead: withoutBrackets(text.slice(from, number.start)),
      after,
      bracket,
    });
  }
  return claims;
}

/** For every character the place of the innermost bracket around it, or -1. */
function bracketsOf(text: string): number[] {
  const open: number[] = [];
  return [...Array(text.length).keys()].map((at) => {
    const sign = text[at]!;
    if (CLOSERS.includes(sign)) open.pop();
    const around = open.at(-1) ?? -1;
    if (OPENERS.includes(sign)) open.push(at);
    return around;
  });
}

function measureStart(text: string, from: number, to: number): number {
  // A bracket that is closed right before the number explains the measure and does not end it: 作其他处理（含主动撤回）341件.
  let at = to;
  while (at > from) {
    const sign = text[at - 1]!;
    if (CLOSERS.includes(sign)) {
      const open = Math.max(...[...OPENERS].map((opener) => text.lastIndexOf(opener, at - 2)));
      if (open <= from || at !== to) return at;
      at = open;
      continue;
    }
    if (BOUNDARY.test(sign) && !(at === to && /[:：]/.test(sign))) return at;
    at -= 1;
  }
  return from;
}

function skipJoint(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && '、，,；;'.includes(text[at]!)) at += 1;
  return at;
}

/** What follows a number up to the next mark, as long as it can be a name: 18个镇办. */
function nounAfter(text: string, end: number): string {
  const found = /^[\u4e00-\u9fff]{1,14}?(?=[，,。；;、：:（()）]|的|$)/.exec(text.slice(end, end + LONGEST_NOUN + 1));
  return found?.[0] ?? '';
}

export function withoutBrackets(text: string): string {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/[（(][^（()）]*[)）]/g, '');
  }
  return rest;
}

/** `其他类型（甲、乙、丙）各1个` is three: the number times the names before it; null where it is no such number or the names cannot be counted. */
function eachOf(text: string, number: Numeral): number | null {
  const before = text.slice(0, number.start);
  if (!before.endsWith('各')) return null;
  const named = /[（(]([^（()）]+)[)）]各$/.exec(before) ?? /(?:^|[，,；;：:。])([^，,；;：:。（()）]+)各$/.exec(before);
  return named ? number.value * named[1]!.split(/[、和及]/).length : null;
}
