import writeExcelFile from 'write-excel-file/node';
import { safeCell } from './cell.ts';
import { layOf, printing } from './printed-sheets.ts';
import { widthsOf } from './widths.ts';

/** How many rows say how wide columns are: a list of a million is not measured. */
const MEASURED = 1000;

/** The bytes of an Excel file with one sheet: rows under a heading. Text stays text, whatever it begins with. */
export function buildSheet(name: string, head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  const data = [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(cellOf))];
  const columns = widthsOf(head, rows.slice(0, MEASURED)).map((width) => ({ width }));
  const sheet = { sheet: name, stickyRowsCount: 1, columns, ...layOf(head.length) };
  return writeExcelFile(data, sheet, { features: [printing([name])] }).toBuffer();
}

/** A cell of a sheet: numbers stay numbers, text stays text. */
export function cellOf(value: string | number | null) {
  return typeof value === 'number' ? { value, type: Number } : { value: safeCell(value ?? ''), type: String };
}
