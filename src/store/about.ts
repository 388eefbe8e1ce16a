import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** What a database says of itself. */
export interface AboutDatabase {
  /** For example `15.8`. */
  readonly version: string;
  /** What its clock shows. */
  readonly now: Date;
}

export async function aboutDatabase(db: Database): Promise<AboutDatabase> {
  const { rows } = await db.execute<{ version: string; now: string }>(
    sql`select current_setting('server_version') as version, to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  );
  const [row] = rows;
  if (!row) throw new Error('the database answered nothing');
  return { version: row.version, now: new Date(row.now) };
}
