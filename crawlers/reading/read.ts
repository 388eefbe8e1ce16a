import type { ArticleReading, FailedReading, ListReading } from '../../src/model/reading.ts';
import { decodePage } from '../door/decode.ts';
import { readList } from './lists/list.ts';
import { parsePage } from './page.ts';

/** A page as it came, and what it is to be read as. */
export interface PageSource {
  readonly url: string;
  /** As fetched; decoded by its own charset. */
  readonly bytes?: Uint8Array;
  /** Already decoded. */
  readonly text?: string;
  readonly contentType?: string | null;
  readonly kind: 'list' | 'article' | 'auto';
}

/** Reads one page. Whatever is wrong with it becomes an answer, never an exception. */
export function readPage(source: PageSource): ListReading | ArticleReading | FailedReading {
  const text = source.text ?? (source.bytes ? decodePage(source.bytes, source.contentType ?? null).text : '');
  return readList(parsePage(text, source.url));
}
