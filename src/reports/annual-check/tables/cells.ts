import type { Claim, Row } from '../report.ts';

const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** A cell's number; null where it holds none. */
export function numberIn(cell: string | undefined): number | null {
  return cell !== undefined && NUMBER.test(cell) ? Number(cell.replaceAll(',', '')) : null;
}

/** A cell of a table as a claim. */
export function cellClaim(row: Row, measure: string, value: number, unit: string): Claim {
  return { measure, value, unit, quote: row.quote, exact: true, decimals: String(value).split('.')[1]?.length ?? 0 };
}
