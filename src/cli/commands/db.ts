import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import type { Connection } from '../../store/database.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import { databaseUrl } from '../servers.ts';

/** `gongkai db migrate`, `gongkai db backup FILE` and `gongkai db restore FILE`. */
export function registerDb(program: Command): void {
  const db = addCommonOptions(program.command('db')).description(
    inBoth({
      zh: '照管数据库（内嵌，或 DATABASE_URL 指定的 PostgreSQL）',
      en: 'look after the store: embedded, or the PostgreSQL of DATABASE_URL',
    }),
  );
  addCommonOptions(db.command('migrate'))
    .description(inBoth({ zh: '升级到本程序的版本', en: 'bring it to this program’s version' }))
    .option(
      '--new-store',
      inBoth({ zh: '在原来有数据、现在为空的数据库里从头开始', en: 'begin anew in a database that is empty where a store was' }),
    )
    .action((_options, command: Command) => migrate(command.optsWithGlobals<MigrateOptions>()));
  addCommonOptions(db.command('backup <file>'))
    .description(
      inBoth({
        zh: '把全部数据写入一个文件，内嵌数据库与 PostgreSQL 通用',
        en: 'write all of it to one file that fits either kind of store',
      }),
    )
    .action((file: string, _options, command: Command) => backup(file, command.optsWithGlobals<CommonOptions>()));
  addCommonOptions(db.command('restore <file>'))
    .description(inBoth({ zh: '从备份文件恢复，要么全部恢复，要么不改动', en: 'put a backup in its place: all of it or nothing' }))
    .option('--force', inBoth({ zh: '替换已有数据', en: 'replace what is there' }))
    .option('--unsealed', inBoth({ zh: '接受没有本系统签章的备份', en: 'take a backup that this installation did not seal' }))
    .action((file: string, _options, command: Command) => restoreFrom(file, command.optsWithGlobals<RestoreCommandOptions>()));
}

interface MigrateOptions extends CommonOptions {
  readonly newStore?: true;
}

interface RestoreCommandOptions extends CommonOptions {
  readonly force?: true;
  readonly unsealed?: true;
}

const ROWS = inBoth({ zh: '行', en: 'rows' });

async function migrate(options: MigrateOptions): Promise<void> {
  const [{ bringUpToDate }, { assertMayBegin }, { systemClock }] = await Promise.all([
    import('../../store/migrate.ts'),
    import('../../store/known-stores.ts'),
    import('../../model/clock.ts'),
  ]);
  await withConnection(options, async (connection) => {
    await assertMayBegin(connection, options.data, options.newStore ? 'begin' : 'begin-once');
    const { from, to } = await bringUpToDate(connection, systemClock, true);
    const done =
      from === to ? `${connection.place}: ${to}，${inBoth({ zh: '已是最新', en: 'up to date' })}` : `${connection.place}: ${from} → ${to}`;
    say(options, { schema: 'gongkai.db-migrate/1', from, to }, done);
  });
}

async function backup(file: string, options: CommonOptions): Promise<void> {
  const [{ backUp }, { systemClock }, secret] = await Promise.all([
    import('../../store/backup.ts'),
    import('../../model/clock.ts'),
    ownSecret(options),
  ]);
  await withConnection(options, async (connection) => {
    const rows = await backUp(connection, file, systemClock, secret);
    say(options, { schema: 'gongkai.db-backup/1', file, rows }, `${connection.place} → ${file}（${total(rows)} ${ROWS}）`);
  });
}

async function restoreFrom(file: string, options: RestoreCommandOptions): Promise<void> {
  const [{ restore }, { systemClock }, secret] = await Promise.all([
    import('../../store/restore.ts'),
    import('../../model/clock.ts'),
    options.unsealed ? null : ownSecret(options),
  ]);
  await withConnection(options, async (connection) => {
    const rows = await restore(connection, file, { force: options.force === true, secret }, systemClock);
    say(options, { schema: 'gongkai.db-restore/1', file, rows }, `${file} → ${connection.place}（${total(rows)} ${ROWS}）`);
  });
}

async function ownSecret({ data }: CommonOptions): Promise<string> {
  const [{ installationSecret }, { systemRandomness }] = await Promise.all([import('../secret.ts'), import('../../model/randomness.ts')]);
  return installationSecret(data, systemRandomness);
}

async function withConnection(options: CommonOptions, work: (connection: Connection) => Promise<void>): Promise<void> {
  const [{ connect }, { systemClock }, { systemRandomness }] = await Promise.all([
    import('../../store/open.ts'),
    import('../../model/clock.ts'),
    import('../../model/randomness.ts'),
  ]);
  const connection = await connect({
    dataDir: options.data,
    databaseUrl: databaseUrl(),
    clock: systemClock,
    randomness: systemRandomness,
  });
  try {
    await work(connection);
  } finally {
    await connection.close();
  }
}

function total(rows: Readonly<Record<string, number>>): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

function say({ json, quiet }: CommonOptions, document: object, sentence: string): void {
  if (json) process.stdout.write(`${JSON.stringify(document)}\n`);
  else if (!quiet) process.stdout.write(`${sentence}\n`);
}
