import { type Cell, saidIn } from '../model/paper.ts';

/** Characters: a column is no narrower, and a longer text breaks into lines. */
const LEAST = 6;
const MOST = 20;
/** A column of days under a head of several words is as wide as this, and days must not break. */
const DAY = 14;

/** How wide each column of a table should be, in half characters of Latin: as wide as what most of its cells say. */
export function widthsOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): number[] {
  return columns.map((head, place) => {
    const said = rows.map((row) => lengthOf(String(saidIn(row[place] ?? null) ?? ''))).sort((one, other) => one - other);
    const usual = said[Math.floor(said.length * 0.9)] ?? 0;
    return Math.min(MOST, Math.max(LEAST, usual, Math.min(lengthOf(head), 2 * LEAST))) + 2;
  });
}

/** The same in a room of so many half characters: where they do not fit, columns of sentences give way, so that days and numbers stay whole. */
export function widthsWithin(room: number, columns: readonly string[], rows: readonly (readonly Cell[])[]): number[] {
  const widths = widthsOf(columns, rows);
  const sum = (some: readonly number[]) => some.reduce((all, width) => all + width, 0);
  const fixed = sum(widths.filter((width) => width <= DAY));
  const scale = sum(widths) > room && fixed < room ? (room - fixed) / (sum(widths) - fixed) : null;
  return scale === null ? widths : widths.map((width) => (width <= DAY ? width : Math.max(LEAST, width * scale)));
}

/** A Chinese character is two wide. */
function lengthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}
