import stringWidth from 'string-width';
import { leavingText } from '../privacy/leaving.ts';
import { cellsOf, type Field, headsOf, type Reader } from '../rows/field.ts';

export interface TableColumn {
  readonly head: string;
  /** Numbers stand right, words left. */
  readonly align?: 'left' | 'right';
  /** Narrowest width this column may be cut to when the terminal is too narrow; left out: never cut. */
  readonly least?: number;
}

const GAP = '  ';
/** Narrower heads cannot be read. */
const LEAST_HEAD = 4;

/**
 * A table in at most `width` terminal cells; Chinese characters take two. Where it would be wider, heads are broken into lines, then
 * cells that may be cut end in `…`, and columns that still find no room stand with their heads on a line below each row.
 */
export function formatTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly (string | number | null)[])[],
  width: number,
): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '-' : leavingText(String(cell)))));
  const widths = fitWidths(columns, cells, width);
  const beside = countThatFit(widths, width);
  const line = (row: readonly string[]) =>
    row
      .slice(0, beside)
      .map((cell, index) => pad(cut(cell, widths[index]!), widths[index]!, columns[index]!.align ?? 'left'))
      .join(GAP)
      .trimEnd();
  const below = (row: readonly string[]) => {
    const told = columns.slice(beside).map(({ head }, index) => `${head} ${row[beside + index]}`);
    return told.length === 0 ? [] : [cut(`${GAP}${told.join(' · ')}`, width)];
  };
  const heads = columns.slice(0, beside).map(({ head }, index) => pieces(head, widths[index]!));
  const headLines = Array.from({ length: Math.max(...heads.map(({ length }) => length)) }, (_, at) =>
    line(heads.map((one) => one[at] ?? '')),
  );
  const rule = widths
    .slice(0, beside)
    .map((cells) => '-'.repeat(cells))
    .join(GAP);
  return [...headLines, rule, ...cells.flatMap((row) => [line(row), ...below(row)])].join('\n');
}

/** The same table of rows that are described. `least` as in {@link TableColumn}. */
export function fieldTable<Row>(
  fields: readonly (Field<Row> & Pick<TableColumn, 'least'>)[],
  rows: readonly Row[],
  reader: Reader,
  width = terminalWidth(),
): string {
  const heads = headsOf(fields, reader);
  const columns = fields.map(({ number, ...rest }, place) => ({
    ...rest,
    head: heads[place]!,
    align: number ? ('right' as const) : ('left' as const),
  }));
  return formatTable(
    columns,
    rows.map((row) => cellsOf(fields, row, reader)),
    width,
  );
}

/** The terminal's width, or one that reads well in a file. */
export function terminalWidth(): number {
  return process.stdout.columns ?? 120;
}

/** Takes what is too much from heads that are wider than their cells, then from the widest columns that may be cut. */
function fitWidths(columns: readonly TableColumn[], cells: readonly (readonly string[])[], width: number): number[] {
  const held = columns.map((_, index) => Math.max(LEAST_HEAD, ...cells.map((row) => stringWidth(row[index] ?? ''))));
  const widths = columns.map(({ head }, index) => Math.max(stringWidth(head), held[index]!));
  shrink(widths, width, (index) => held[index]!);
  shrink(widths, width, (index) => columns[index]!.least ?? widths[index]!);
  return widths;
}

/** Makes the widest columns narrower, a cell at a time, until the table fits or none may be narrowed any more. */
function shrink(widths: number[], width: number, least: (index: number) => number): void {
  while (totalOf(widths) > width) {
    const widest = widths.reduce((found, own, index) => (own > least(index) && (found < 0 || own > widths[found]!) ? index : found), -1);
    if (widest < 0) return;
    widths[widest]!--;
  }
}

/** How many columns from the left find room; one at least. */
function countThatFit(widths: readonly number[], width: number): number {
  const fitting = widths.findIndex((_, index) => index > 0 && totalOf(widths.slice(0, index + 1)) > width);
  return fitting < 0 ? widths.length : fitting;
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, cells) => sum + cells, 0) + GAP.length * (widths.length - 1);
}

/** A text in lines of so many terminal cells. */
function pieces(text: string, cells: number): string[] {
  const lines = [''];
  for (const character of text) {
    if (stringWidth(lines.at(-1)! + character) > cells && lines.at(-1) !== '') lines.push('');
    lines[lines.length - 1] += character;
  }
  return lines;
}

/** Cuts a text to a number of terminal cells. */
export function cut(text: string, cells: number): string {
  if (stringWidth(text) <= cells) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += stringWidth(character);
    if (used > cells - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

function pad(text: string, cells: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, cells - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}
