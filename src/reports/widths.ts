import { type Cell, saidIn } from '../model/paper.ts';

/** Half characters that a column has beside its text: the margins of its cells. */
const MARGINS = 3;
/** A head breaks into lines of so many half characters. */
const HEAD = 8;
/** A column of sentences is as wide as this where there is room, and no narrower than this where there is none. */
const SENTENCE = 40;
const NARROWEST = 8;
/** A box to write in. */
const BOX = 12;
/** Days, numbers and codes up to this long must not break. */
const WHOLE = 16;
const UNBROKEN = /^[\w.,:%+-]+$/;

/** How wide each column of a table should be, in half characters of Latin: as wide as what most of its cells say. */
export function widthsOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): number[] {
  return measured(columns, rows).map(({ want }) => want);
}

/** The same in a room of so many half characters: where they do not fit, columns of sentences give way, so that days and numbers stay whole. */
export function widthsWithin(room: number, columns: readonly string[], rows: readonly (readonly Cell[])[]): number[] {
  const widths = measured(columns, rows);
  const sum = (of: 'want' | 'need') => widths.reduce((all, width) => all + width[of], 0);
  const [wanted, needed] = [sum('want'), sum('need')];
  if (wanted <= room) return widths.map(({ want }) => want);
  const share = Math.max(0, room - needed) / (wanted - needed || 1);
  return widths.map(({ want, need }) => need + (want - need) * share);
}

function measured(columns: readonly string[], rows: readonly (readonly Cell[])[]): { readonly want: number; readonly need: number }[] {
  return columns.map((head, place) => {
    // What is empty says nothing of how wide its column must be, but a box that a person fills in needs room to write.
    const said = rows.map((row) => String(saidIn(row[place] ?? null) ?? '')).filter((text) => text !== '');
    const lengths = said.map(lengthOf).sort((one, other) => one - other);
    const usual = lengths[Math.floor(lengths.length * 0.9)] ?? BOX;
    const unbroken = said.reduce((most, text) => (UNBROKEN.test(text) && text.length <= WHOLE ? Math.max(most, text.length) : most), 0);
    const headed = Math.min(lengthOf(head), HEAD);
    const want = Math.max(Math.min(usual, SENTENCE), unbroken, Math.min(lengthOf(head), 2 * HEAD));
    return { want: want + MARGINS, need: Math.max(Math.min(usual, NARROWEST), unbroken, headed) + MARGINS };
  });
}

/** In half characters; a Chinese character is two wide. */
export function lengthOf(text: string): number {
  let sum = 0;
  for (const character of text) sum += character > '\u2e7f' ? 2 : 1;
  return sum;
}
