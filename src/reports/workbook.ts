import writeExcelFile from 'write-excel-file/node';
import { type PaperTable, saidIn } from '../model/paper.ts';
import { cellOf } from './sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { widthsOf } from './widths.ts';

/** The bytes of an Excel file with a sheet for each table. */
export function buildWorkbook(tables: readonly PaperTable[]): Promise<Buffer> {
  const names = sheetNames(tables);
  return writeExcelFile(
    tables.map(({ columns, rows }, place) => ({
      sheet: names[place]!,
      stickyRowsCount: 1,
      columns: widthsOf(columns, rows).map((width) => ({ width })),
      data: [
        columns.map((value) => ({ value, fontWeight: 'bold' as const, wrap: true })),
        ...rows.map((row) => row.map((cell) => ({ ...cellOf(saidIn(cell)), wrap: true }))),
      ],
    })),
  ).toBuffer();
}
