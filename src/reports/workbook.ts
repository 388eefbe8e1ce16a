import writeExcelFile from 'write-excel-file/node';
import { type Cell, type PaperTable, saidIn } from '../model/paper.ts';
import { layOf, printing, roomFor } from './printed-sheets.ts';
import { cellOf } from './sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { lengthOf, widthsWithin } from './widths.ts';

/** Points of a line of text. */
const LINE = 15;
const LOOK = { wrap: true, borderStyle: 'thin', alignVertical: 'center' } as const;

/** The bytes of an Excel file with a sheet for each table, as it is looked at and printed. */
export function buildWorkbook(tables: readonly PaperTable[]): Promise<Buffer> {
  const names = sheetNames(tables);
  return writeExcelFile(
    tables.map(({ columns, rows }, place) => {
      const widths = widthsWithin(roomFor(columns.length), columns, rows);
      return {
        ...{ sheet: names[place]!, stickyRowsCount: 1, ...layOf(columns.length), columns: widths.map((width) => ({ width })) },
        data: [
          columns.map((value) => ({
            ...LOOK,
            value,
            fontWeight: 'bold' as const,
            align: 'center' as const,
            height: heightOf(columns, widths),
          })),
          ...rows.map((row) => row.map((cell) => ({ ...cellOf(saidIn(cell)), ...LOOK, height: heightOf(row, widths) }))),
        ],
      };
    }),
    { features: [printing(names)] },
  ).toBuffer();
}

/** Not every program makes a row as high as its text. */
function heightOf(row: readonly Cell[], widths: readonly number[]): number {
  const lines = row.map((cell, column) => Math.ceil(lengthOf(String(saidIn(cell) ?? '')) / Math.max(1, widths[column]! - 1)));
  return LINE * Math.max(1, ...lines) + 2;
}
