import type { Day } from '../../../src/model/day.ts';
import { wholeDay, writtenDays } from '../dates/written.ts';
import type { Line, Particular } from './line.ts';

const CLOSING_LINES = 12;

/**
 * 成文日期: labelled, else the date that signs the document: the last line of the body that is nothing but a day, under its issuer
 * (GB/T 9704-2012, 7.3.5).
 */
export function readDocumentDate(particulars: readonly Particular[], body: readonly Line[]): Day | null {
  for (const { field, value } of particulars) {
    const written = field === 'documentDate' ? (wholeDay(value) ?? writtenDays(value)[0]) : null;
    if (written) return written.day;
  }
  const closing = body.slice(Math.max(1, body.length - CLOSING_LINES));
  return closing.map(({ text }) => wholeDay(text)).findLast((written) => written !== null)?.day ?? null;
}
