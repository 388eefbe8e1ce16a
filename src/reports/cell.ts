import { maskAddresses } from '../privacy/leaving.ts';

/** What spreadsheets take for the beginning of a formula, in half and full width, whatever stands before it unseen. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\t\r＝＋－＠]/u;

/** Crawled text for a cell of a spreadsheet: what begins like a formula gets an apostrophe before it; control characters and what XML cannot hold go, and addresses tell no number of a person. */
export function safeCell(text: string): string {
  const plain = maskAddresses(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '');
  return FORMULA.test(plain) ? `'${plain}` : plain;
}
