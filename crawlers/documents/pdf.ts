import { getDocumentProxy } from 'unpdf';
import type { Block, TextDocument } from '../../src/model/document.ts';
import { cleanText } from '../reading/text.ts';
import { withoutRadicals } from './radicals.ts';

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A report longer than this is a book, and time must be bounded. */
const MOST_PAGES = 200;
/** A page with less, in characters, is a picture or the back of a sheet. */
const LEAST = 20;
/** A gap wider than this many characters parts two cells. */
const GAP = 1.2;

/** pdf.js, VerbosityLevel.ERRORS */
const ERRORS_ONLY = 0;

/** A PDF that holds text: lines joined to paragraphs, rows of cells where the line's pieces stand apart. Throws where the file is damaged. */
export async function readPdfDocument(bytes: Uint8Array): Promise<TextDocument> {
  // What it thinks of a damaged file is no word for whoever runs a night.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: ERRORS_ONLY });
  try {
    const lines: string[][] = [];
    let partial = pdf.numPages > MOST_PAGES;
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
      const content = await (await pdf.getPage(number)).getTextContent();
      const own = linesOf(content.items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [pieceOf(item)] : [])));
      partial ||= own.flat().join('').length < LEAST;
      lines.push(...own);
    }
    return { title: null, publishedOn: null, reviewer: null, blocks: blocksOf(lines), attachments: [], partial };
  } finally {
    await pdf.destroy();
  }
}

function pieceOf(item: { str: string; transform: number[]; width: number; height: number }): Piece {
  const [, , , scale = 0, x = 0, y = 0] = item.transform;
  return { text: withoutRadicals(item.str), x, y, width: item.width, height: item.height || Math.abs(scale) || 10 };
}

/** The pieces of a page as lines from top to bottom, each a list of cells. */
function linesOf(pieces: readonly Piece[]): string[][] {
  const sorted = [...pieces].sort((one, other) => other.y - one.y || one.x - other.x);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - piece.y) < row[0]!.height * 0.5) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => {
    const cells: string[] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const piece of row.sort((one, other) => one.x - other.x)) {
      if (cells.length === 0 || piece.x - end > piece.height * GAP) cells.push(piece.text);
      else cells[cells.length - 1] += piece.text;
      end = piece.x + piece.width;
    }
    return cells.map(cleanText).filter((cell) => cell !== '');
  });
}

const NUMBER = /^-?[\d,]+(?:\.\d+)?$/;
const ENDS = /[。；：！？;:]$/;
const BEGINS =
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)|\d+[.．、]|第[一二三四五六七八九十]+)/;
const FOLIO = /^[-—–\s]*\d{1,3}[-—–\s]*$/;

function blocksOf(lines: readonly string[][]): Block[] {
  const longest = Math.max(0, ...lines.map((cells) => cells.join('').length));
  const blocks: Block[] = [];
  let open = '';
  let table = 0;
  const close = () => {
    if (open !== '') blocks.push({ kind: 'line', text: open });
    open = '';
  };
  for (const cells of lines) {
    const text = cells.join('');
    if (FOLIO.test(text)) continue;
    if (cells.length >= 3 || (cells.length === 2 && NUMBER.test(cells[1]!))) {
      close();
      blocks.push({ kind: 'row', table, cells });
      continue;
    }
    if (blocks.at(-1)?.kind === 'row') table += 1;
    if (BEGINS.test(text)) close();
    open += text;
    if (ENDS.test(text) || text.length < longest * 0.7) close();
  }
  close();
  return blocks;
}
