import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import type { Clock } from '../model/clock.ts';
import type { Connection, Database } from './database.ts';
import { explained, StoreError } from './errors.ts';
import { migrations } from './schema/migrations.ts';

const DIRECTORY = new URL('migrations/', import.meta.url);
const FILE = /^(\d{4})_([\w-]+)\.sql$/;
/** What drizzle-kit writes between statements. */
const BREAKPOINT = '--> statement-breakpoint';
/** Any number, so long as everybody who migrates waits for the same one. */
const ADVISORY_LOCK = 7_063_201_807;

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/** The version of the store that this program makes: the number of its last migration, counted from 1. */
export async function newestVersion(): Promise<number> {
  return (await readMigrations()).at(-1)?.version ?? 0;
}

/** The version of a store; 0: nothing is there yet. */
export async function storeVersion(db: Database): Promise<number> {
  // Not to_regclass: it may answer from before the wait for somebody else's migration.
  const { rows } = await db.execute(sql`select 1 from pg_tables where schemaname = 'gongkai' and tablename = 'migrations'`);
  if (rows.length === 0) return 0;
  const [newest] = await db.select({ version: sql<number>`coalesce(max(${migrations.version}), 0)::int` }).from(migrations);
  return newest?.version ?? 0;
}

/** Takes a store up to `upTo` in the transaction it is given, one migration after the other. */
export async function migrateWithin(tx: Database, clock: Clock, upTo: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`);
  const from = await storeVersion(tx);
  for (const { version, name, statements } of (await readMigrations()).filter(({ version }) => version > from && version <= upTo)) {
    for (const statement of statements) await tx.execute(sql.raw(statement));
    await tx.insert(migrations).values({ version, name, appliedAt: clock.now() });
  }
}

/**
 * Brings an opened store to this program's version, or says why not. A new or embedded store is migrated at once; a shared one
 * with something in it only when somebody asks (`gongkai db migrate`), since older workers may still be at work on it.
 */
export async function bringUpToDate(connection: Connection, clock: Clock, asked: boolean): Promise<{ from: number; to: number }> {
  const from = await storeVersion(connection.db);
  const to = await newestVersion();
  if (from > to) {
    throw new StoreError(
      `${connection.place} 由更新版本的 gongkai 写成（版本 ${from}，本程序只认识到 ${to}）。请升级 gongkai；数据未作任何改动。`,
      `${connection.place} was written by a newer gongkai (version ${from}; this program knows ${to}). Upgrade gongkai; nothing was changed.`,
    );
  }
  if (from < to && from > 0 && connection.shared && !asked) {
    throw new StoreError(
      `数据库 ${connection.place} 是旧版本（${from}，需要 ${to}）。请先备份，停下其他进程，再运行 gongkai db migrate。`,
      `The database ${connection.place} is of version ${from}, this program needs ${to}. Back it up, stop the other processes and run gongkai db migrate.`,
    );
  }
  if (from < to) {
    await connection.db
      .transaction((tx) => migrateWithin(tx, clock, to))
      .catch((error) => {
        throw explained(error, connection.place);
      });
  }
  return { from, to };
}

/** A store that is a copy was made when it was copied, not when what it is a copy of was. */
export async function stampAsNew(db: Database, clock: Clock): Promise<void> {
  await db.update(migrations).set({ appliedAt: clock.now() });
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(DIRECTORY)).filter((name) => FILE.test(name)).sort();
  return Promise.all(
    names.map(async (file) => {
      const [, number, name] = FILE.exec(file) as unknown as [string, string, string];
      const text = await readFile(new URL(file, DIRECTORY), 'utf8');
      return { version: Number(number) + 1, name, statements: text.split(BREAKPOINT) };
    }),
  );
}
