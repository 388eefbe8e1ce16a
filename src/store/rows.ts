import {
  count,
  getTableColumns,
  type InferInsertModel,
  type InferSelectModel,
  inArray,
  type SQL,
  type SQLWrapper,
  type Subquery,
  sql,
} from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';

/**
 * Rows handed to a statement as one JSON parameter: drivers bound the number of parameters (65,535) but not their length,
 * and one long text costs a fraction of ten thousand short ones. Columns of type bytea do not travel this way.
 */
export function recordset<T extends PgTable>(table: T, rows: readonly Partial<InferInsertModel<T>>[]): SQL {
  const names = Object.entries(getTableColumns(table)).map(([key, column]) => [key, column.name] as const);
  const records = rows.map((row) => Object.fromEntries(names.map(([key, name]) => [name, (row as Record<string, unknown>)[key] ?? null])));
  return sql`json_populate_recordset(null::${table}, ${storable(JSON.stringify(records))}::json)`;
}

/** `select` of all columns of a recordset, in the order in which an insert names them. */
export function selectAll<T extends PgTable>(table: T, rows: readonly InferInsertModel<T>[]): SQL {
  const columns = Object.values(getTableColumns(table)).map((column) => sql.identifier(column.name));
  return sql`select ${sql.join(columns, sql`, `)} from ${recordset(table, rows)} as given`;
}

/**
 * Many rows as one JSON value, in the order given: drivers take each value of each row apart, which costs four times what
 * parsing the same as one text does. `instants` names the fields that come out as Date.
 */
export function jsonRows<Row extends object>(
  fields: Readonly<Record<keyof Row, SQLWrapper>>,
  instants: readonly (keyof Row)[],
  order?: SQL,
): SQL<Row[]> {
  const names = Object.keys(fields) as (keyof Row)[];
  const values = sql.join(
    names.map((name) => sql`${fields[name]}`),
    sql`, `,
  );
  const places = instants.map((name) => names.indexOf(name));
  const decode = (rows: unknown[][] | null): Row[] =>
    (rows ?? []).map((row) => {
      for (const place of places) if (row[place] !== null) row[place] = new Date(row[place] as string);
      return Object.fromEntries(names.map((name, place) => [name, row[place]])) as Row;
    });
  return sql`json_agg(json_build_array(${values})${order ? sql` order by ${order}` : sql``})`.mapWith(decode);
}

/** For ON CONFLICT: these columns take the value of the row that was to be inserted; all but `kept` where none are named. */
export function replacing<T extends PgTable>(table: T, kept: readonly (keyof InferSelectModel<T>)[]): Record<string, SQL> {
  const replaced = Object.entries(getTableColumns(table)).filter(([key]) => !(kept as readonly string[]).includes(key));
  return Object.fromEntries(replaced.map(([key, column]) => [key, excluded(column.name)]));
}

/** The value that was to be inserted, in ON CONFLICT. */
export function excluded(column: string): SQL {
  return sql`excluded.${sql.identifier(column)}`;
}

/**
 * PostgreSQL holds neither U+0000 nor half of a surrogate pair, and crawled text may hold both: both become U+FFFD.
 * `JSON.stringify` writes them as escapes of six characters; any other escape, an escaped backslash too, stays as it is.
 */
function storable(json: string): string {
  if (!json.includes('\\u')) return json;
  return json.replace(/\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g, (written) => (written.length === 6 ? '\ufffd' : written));
}

/** Texts as one parameter, however many they are: the right side of IN. */
export function listed(texts: Iterable<string>): SQL {
  return sql`(select json_array_elements_text(${storable(JSON.stringify([...texts]))}::json))`;
}

/** Text fit for a parameter of its own. */
export function storableText(text: string): string {
  return text.includes('\u0000') ? text.replaceAll('\u0000', '\ufffd') : text;
}

/** Narrows by what a person named; an empty list narrows nothing. */
export function among(column: Parameters<typeof inArray>[0], values: readonly string[] | undefined): SQL | undefined {
  return values && values.length > 0 ? inArray(column, [...values]) : undefined;
}

/** How many rows a query finds that goes no further than some number. */
export async function countedRows(db: Database, found: { as(alias: string): Subquery }): Promise<number> {
  const [counted] = await db.select({ count: count() }).from(found.as('found'));
  return counted?.count ?? 0;
}
