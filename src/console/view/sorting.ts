import type { Cell } from '../../rows/field.ts';
import type { ConsoleContext } from '../context.ts';
import { pageAddress } from './page-address.ts';

/** `?sort=columns.3`: a table by its fourth column; with a minus before it, the other way round. */
const SORT = /^(-?)([\w-]+)\.(\d{1,2})$/;

/** What of a table is needed to put it in order. */
interface Sortable {
  readonly name: string;
  readonly columns: readonly { value(row: never): Cell }[];
  readonly rows: readonly unknown[];
  readonly shown?: readonly unknown[];
  readonly total?: number;
}

interface Order {
  /** Of the column, from 0, among all that the table describes. */
  readonly place: number;
  readonly descending: boolean;
}

/** By which column the address asks for a table, or null. Only a table whose rows are all at hand can be put in another order. */
export function orderOf(c: ConsoleContext, table: Sortable): Order | null {
  const [, minus, name, digits] = SORT.exec(c.req.query('sort') ?? '') ?? [];
  const place = Number(digits);
  if (name !== table.name || !isSortable(table) || table.columns[place] === undefined) return null;
  return { place, descending: minus === '-' };
}

export const isSortable = ({ total, rows }: Sortable): boolean => total === undefined && rows.length > 1;

/** The table in the order that the address asks for; a page of it is the same page of the new order. What is empty stands last either way. */
export function sorted<Of extends Sortable>(c: ConsoleContext, table: Of): Of {
  const order = orderOf(c, table);
  if (order === null) return table;
  const column = table.columns[order.place]!;
  const keyed = table.rows.map((row) => ({ row, key: column.value(row as never) }));
  const way = order.descending ? -1 : 1;
  keyed.sort((one, other) => Number(isEmpty(one.key)) - Number(isEmpty(other.key)) || way * compare(one.key, other.key));
  const rows = keyed.map(({ row }) => row);
  if (table.shown === undefined) return { ...table, rows };
  const from = Math.max(0, table.rows.indexOf(table.shown[0]));
  return { ...table, rows, shown: rows.slice(from, from + table.shown.length) };
}

/** The page with a table by one of its columns; by the same once more, the other way round. */
export function sortAddress(c: ConsoleContext, table: Sortable, place: number): string {
  const order = orderOf(c, table);
  const url = pageAddress(c);
  url.searchParams.set('sort', `${order?.place === place && !order.descending ? '-' : ''}${table.name}.${place}`);
  url.searchParams.delete('page');
  return `${url.pathname}${url.search}#table-${table.name}`;
}

const isEmpty = (key: Cell): boolean => key === null || key === '' || key === '—';

const BY_READING = new Intl.Collator('zh-Hans-CN', { numeric: true });

function compare(one: Cell, other: Cell): number {
  return typeof one === 'number' && typeof other === 'number' ? one - other : BY_READING.compare(String(one), String(other));
}
