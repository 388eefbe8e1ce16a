import readXlsxFile from 'read-excel-file/node';
import { isSheet, readLines, textOfFile, UnreadableTable } from './table-file.ts';

/** A table that people fill in and hand back: its sheet's name, null in a file of one table, and its rows as text. */
export interface GivenSheet {
  readonly name: string | null;
  readonly rows: readonly (readonly string[])[];
}

/**
 * The tables of an XLSX file, sheet by sheet, or the one of a CSV file. What it is, its bytes say and not its name.
 * @throws {UnreadableTable} where it is neither
 */
export async function readSheets(bytes: Uint8Array): Promise<GivenSheet[]> {
  if (isSheet(bytes)) return readWorkbook(bytes);
  const text = textOfFile(bytes);
  if (text.includes('\u0000')) throw new UnreadableTable('文件不是表格', 'the file holds no table');
  return [{ name: null, rows: readLines(text) }];
}

async function readWorkbook(bytes: Uint8Array): Promise<GivenSheet[]> {
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes));
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map((cell) => String(cell ?? ''))) }));
  } catch (error) {
    throw UnreadableTable.workbook(error);
  }
}
