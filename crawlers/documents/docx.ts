import mammoth from 'mammoth';
import type { TextDocument } from '../../src/model/document.ts';
import { readPlainHtml } from './html.ts';
import { refuseBomb } from './zip.ts';

/** A Word document: its paragraphs and tables, pictures left out. Throws where the file is none or is damaged. */
export async function readDocxDocument(bytes: Uint8Array): Promise<TextDocument> {
  refuseBomb(bytes);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  return { ...readPlainHtml(value), partial: value.includes('<img') };
}
