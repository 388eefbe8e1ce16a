import type { Block, TextDocument } from '../../src/model/document.ts';
import { cleanText } from '../reading/text.ts';

/** A table typed into plain text: cells parted by bars or tabs. */
const BAR = /[|｜\t]/;

/** Plain text as a document: a line is a paragraph; lines of cells that follow each other are the rows of a table. */
export function readTextDocument(text: string): TextDocument {
  const blocks: Block[] = [];
  let rows: string[][] = [];
  let table = 0;
  const close = () => {
    for (const cells of alike(rows)) blocks.push({ kind: 'row', table, cells });
    if (rows.length > 0) table += 1;
    rows = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    if (BAR.test(line.trim())) rows.push(line.trim().split(BAR).map(cleanText));
    else {
      close();
      blocks.push({ kind: 'line', text: cleanText(line) });
    }
  }
  close();
  return { title: null, publishedOn: null, reviewer: null, blocks, attachments: [] };
}

/** A bar at a line's begin or end may draw the table's border: cells beyond the table's own width are none. */
function alike(rows: readonly string[][]): string[][] {
  const bordered = rows.every(([first]) => first === '') ? rows.map((row) => row.slice(1)) : rows;
  const width = Math.max(0, ...bordered.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  return bordered.map((row) => row.slice(0, width));
}
