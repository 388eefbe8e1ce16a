import readWorkbook from 'read-excel-file/node';
import type { Block, TextDocument } from '../../src/model/document.ts';
import { cleanText } from '../reading/text.ts';
import { refuseBomb } from './zip.ts';

/** More rows than this are a database: what stands in its first ones says what it is. */
const MOST_ROWS = 20_000;

/** A workbook: the rows of each sheet are a table. Throws where the file is damaged or would unfold beyond bounds. */
export async function readXlsxDocument(bytes: Uint8Array): Promise<TextDocument> {
  refuseBomb(bytes);
  const sheets = await readWorkbook(Buffer.from(bytes));
  const blocks = sheets.flatMap(({ data }, table) =>
    data.slice(0, MOST_ROWS).flatMap((row): Block[] => {
      const cells = row.map(textOf);
      return cells.some((cell) => cell !== '') ? [{ kind: 'row', table, cells }] : [];
    }),
  );
  return {
    title: null,
    publishedOn: null,
    reviewer: null,
    blocks,
    attachments: [],
    partial: hasPictures(bytes) || sheets.some(({ data }) => data.length > MOST_ROWS),
  };
}

/** Names of a workbook's parts stand in it as they are: what is drawn on a sheet may be a table, too. */
function hasPictures(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes('xl/media/');
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : cleanText(String(cell));
}
