import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { ToldError } from '../../src/model/told-error.ts';
import { decodePage } from '../door/decode.ts';

/** A table that people fill in and hand back: its sheet's name, null in a file of one table, and its rows as text. */
export interface GivenSheet {
  readonly name: string | null;
  readonly rows: readonly (readonly string[])[];
}

/**
 * The tables of an XLSX or CSV file (comma, tab or semicolon; UTF-8 or GBK). What it is, its bytes say and not its name.
 * @throws {ToldError} where it is neither
 */
export async function readSheets(bytes: Uint8Array): Promise<GivenSheet[]> {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (head.startsWith('PK')) return readWorkbook(bytes);
  if (head.startsWith('\u00d0\u00cf'))
    throw unreadable('旧式 Excel 文件（.xls）读不了，请另存为 .xlsx 或 .csv', 'an old Excel file (.xls): save it as .xlsx or .csv');
  const text = decodePage(bytes, null).text.replace(/^\ufeff/, '');
  if (text.trim() === '' || text.includes('\u0000')) throw unreadable('文件是空的，或者不是表格', 'the file is empty, or no table');
  const begin = text.slice(0, 4000);
  const delimiter = ['\t', ';', ','].reduce((best, one) => (begin.split(one).length > begin.split(best).length ? one : best), ',');
  try {
    return [{ name: null, rows: parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false }) }];
  } catch (error) {
    throw unreadable(`CSV 读不下去：${(error as Error).message}`, 'not readable as CSV');
  }
}

async function readWorkbook(bytes: Uint8Array): Promise<GivenSheet[]> {
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes));
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map((cell) => String(cell ?? ''))) }));
  } catch (error) {
    throw unreadable(`Excel 文件打不开：${(error as Error).message}`, 'not a readable Excel file');
  }
}

function unreadable(zh: string, en: string): ToldError {
  return new ToldError({ zh, en }, { code: 'unreadable-table', side: 'nobody' });
}
