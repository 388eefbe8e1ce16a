import { DOCUMENTS } from './titles/documents.ts';
import { MONEY } from './titles/money.ts';
import { NEWS } from './titles/news.ts';
import { PEOPLE } from './titles/people.ts';
import { POWER } from './titles/power.ts';
import { SAFETY } from './titles/safety.ts';

/**
 * The grammar of titles, one entry a kind. Slots in braces are filled from the lexicon or from the item itself: {unit} the
 * publishing unit, {y} {m} {d} {q} its year, month, day and quarter, {py} the year before, {ppy} the one before that, {pm} the month before, {no} a running number.
 */
export const TITLES = { ...NEWS, ...DOCUMENTS, ...MONEY, ...POWER, ...PEOPLE, ...SAFETY } as const satisfies Readonly<
  Record<string, readonly string[]>
>;

export type TitleKind = keyof typeof TITLES;

export function isTitleKind(text: string): text is TitleKind {
  return text in TITLES;
}
