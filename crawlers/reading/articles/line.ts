import type { Element } from 'domhandler';

/** One line as a browser draws it: text between two block borders or line breaks. */
export interface Line {
  /** White space condensed; empty only for a table or definition cell that holds nothing. */
  readonly text: string;
  /** The same with SEAM at the borders of inline elements. */
  readonly marked: string;
  /** The innermost block element around the line. */
  readonly block: Element;
  /** Characters of the text that are links, and all of them, white space not counted. */
  readonly linked: number;
  readonly length: number;
  /** Heading level 1 to 6, or 0. */
  readonly heading: number;
  /** What inline scripts print here. */
  readonly printed: string;
  /** Links that stand in the line. */
  readonly links: readonly Element[];
  /** The labels that it holds, once somebody has asked for them. */
  words: Words | null;
  /** The fields that it tells as a line of particulars, once somebody has asked for them. */
  fields: readonly Field[] | null;
}

/** What an article's info line, info table or closing line can say of it. */
export type Field =
  | 'published'
  | 'source'
  | 'author'
  | 'contributor'
  | 'editor'
  | 'reviewer'
  | 'indexNumber'
  | 'documentNumber'
  | 'documentDate'
  | 'issuer'
  | 'subject'
  | 'heading'
  | 'weak'
  | 'other';

/** A label and what stands behind it; `value` is empty where nothing does. */
export interface Particular {
  readonly field: Field;
  readonly label: string;
  readonly value: string;
  /** Index of the line that holds the label. */
  readonly line: number;
}

/** What one line says by itself: the label that it is and no more, or the labels with their values that it holds. */
export interface Words {
  readonly alone: string | null;
  readonly told: readonly Omit<Particular, 'line'>[];
}
