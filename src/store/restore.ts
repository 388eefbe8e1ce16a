import { sql } from 'drizzle-orm';
import type { Clock } from '../model/clock.ts';
import { type RowCounts, readBackup } from './backup-file.ts';
import type { Connection, Database } from './database.ts';
import { explained, StoreError } from './errors.ts';
import { migrateWithin, newestVersion, storeVersion } from './migrate.ts';
import { isEmpty, tablesInOrder } from './tables.ts';

/** A statement's share of rows: enough that statements cost little, little enough that a million rows pass through. */
const BATCH_ROWS = 1_000;
const BATCH_CHARACTERS = 8_000_000;

/** How a backup is to be restored. */
export interface RestoreOptions {
  /** Replaces what the store holds. */
  readonly force: boolean;
  /** The secret that the backup must be sealed with; null takes one of anybody. */
  readonly secret: string | null;
}

/**
 * Puts a backup in the place of what the store holds, in one transaction: whatever goes wrong, the store is as it was.
 * A store that holds something is refused unless `force`. A backup of an older version is migrated on the way.
 */
export async function restore(
  { db, place }: Connection,
  file: string,
  { force, secret }: RestoreOptions,
  clock: Clock,
): Promise<RowCounts> {
  try {
    await checkFile(file, secret);
    return await db.transaction(async (tx) => {
      if (!force && (await storeVersion(tx)) > 0 && !(await isEmpty(tx))) {
        throw new StoreError(
          `${place} 中已有数据。恢复会用备份替换全部数据；确定要这样做，请加 --force。`,
          `${place} holds data already. Restoring replaces all of it by the backup; if you mean that, add --force.`,
        );
      }
      await tx.execute(sql`drop schema if exists gongkai cascade`);
      const rows = await load(tx, file, secret, clock);
      await migrateWithin(tx, clock, await newestVersion());
      return rows;
    });
  } catch (error) {
    throw explained(error, place);
  }
}

/** A file that is damaged or from a newer program is found out before a table is touched. */
async function checkFile(file: string, secret: string | null): Promise<void> {
  const known = await newestVersion();
  for await (const part of readBackup(file, secret)) {
    if (part.kind !== 'head' || part.head.version <= known) continue;
    throw new StoreError(
      `${file} 由更新版本的 gongkai 备份（版本 ${part.head.version}，本程序只认识到 ${known}）。请升级 gongkai 后再恢复。`,
      `${file} was made by a newer gongkai (version ${part.head.version}; this program knows ${known}). Upgrade gongkai, then restore.`,
    );
  }
}

async function load(tx: Database, file: string, secret: string | null, clock: Clock): Promise<RowCounts> {
  let tables: readonly string[] = [];
  let table = '';
  let batch: string[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await insert(tx, table, batch);
    batch = [];
    characters = 0;
  };
  for await (const part of readBackup(file, secret)) {
    if (part.kind === 'row') {
      batch.push(part.json);
      characters += part.json.length;
      if (batch.length >= BATCH_ROWS || characters >= BATCH_CHARACTERS) await flush();
    } else if (part.kind === 'table') {
      await flush();
      table = part.name;
      if (!tables.includes(table)) throw new Error(`${file} holds a table that its version does not have: ${table}`);
    } else if (part.kind === 'head') {
      await migrateWithin(tx, clock, part.head.version);
      tables = await tablesInOrder(tx);
    } else {
      await flush();
      await verify(tx, part.rows);
      return part.rows;
    }
  }
  throw new Error(`${file} ends early`);
}

async function insert(tx: Database, name: string, rows: readonly string[]): Promise<void> {
  const table = sql`gongkai.${sql.identifier(name)}`;
  await tx.execute(sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${`[${rows.join(',')}]`}::json)`);
}

async function verify(tx: Database, expected: RowCounts): Promise<void> {
  for (const [name, count] of Object.entries(expected)) {
    const { rows } = await tx.execute<{ count: number }>(sql`select count(*)::int as count from gongkai.${sql.identifier(name)}`);
    if (rows[0]?.count !== count) throw new Error(`table ${name} came out with ${rows[0]?.count} rows instead of ${count}`);
  }
}
