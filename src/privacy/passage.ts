import type { PersonalKind } from '../model/personal-data.ts';

/** A piece of text in which personal data may stand: a line, or a cell of a table with what its column and its row say of it. */
export interface Passage {
  readonly text: string;
  /** What stands over a cell; empty for a line. */
  readonly heading: string;
  /** What stands over its column; left out for a line and where a table has no headings. */
  readonly column?: string;
  /** A body is named in the same row: its account may be the body's. Left out for a line. */
  readonly bodyNamed?: boolean;
  /** Whether a person is named in the same row or line. */
  readonly personNamed: boolean;
  /** Whether what stands over its table says that it lists private persons; left out for a line. */
  readonly ofPrivatePersons?: boolean;
}

/** Personal data as it is written in a text. It lives only until the text is masked. */
export interface Hit {
  readonly kind: PersonalKind;
  readonly certainty: 'sure' | 'unsure';
  readonly written: string;
}

/** Full-width digits and letters as ASCII; every character keeps its place. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Characters before a number that may say what it is. */
const REACH = 24;

/** What stands before a place of a passage, its heading among it. */
export function wordsBefore({ text, heading }: Passage, at: number): string {
  return `${heading}：${text.slice(Math.max(0, at - REACH), at)}`;
}
