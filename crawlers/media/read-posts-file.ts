import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import type { PostColumns } from '../../src/model/media.ts';
import { decodePage } from '../door/decode.ts';
import { postsOfJson } from './posts-of-json.ts';
import { postsOfTable } from './posts-of-table.ts';
import { type PostsRead, UnreadablePosts } from './posts-read.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Posts of a file that a platform's back end exported: CSV (comma, tab or semicolon), XLSX or JSON, in UTF-8 or GBK. What it is, its
 * bytes say and not its name.
 * @param own what columns are called on the platform, beside their usual names
 * @throws UnreadablePosts where no posts can be made out
 */
export async function readPostsFile(bytes: Uint8Array, own: PostColumns = {}): Promise<PostsRead> {
  if (startsWith(bytes, ZIP)) return postsOfTable(await sheetOf(bytes), own);
  if (startsWith(bytes, OLD_OFFICE)) {
    throw new UnreadablePosts(
      '旧式 Excel 文件（.xls）读不了，请另存为 .xlsx 或 .csv',
      'an old Excel file (.xls): save it as .xlsx or .csv',
    );
  }
  const text = decodePage(bytes, null).text.replace(/^\ufeff/, '');
  const first = /\S/.exec(text)?.[0];
  if (first === undefined) throw new UnreadablePosts('文件是空的', 'the file is empty');
  return first === '[' || first === '{' ? postsOfJson(json(text), own) : postsOfTable(lines(text), own);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

async function sheetOf(bytes: Uint8Array): Promise<unknown[][]> {
  try {
    return (await readSheet(Buffer.from(bytes))) as unknown[][];
  } catch (error) {
    throw new UnreadablePosts(`Excel 文件打不开：${(error as Error).message}`, 'not a readable Excel file');
  }
}

/** One JSON document, or one a line. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const documents = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    try {
      return documents.map((line): unknown => JSON.parse(line));
    } catch {
      throw new UnreadablePosts(`不是完整的 JSON：${(error as Error).message}`, 'not valid JSON');
    }
  }
}

function lines(text: string): string[][] {
  const head = text.slice(0, 4000);
  const delimiter = ['\t', ';', ','].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best), ',');
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  } catch (error) {
    throw new UnreadablePosts(`CSV 读不下去：${(error as Error).message}`, 'not readable as CSV');
  }
}
