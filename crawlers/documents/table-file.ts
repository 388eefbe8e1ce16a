import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { ToldError } from '../../src/model/told-error.ts';
import { decodePage } from '../door/decode.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

/** A file that holds no table that can be read. */
export class UnreadableTable extends ToldError {
  override readonly name = 'UnreadableTable';

  constructor(zh: string, en: string) {
    super({ zh, en }, { code: 'unreadable-table', side: 'nobody' });
  }

  /** A workbook that does not open, as its reader says. */
  static workbook(error: unknown): UnreadableTable {
    return new UnreadableTable(`Excel 文件打不开：${(error as Error).message}`, 'not a readable Excel file');
  }
}

/** Whether bytes are an Excel file (.xlsx). */
export const isSheet = (bytes: Uint8Array): boolean => startsWith(bytes, ZIP);

/**
 * The rows of a table file: XLSX (its first sheet; cells are texts, numbers, dates or null), or CSV with comma, tab or semicolon in UTF-8
 * or GBK (cells are texts). What it is, its bytes say and not its name.
 * @throws UnreadableTable
 */
export async function readTableFile(bytes: Uint8Array): Promise<unknown[][]> {
  if (isSheet(bytes)) return sheetOf(bytes);
  return readLines(textOfFile(bytes));
}

/** The text of a file that is no workbook. */
export function textOfFile(bytes: Uint8Array): string {
  if (startsWith(bytes, OLD_OFFICE)) {
    throw new UnreadableTable(
      '旧式 Excel 文件（.xls）读不了，请另存为 .xlsx 或 .csv',
      'an old Excel file (.xls): save it as .xlsx or .csv',
    );
  }
  const text = decodePage(bytes, null).text.replace(/^\ufeff/, '');
  if (text.trim() === '') throw new UnreadableTable('文件是空的', 'the file is empty');
  return text;
}

/** The rows of a CSV text. */
export function readLines(text: string): string[][] {
  const head = text.slice(0, 4000);
  const delimiter = ['\t', ';', ','].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best), ',');
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  } catch (error) {
    throw new UnreadableTable(`CSV 读不下去：${(error as Error).message}`, 'not readable as CSV');
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

async function sheetOf(bytes: Uint8Array): Promise<unknown[][]> {
  try {
    return (await readSheet(Buffer.from(bytes))) as unknown[][];
  } catch (error) {
    throw UnreadableTable.workbook(error);
  }
}
