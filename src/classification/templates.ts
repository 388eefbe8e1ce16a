import type { CategoryId } from '../model/estate.ts';
import { categoryKnowledge } from './knowledge/index.ts';
import { slots } from './knowledge/slots.ts';
import type { LabelledTitle } from './labelled-title.ts';

/** Deepest nesting of slots within slots; deeper ones are a fault of slots.ts. */
const DEEPEST = 6;

/**
 * Training titles written from the patterns in knowledge/, for what labelled titles lack.
 *
 * Grammar: a line of `titles` is one pattern; `{slot}` is replaced by a value of slots.ts, `(a|b|)` by one of its choices, which may hold
 * choices;
 * a line that begins with `*3` is used three times as often. `fraction` gives numbers from 0 to 1; the same sequence of them
 * gives the same titles.
 */
export function writeTitles(perCategory: number, fraction: () => number): LabelledTitle[] {
  return categoryKnowledge.flatMap(({ category, titles }) => writeFor(category, titles, perCategory, fraction));
}

function writeFor(category: CategoryId, titles: string, count: number, fraction: () => number): LabelledTitle[] {
  const patterns = titles
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const times = /^\*(\d) /.exec(line);
      return times ? Array.from({ length: Number(times[1]) }, () => line.slice(times[0].length)) : [line];
    });
  const pick = <T>(list: readonly T[]): T => list[Math.floor(fraction() * list.length)] as T;
  const written = new Set<string>();
  for (let tries = 0; written.size < count && tries < count * 4; tries += 1) {
    written.add(expand(pick(patterns), pick));
  }
  return [...written].map((title) => ({ title, category }));
}

function expand(pattern: string, pick: <T>(list: readonly T[]) => T): string {
  let text = pattern;
  while (text.includes('(')) text = text.replace(/\(([^()]*)\)/g, (_, choices: string) => pick(choices.split('|')));
  for (let depth = 0; text.includes('{'); depth += 1) {
    if (depth === DEEPEST) throw new Error(`slots nest too deeply in "${pattern}"`);
    text = text.replace(/\{([^{}]+)\}/g, (_, name: string) => {
      const values = slots[name];
      if (!values) throw new Error(`"${pattern}" uses the slot {${name}}, which slots.ts does not have`);
      return pick(values);
    });
  }
  return text;
}
