import type { TextDocument } from '../../src/model/document.ts';
import { ToldError } from '../../src/model/told-error.ts';
import { decodePage } from '../door/decode.ts';
import { decodedSource } from '../reading/query-bytes.ts';
import { readDocxDocument } from './docx.ts';
import { readHtmlDocument } from './html.ts';
import { readPdfDocument } from './pdf.ts';
import { readTextDocument } from './text.ts';
import { readXlsxDocument } from './xlsx.ts';

/** What a file is, told from its own first bytes: names and servers' content types are often wrong. */
export type DocumentForm = 'html' | 'docx' | 'xlsx' | 'pdf' | 'text' | 'doc' | 'unknown';

const MARKUP = /<(?:!doctype|html|head|body|div|p|table|span)\b/i;

export function formOf(bytes: Uint8Array): DocumentForm {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('%PDF')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return formOfZip(Buffer.from(bytes));
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'doc';
  return MARKUP.test(decodePage(bytes.subarray(0, 4_000), null).text) ? 'html' : 'text';
}

function formOfZip(bytes: Buffer): DocumentForm {
  if (bytes.includes('word/document.xml')) return 'docx';
  return bytes.includes('xl/workbook.xml') ? 'xlsx' : 'unknown';
}

/** A file or a page as fetched, as the document that people read. Throws what the file's own reader throws. */
export async function readDocument(bytes: Uint8Array, url: string, contentType: string | null = null): Promise<TextDocument> {
  const form = formOf(bytes);
  if (form === 'pdf') return readPdfDocument(bytes);
  if (form === 'docx') return readDocxDocument(bytes);
  if (form === 'xlsx') return readXlsxDocument(bytes);
  if (form === 'html') return readHtmlDocument(decodedSource(bytes, contentType), url);
  if (form === 'text') return readTextDocument(decodePage(bytes, contentType).text);
  throw new ToldError(
    form === 'doc'
      ? { zh: '旧版 Word 文件（.doc），请另存为 .docx 或 PDF', en: 'an old Word file (.doc): save it as .docx or PDF' }
      : { zh: '不认识的文件', en: 'an unknown form of file: neither HTML nor DOCX, XLSX, PDF or text' },
    { code: 'unreadable-document', side: 'site' },
  );
}
