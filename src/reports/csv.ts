import { safeCell } from './cell.ts';

/** Behind a sign at which a spreadsheet of another locale parts cells, or a break within one: the beginning of a formula. */
const INNER_FORMULA = /(?<=[;；|\t\r\n])(?=[\s\p{Cf}]{0,99}[=+\-@＝＋－＠])/gu;

/** One line of CSV (RFC 4180), ended by CRLF; cells that a spreadsheet would run as a formula are made text. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quote(safeCell(cell ?? '').replace(INNER_FORMULA, "'")))).join(',')}\r\n`;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
