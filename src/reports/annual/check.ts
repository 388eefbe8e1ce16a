import type { Block, TextDocument } from '../../model/document.ts';
import { type Paper, type PaperTable, saidIn } from '../../model/paper.ts';
import { checkReports } from '../annual-check/check-reports.ts';

/** What a person must still write. */
const LEFT = '〔待填';
const MOST = 6;

/**
 * What stands against the release of an annual report: boxes and places that nobody filled in, what is no number, and all that the reader
 * of annual reports is certain of, so that the office's own report is held to what it holds others to.
 */
export function checkAnnual(paper: Paper): string[] {
  const blanks = paper.tables.flatMap(blanksIn);
  const left = paper.sections
    .filter(({ paragraphs }) => paragraphs.some((line) => line.includes(LEFT)))
    .map(({ heading }) => `“${heading}”还有待填的内容`);
  if (blanks.length > 0 || left.length > 0) return [...left, ...blanks];
  const [checked] = checkReports([asDocument(paper)]);
  return checked!.findings.filter(({ certainty }) => certainty === 'certain').map(({ message }) => message);
}

function blanksIn({ name, columns, rows, boxes }: PaperTable): string[] {
  if (boxes !== 'numbers') return [];
  const faults = rows.flatMap((row) =>
    row.flatMap((cell, column) => {
      const label = row.find((one) => typeof one === 'string' && one.length > 5) ?? row[0];
      if (cell === null) return [`“${name}”的“${String(label)}”一行缺“${columns[column]}”，没有的填0`];
      const isBox = column > 0 && typeof cell === 'string' && cell !== '' && column >= firstBox(rows);
      return isBox ? [`“${name}”的“${String(label)}”一行“${columns[column]}”不是数字：${cell}`] : [];
    }),
  );
  return faults.length > MOST ? [...faults.slice(0, MOST), `“${name}”另有${faults.length - MOST}处`] : faults;
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
