import type { TextDocument } from '../../model/document.ts';
import { headOf } from './head.ts';
import { claimsOf } from './language/claims.ts';
import { fold } from './language/fold.ts';
import type { ParsedReport, Row } from './report.ts';

/** Takes a report apart: its head, its numbers with their words, the rows of its tables. */
export function parseReport(document: TextDocument): ParsedReport {
  const lines = document.blocks.map((block) => fold(block.kind === 'line' ? block.text : block.cells.join('|')));
  const rows: Row[] = [];
  const paragraphs: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'line') paragraphs.push(fold(block.text));
    else rows.push(rowOf(block.table, block.cells));
  }
  const tableText = rows.map(({ quote }) => quote).join('\n');
  return {
    head: headOf(document, lines, paragraphs, tableText),
    paragraphs,
    claims: paragraphs.flatMap((text, place) => claimsOf(text, place)),
    rows,
    blocks: document.blocks,
    attachments: document.attachments,
  };
}

function rowOf(table: number, written: readonly string[]): Row {
  const cells = written.map(fold);
  const shown = cells.filter((cell, at) => at === 0 || cell !== cells[at - 1] || !/[\u4e00-\u9fff]{2}/.test(cell));
  return { table, cells, quote: shown.join(' | ') };
}
