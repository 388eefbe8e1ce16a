import type { Day } from './day.ts';

/** A piece of a document in reading order: a line of text (usually a paragraph), or a row of a table. */
export type Block =
  | { readonly kind: 'line'; readonly text: string }
  /** Merged cells are repeated in every row and column that they cover; `table` counts the document's tables. */
  | { readonly kind: 'row'; readonly table: number; readonly cells: readonly string[] };

/** A document as people read it, whatever file it came in. */
export interface TextDocument {
  /** The title that the page or file gives itself; null where it gives none. */
  readonly title: string | null;
  /** The day shown as its publication. */
  readonly publishedOn: Day | null;
  /** Who is named as having checked it before it was published. */
  readonly reviewer: string | null;
  readonly blocks: readonly Block[];
  /** Files that hang on it, by name. */
  readonly attachments: readonly string[];
  /** Some of it could not be read: pictures, pages without text, rows beyond what is read. Left out where all was, or nobody looked. */
  readonly partial?: boolean;
}
