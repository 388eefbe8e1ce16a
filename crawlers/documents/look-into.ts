import type { Block } from '../../src/model/document.ts';
import type { PersonalData } from '../../src/model/personal-data.ts';
import { findPersonalData, mask, summarize } from '../../src/privacy/personal-data.ts';
import { readDocument } from './document.ts';

/** A file that somebody may load down. */
export interface FileSource {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** What it says is wanted, masked. */
  readonly text?: boolean;
}

/** What a file says, as far as that is wanted. */
export interface FileLook {
  /** What it says of private persons, in masked forms; null where its text could not be read. */
  readonly personalData: readonly PersonalData[] | null;
  /** What it says, masked, a cell or paragraph a line; null where nobody asked or its text could not be read. */
  readonly text: string | null;
  /** Nothing of it is left out: no pictures, no pages without text. */
  readonly whole: boolean;
}

/** In characters. A budget with all of its tables takes a tenth of it. */
const LONGEST = 500_000;

const UNREAD: FileLook = { personalData: null, text: null, whole: false };

/**
 * Looks into a file for private persons, and for what it says where that is wanted. Null: its text could not be read, which says nothing
 * of what it holds (a picture, an old format, a damaged file).
 */
export async function lookInto({ url, bytes, contentType, text: wanted = false }: FileSource): Promise<FileLook> {
  try {
    const { blocks, partial = false } = await readDocument(bytes, url, contentType);
    if (blocks.length === 0) return UNREAD;
    const hits = findPersonalData(blocks);
    const text = wanted ? mask(blocks.flatMap(linesOf).join('\n'), hits) : null;
    return { personalData: summarize(hits), text: text?.slice(0, LONGEST) ?? null, whole: !partial && (text?.length ?? 0) <= LONGEST };
  } catch {
    return UNREAD;
  }
}

/** Cells as a page's text has them, each a line. Merged cells are told once. */
function linesOf(block: Block): string[] {
  if (block.kind === 'line') return [block.text];
  return block.cells.filter((cell, at) => cell !== '' && (cell !== block.cells[at - 1] || NUMBER.test(cell)));
}
const NUMBER = /^-?[\d,.]+$/;
