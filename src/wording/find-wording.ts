import type { Day } from '../model/day.ts';
import type { Leader, WordingHit, WrongWord } from '../model/wording.ts';
import { isAboutWriting, isExplained } from './explanations.ts';
import { isOfOthers } from './other-offices.ts';
import { isQuoted } from './quotations.ts';

/** Characters shown on either side of what was found. */
const AROUND = 12;

/** Plainly wrong forms in a text, each wherever it stands outside of quotations and is not itself what the text explains. */
export function findWrongWords(text: string, words: readonly WrongWord[]): WordingHit[] {
  if (isAboutWriting(text)) return [];
  return words.flatMap(({ wrong, right, unless = [] }) =>
    placesOf(text, wrong)
      .filter(
        (at) => !isQuoted(text, at) && !isExplained(text, at, wrong, right) && !unless.some((longer) => isWithin(text, at, wrong, longer)),
      )
      .map((at) => ({ fault: 'wrong-word' as const, written: wrong, right, context: contextOf(text, at, wrong.length) })),
  );
}

/** What a name may be followed by; a longer name that begins like it is another's. */
const HAN = /[\u4e00-\u9fff]/;

/** Offices in a text that on its day were not those of whom it names, as far as the list knows who held them. */
export function findLeaders(text: string, leaders: readonly Leader[], on: Day): WordingHit[] {
  const titles = [...new Set(leaders.map(({ title }) => title))];
  return titles.flatMap((title) => {
    const ofTitle = leaders.filter((leader) => leader.title === title);
    const holder = ofTitle.find(({ from, to }) => from <= on && (to === undefined || to >= on));
    // Who held it that day nobody wrote down.
    if (holder === undefined) return [];
    return placesOf(text, title).flatMap((at): WordingHit[] => {
      if (isOfOthers(text, at, on) || isQuoted(text, at)) return [];
      const behind = text.slice(at + title.length);
      if (behind.startsWith(holder.name)) return [];
      const other = ofTitle.find(({ name }) => behind.startsWith(name));
      const fault = other ? 'wrong-term' : isAlmost(behind.slice(0, holder.name.length), holder.name) ? 'wrong-name' : null;
      if (fault === null) return [];
      const written = title + (other?.name ?? behind.slice(0, holder.name.length));
      return [{ fault, written, right: title + holder.name, context: contextOf(text, at, written.length) }];
    });
  });
}

/** One character of three or more differs, not the first, which is the surname: more likely a slip than another person. */
function isAlmost(one: string, name: string): boolean {
  if (one.length !== name.length || name.length < 3 || one[0] !== name[0]) return false;
  const differing = [...one].filter((sign, place) => sign !== name[place]);
  return differing.length === 1 && differing.every((sign) => HAN.test(sign));
}

/** What texts are searched for, as a regular expression of PostgreSQL; null where there is nothing to look for. */
export function wordingPattern(words: readonly WrongWord[], leaders: readonly Leader[]): string | null {
  const sought = [...words.map(({ wrong }) => wrong), ...new Set(leaders.map(({ title, name }) => title + name[0]))];
  return sought.length === 0 ? null : sought.map((word) => word.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')).join('|');
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}

function isWithin(text: string, at: number, word: string, longer: string): boolean {
  const inside = longer.indexOf(word);
  return inside >= 0 && text.startsWith(longer, at - inside);
}

function contextOf(text: string, at: number, length: number): string {
  const around = text.slice(Math.max(0, at - AROUND), at + length + AROUND);
  return around.replace(/\s+/g, ' ').trim();
}
