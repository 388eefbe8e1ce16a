import type { Child } from 'hono/jsx';
import { csvLine } from '../../reports/csv.ts';
import { buildSheet } from '../../reports/sheet.ts';
import type { Cell } from '../../rows/field.ts';
import { periodIgnored } from '../asked-period.ts';
import type { ConsoleContext } from '../context.ts';
import { pageAddress } from './page-address.ts';
import { tellProblem } from './problem.tsx';
import { isSortable, orderOf, sortAddress, sorted } from './sorting.ts';

export interface TableColumn<Row> {
  readonly head: string;
  /** What an export holds, and the page where `show` says nothing else. */
  value(row: Row): Cell;
  show?(row: Row): Child;
  /** Numbers stand to the right. */
  readonly number?: boolean;
  /** May be left out where the screen is narrow. */
  readonly minor?: boolean;
  /** Stands in files only. */
  readonly filed?: boolean;
  /** A name that reads badly when it is broken. */
  readonly whole?: boolean;
}

/** A table for people that can be taken away as a file; described once for both. */
export interface Table<Row> {
  /** Name in addresses and file names. */
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  /** All rows, in order: what an export holds. */
  readonly rows: readonly Row[];
  /** The rows on this page, where that is not all of them. */
  readonly shown?: readonly Row[];
  /** How many rows there are, where `rows` holds only one page of them. */
  readonly total?: number;
  /** There are more than `total`. */
  readonly beyond?: boolean;
  /** Last line of a file that does not hold all rows. */
  readonly ends?: string;
  /** A table of few columns, one of which holds sentences: becomes a card a row too where the screen is narrow. */
  readonly wordy?: boolean;
  /** Id of a row's element: keys go from one to the next. */
  rowId?(row: Row): string;
}

// biome-ignore lint/suspicious/noExplicitAny: tables of different rows stand together, and each only meets its own rows.
export type AnyTable = Table<any>;

/** The file that the address asks for (`?table=…&format=csv`), or null where it asks for the page. */
export async function exported(c: ConsoleContext, ...tables: readonly AnyTable[]): Promise<Response | null> {
  const format = c.req.query('format');
  const found = tables.find(({ name }) => name === (c.req.query('table') ?? tables[0]?.name));
  if (found === undefined || (format !== 'csv' && format !== 'xlsx')) return null;
  // A file that was asked for of a period must not be of another one without a word.
  const ignored = periodIgnored(c);
  if (ignored !== null) return tellProblem(c, 400, c.var.words.span.ignored(ignored));
  const table = sorted(c, found);
  const head = table.columns.map((column) => column.head);
  const rows: Cell[][] = table.rows.map((row) => table.columns.map((column) => column.value(row)));
  if (table.ends !== undefined) rows.push([table.ends]);
  if (format === 'csv') return csvFile(c, table.name, `\ufeff${csvLine(head)}${rows.map(csvLine).join('')}`);
  const sheet = await buildSheet(sheetName(table.caption), head, rows);
  return c.body(new Uint8Array(sheet), 200, fileHeaders(table.name, 'xlsx'));
}

/** A CSV file to be saved. */
export function csvFile(c: ConsoleContext, name: string, text: string | ReadableStream): Response {
  return c.body(text, 200, fileHeaders(name, 'csv'));
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A file to be saved, not shown. */
export function fileHeaders(name: string, ending: keyof typeof TYPES): Record<string, string> {
  return { 'content-type': TYPES[ending], 'content-disposition': `attachment; filename="gongkai-${name}.${ending}"` };
}

/** Excel allows 31 characters and none of these in a sheet's name. */
function sheetName(caption: string): string {
  return [...caption.replace(/[[\]:*?/\\']/g, ' ')].slice(0, 31).join('');
}

/** How many rows a list has: what the number that led to it said. */
export function Total({ c, count, beyond = false }: { c: ConsoleContext; count: number; beyond?: boolean }) {
  const { words } = c.var;
  const told = count.toLocaleString('en-US');
  return <span data-total={String(count)}>{beyond ? words.table.more(told) : words.table.total(told)}</span>;
}

/** `bare`: the page itself says how many rows there are and where to take them away. */
export function TableView({ c, table: given, bare = false }: { c: ConsoleContext; table: AnyTable; bare?: boolean }) {
  const { words } = c.var;
  const table = sorted(c, given);
  const rows = table.shown ?? table.rows;
  return (
    <section class="table" id={`table-${table.name}`}>
      {!bare && (
        <div class="table-head">
          <h2>{table.caption}</h2>
          <p class="tools">
            <Total c={c} count={table.total ?? table.rows.length} beyond={table.beyond ?? false} /> <ExportLinks c={c} name={table.name} />
          </p>
        </div>
      )}
      {rows.length === 0 ? <p class="empty">{words.table.empty}</p> : <Rows c={c} table={table} rows={rows} />}
    </section>
  );
}

/** Tables with more columns than this become a card a row where the screen is narrow. */
const NARROW_COLUMNS = 4;

function Rows({ c, table, rows }: { c: ConsoleContext; table: AnyTable; rows: readonly unknown[] }) {
  const order = orderOf(c, table);
  const columns = table.columns.filter(({ filed }) => !filed);
  const isWide = table.wordy || columns.filter(({ minor }) => !minor).length > NARROW_COLUMNS;
  return (
    <section class="scroll" aria-label={table.caption} tabindex={0}>
      <table class={isWide ? 'cards' : ''}>
        <thead>
          <tr>
            {columns.map((column) => {
              const place = table.columns.indexOf(column);
              const way = order?.place === place ? ({ 'aria-sort': order.descending ? 'descending' : 'ascending' } as const) : {};
              return (
                <th scope="col" class={classOf(column)} {...way}>
                  {isSortable(table) ? <a href={sortAddress(c, table, place)}>{column.head}</a> : column.head}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr id={table.rowId?.(row)}>
              {columns.map((column) => (
                <td class={`${classOf(column)}${isNothing(column, row) ? ' nothing' : ''}`} data-head={column.head}>
                  {column.show ? column.show(row) : plain(column.value(row))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function ExportLinks({ c, name }: { c: ConsoleContext; name: string }) {
  const { words } = c.var;
  const link = (format: string) => {
    const url = pageAddress(c);
    url.searchParams.set('table', name);
    url.searchParams.set('format', format);
    return url.pathname + url.search;
  };
  return (
    <span class="exports">
      <a href={link('csv')} download>
        {words.table.csv}
      </a>{' '}
      <a href={link('xlsx')} download>
        {words.table.xlsx}
      </a>
    </span>
  );
}

function classOf(column: TableColumn<unknown>): string {
  return [column.number && 'number', column.minor && 'minor', column.whole && 'whole'].filter(Boolean).join(' ');
}

/** On a card nothing need be said of what there is nothing of. */
function isNothing({ value, show }: TableColumn<unknown>, row: unknown): boolean {
  const said = value(row);
  return said === null || said === 0 || said === '—' || (said === '' && show === undefined);
}

function plain(value: Cell): Child {
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (value === null) return '—';
  return /^\d{4}-\d{2}-\d{2}/.test(value) ? <span class="day">{value}</span> : value;
}
