import type { Config } from '../config/load.ts';
import type { Language, Sentence } from '../model/sentence.ts';
import { type Names, namesOf } from './names.ts';

/** What one cell of a table, a CSV or an Excel file holds; null: there is nothing to say. */
export type Cell = string | number | null;

/** For whom rows are written: in which language, with names that people know instead of ids. */
export interface Reader {
  readonly language: Language;
  readonly names: Names;
}

export function readerOf(config: Config, language: Language): Reader {
  return { language, names: namesOf(config, language) };
}

/**
 * One column of a table, said once for pages, the terminal, CSV and Excel: its heading, and what it says of a row. An outlet chooses
 * the fields that it shows and says of each only how it looks there: a link, a colour, how narrow it may become.
 */
export interface Field<Row> {
  readonly head: Sentence;
  /** Numbers stand to the right. */
  readonly number?: true;
  value(row: Row, reader: Reader): Cell;
}

/** The first line of a file of these fields. */
export function headsOf(fields: readonly Field<never>[], { language }: Reader): string[] {
  return fields.map(({ head }) => head[language]);
}

/** What the fields say of a row. */
export function cellsOf<Row>(fields: readonly Field<Row>[], row: Row, reader: Reader): Cell[] {
  return fields.map((field) => field.value(row, reader));
}
