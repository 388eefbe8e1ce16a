import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { EmbeddedDatabase } from './embedded-client.ts';

/** Both drivers answer a raw statement with `rows`. */
interface RowsHKT extends PgQueryResultHKT {
  type: Rows<this['row']>;
}
interface Rows<T> {
  readonly rows: T[];
}

/** The database as every function of the store sees it: the same over PGlite and PostgreSQL, in a transaction or not. */
export type Database = PgDatabase<RowsHKT>;

/** An open database and how to work on it from outside of drizzle. */
export interface Connection {
  readonly db: Database;
  /** In words for people: a directory, or host and database; never a password. */
  readonly place: string;
  /** Whether other processes may work on it at the same time. */
  readonly shared: boolean;
  /** The embedded database itself, for a queue that shares it; null where the database is a server. */
  readonly embedded: EmbeddedDatabase | null;
  close(): Promise<void>;
}
