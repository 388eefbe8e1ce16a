import writeExcelFile from 'write-excel-file/node';
import { type PaperTable, saidIn } from '../model/paper.ts';
import { cellOf } from './sheet.ts';
import { widthsOf } from './widths.ts';

/** The bytes of an Excel file with a sheet for each table. */
export function buildWorkbook(tables: readonly PaperTable[]): Promise<Buffer> {
  const names = new Set<string>();
  return writeExcelFile(
    tables.map(({ name, columns, rows }) => ({
      sheet: sheetName(name, names),
      stickyRowsCount: 1,
      columns: widthsOf(columns, rows).map((width) => ({ width })),
      data: [
        columns.map((value) => ({ value, fontWeight: 'bold' as const, wrap: true })),
        ...rows.map((row) => row.map((cell) => ({ ...cellOf(saidIn(cell)), wrap: true }))),
      ],
    })),
  ).toBuffer();
}

/** Excel takes 31 characters, none of `\/?*[]:`, and each name once. */
function sheetName(name: string, taken: Set<string>): string {
  const plain = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 28) || '表';
  let free = plain;
  for (let number = 2; taken.has(free); number++) free = `${plain}${number}`;
  taken.add(free);
  return free;
}
