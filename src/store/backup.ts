import { sql } from 'drizzle-orm';
import type { Clock } from '../model/clock.ts';
import { type BackupPart, type RowCounts, writeBackup } from './backup-file.ts';
import type { Connection, Database } from './database.ts';
import { explained, StoreError } from './errors.ts';
import { storeVersion } from './migrate.ts';
import { tablesInOrder } from './tables.ts';

/** Rows fetched at once: with evidence pages some ten megabytes. */
const FETCHED = 500;

/** Writes all of the store, as it is at one moment, to a file sealed with `secret` while others go on working on it; gives the rows per table. */
export async function backUp({ db, place }: Connection, file: string, clock: Clock, secret: string): Promise<RowCounts> {
  const rows: Record<string, number> = {};
  try {
    await db.transaction((tx) => writeBackup(file, partsOf(tx, rows, clock, place), secret), {
      isolationLevel: 'repeatable read',
      accessMode: 'read only',
    });
  } catch (error) {
    throw explained(error, place);
  }
  return rows;
}

async function* partsOf(tx: Database, rows: Record<string, number>, clock: Clock, place: string): AsyncGenerator<BackupPart> {
  const version = await storeVersion(tx);
  if (version === 0) throw new StoreError(`${place} 中没有数据可备份。`, `There is nothing to back up in ${place}.`);
  yield { kind: 'head', head: { version, createdAt: clock.now().toISOString() } };
  await tx.execute(sql`set local bytea_output = 'hex'`);
  for (const name of await tablesInOrder(tx)) {
    yield { kind: 'table', name };
    rows[name] = 0;
    for await (const json of rowsOf(tx, name)) {
      rows[name] += 1;
      yield { kind: 'row', json };
    }
  }
  yield { kind: 'end', rows };
}

/** The database writes each row's JSON itself: numbers and instants lose nothing on the way through our own types. */
async function* rowsOf(tx: Database, table: string): AsyncGenerator<string> {
  await tx.execute(
    sql`declare backup no scroll cursor for select row_to_json(kept)::text as json from gongkai.${sql.identifier(table)} as kept`,
  );
  for (;;) {
    const { rows } = await tx.execute<{ json: string }>(sql.raw(`fetch ${FETCHED} from backup`));
    for (const { json } of rows) yield json;
    if (rows.length < FETCHED) break;
  }
  await tx.execute(sql`close backup`);
}
