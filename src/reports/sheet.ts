import writeExcelFile from 'write-excel-file/node';
import { safeCell } from './cell.ts';

/** The bytes of an Excel file with one sheet: rows under a heading. Text stays text, whatever it begins with. */
export function buildSheet(name: string, head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  const data = [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(cellOf))];
  return writeExcelFile(data, { sheet: name, stickyRowsCount: 1 }).toBuffer();
}

/** A cell of a sheet: numbers stay numbers, text stays text. */
export function cellOf(value: string | number | null) {
  return typeof value === 'number' ? { value, type: Number } : { value: safeCell(value ?? ''), type: String };
}
