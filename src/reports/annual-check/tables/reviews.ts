import type { Claim, ParsedReport, Row } from '../report.ts';
import { cellClaim, numberIn } from './cells.ts';

/** What a review or lawsuit ended with, in the order of the form. */
export const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const;
const BLOCKS = ['行政复议', '未经复议直接起诉', '复议后起诉'] as const;

/** One of the three blocks of table four; null is a blank cell. */
export interface ReviewBlock {
  readonly name: (typeof BLOCKS)[number];
  readonly row: Row;
  readonly numbers: readonly (number | null)[];
}

/** Table four of a report: fifteen numbers in one row, or a row for each block; empty where it has none. */
export function reviewBlocksOf({ rows }: ParsedReport): ReviewBlock[] {
  const whole = rows.find(({ cells }) => cells.length === 15 && cells.every((cell) => cell === '' || numberIn(cell) !== null));
  if (whole) return BLOCKS.map((name, at) => ({ name, row: whole, numbers: whole.cells.slice(at * 5, at * 5 + 5).map(numberIn) }));
  return BLOCKS.flatMap((name) => {
    const row = rows.find(
      ({ cells, quote }) => named(quote, name) && cells.filter((cell) => RESULTS.some((result) => cell.includes(result))).length >= 4,
    );
    const numbers = row ? RESULTS.map((result) => besideLabel(row, result)) : [];
    return row && numbers.some((number) => number !== null) ? [{ name, row, numbers }] : [];
  });
}

function named(quote: string, name: string): boolean {
  return quote.includes(name) && (name !== '行政复议' || !/起诉/.test(quote));
}

/** `尚未审结2` in one cell. */
function besideLabel({ cells }: Row, label: string): number | null {
  const cell = cells.find((text) => text.includes(label));
  return cell === undefined ? null : numberIn(cell.slice(cell.indexOf(label) + label.length).replace(/^[:：]/, ''));
}

/** Cells of table four as claims. */
export function reviewClaims(blocks: readonly ReviewBlock[]): Claim[] {
  return blocks.flatMap(({ name, row, numbers }) =>
    numbers.flatMap((value, place) => (value === null ? [] : [cellClaim(row, `${name} ${RESULTS[place]}`, value, '件')])),
  );
}
