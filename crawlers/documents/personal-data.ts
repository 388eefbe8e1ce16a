import type { PersonalData } from '../../src/model/personal-data.ts';
import { findPersonalData, summarize } from '../../src/privacy/personal-data.ts';
import { readDocument } from './document.ts';

/** A file that somebody may load down. */
export interface FileSource {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
}

/**
 * What a file says of private persons, in masked forms; nothing else of it is kept. Null: its text could not be read, which says nothing
 * of what it holds (a picture, an old format, a damaged file).
 */
export async function personalDataIn({ url, bytes, contentType }: FileSource): Promise<readonly PersonalData[] | null> {
  try {
    const { blocks } = await readDocument(bytes, url, contentType);
    return blocks.length === 0 ? null : summarize(findPersonalData(blocks));
  } catch {
    return null;
  }
}
