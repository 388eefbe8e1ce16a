import stringWidth from 'string-width';
import { plainText } from '../model/plain-text.ts';
import { cellsOf, type Field, headsOf, type Reader } from '../rows/field.ts';

export interface TableColumn {
  readonly head: string;
  /** Numbers stand right, words left. */
  readonly align?: 'left' | 'right';
  /** Narrowest width this column may be cut to when the terminal is too narrow; left out: never cut. */
  readonly least?: number;
}

const GAP = '  ';

/** A table in at most `width` terminal cells; Chinese characters take two. Cells that must be cut end in `…`. */
export function formatTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly (string | number | null)[])[],
  width: number,
): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '-' : plainText(String(cell)))));
  const widths = fitWidths(columns, cells, width);
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => pad(cut(cell, widths[index]!), widths[index]!, columns[index]!.align ?? 'left'))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((cells) => '-'.repeat(cells)).join(GAP);
  return [line(columns.map((column) => column.head)), rule, ...cells.map(line)].join('\n');
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

/** Takes what is too much from the widest columns that may be cut. */
function fitWidths(columns: readonly TableColumn[], cells: readonly (readonly string[])[], width: number): number[] {
  const widths = columns.map((column, index) => Math.max(stringWidth(column.head), ...cells.map((row) => stringWidth(row[index] ?? ''))));
  const total = () => widths.reduce((sum, cells) => sum + cells, 0) + GAP.length * (widths.length - 1);
  while (total() > width) {
    let widest = -1;
    columns.forEach((column, index) => {
      if (column.least !== undefined && widths[index]! > column.least && (widest < 0 || widths[index]! > widths[widest]!)) widest = index;
    });
    if (widest < 0) break;
    widths[widest]!--;
  }
  return widths;
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
