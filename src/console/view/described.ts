import type { Field, Reader } from '../../rows/field.ts';
import type { TableColumn } from './table.tsx';

/** A field of a row as a column of a page and its files; `looks` is what only the page says of it. */
export function described<Described, Row extends Described>(
  reader: Reader,
  { head, value, number }: Field<Described>,
  looks: Omit<TableColumn<Row>, 'head' | 'value' | 'number'> = {},
): TableColumn<Row> {
  return { head: head[reader.language], value: (row) => value(row, reader), ...(number && { number }), ...looks };
}
