import type { Block, TextDocument } from '../../model/document.ts';
import { type Lack, type Paper, type PaperTable, saidIn } from '../../model/paper.ts';
import { quoted } from '../../model/sentence.ts';
import { checkReports } from '../annual-check/check-reports.ts';
import { rowInWords } from '../lacks.ts';

/**
 * What stands against the release of an annual report once it is filled in: what is no number, and all that the reader of annual reports is
 * certain of, so that the office's own report is held to what it holds others to.
 */
export function checkAnnual(paper: Paper): Lack[] {
  const strange = paper.tables.flatMap(noNumbersIn);
  if (strange.length > 0) return strange;
  const [checked] = checkReports([asDocument(paper)]);
  return checked!.findings
    .filter(({ certainty }) => certainty === 'certain')
    .map(({ message }) => ({ place: null, said: quoted(message) }));
}

function noNumbersIn({ name, columns, rows, boxes }: PaperTable, at: number): Lack[] {
  if (boxes !== 'numbers') return [];
  const first = firstBox(rows);
  return rows.flatMap((row, line) =>
    row.flatMap((cell, column) => {
      if (column === 0 || column < first || typeof cell !== 'string' || cell === '') return [];
      const zh = `“${name}”的“${rowInWords(row.slice(0, first))}”一行“${columns[column]}”不是数字：${cell}`;
      return {
        place: `box/${at}/${line}/${column}`,
        said: { zh, en: `“${name}”, row ${line + 1}, “${columns[column]}” is no number: ${cell}` },
      };
    }),
  );
}

/** Columns before it hold words in every row. */
function firstBox(rows: PaperTable['rows']): number {
  const words = rows[0]?.findIndex((_, column) => rows.some((row) => typeof row[column] === 'number' || row[column] === '')) ?? -1;
  return words < 0 ? Number.POSITIVE_INFINITY : words;
}

/** The paper as the reader sees a report. Cells that a row does not have are left out with their heads, as the form has a head for each part. */
function asDocument({ title, opening, sections, tables }: Paper): TextDocument {
  const lines = [title, ...opening, ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])];
  return {
    title,
    publishedOn: null,
    reviewer: null,
    blocks: [...lines.map((text): Block => ({ kind: 'line', text })), ...tables.flatMap(rowsOf)],
    attachments: [],
  };
}

function rowsOf({ columns, rows, boxes }: PaperTable, table: number): Block[] {
  if (boxes !== 'numbers') return [];
  const words = firstBox(rows);
  const block = (cells: readonly string[]): Block => ({ kind: 'row', table, cells });
  const partial = rows.some((row) => row.includes(''));
  const head = block(columns);
  const told = rows.flatMap((row) => {
    const own = row.map((_, column) => column).filter((column) => column === words - 1 || (column >= words && row[column] !== ''));
    const cells = own.map((column) => String(saidIn(row[column]!) ?? ''));
    return partial ? [block(own.map((column) => columns[column]!)), block(cells)] : [block(cells)];
  });
  return partial ? told : [head, ...told];
}
