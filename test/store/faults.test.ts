import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { bringUpToDate, migrateWithin, newestVersion } from '../../src/store/migrate.ts';
import { connect, openStore } from '../../src/store/open.ts';
import { freePort } from '../servers/binaries.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { makeItem, makeResult, makeRun, march } from './records.ts';

const directory = mkdtempSync(join(tmpdir(), 'gongkai-faults-'));
const newest = await newestVersion();
const at = (dataDir: string, databaseUrl?: string) => ({ dataDir, databaseUrl, clock: systemClock, randomness: systemRandomness });
const said = (opening: Promise<unknown>) =>
  opening.then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );

afterAll(() => rmSync(directory, { recursive: true }));

describe('an embedded directory', () => {
  it('that is a file, or lies below one, is named as such', async () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    expect(await said(openStore(at(file)))).toMatch(/^StoreError.*是一个文件.*\n.*is a file and no directory/);
    expect(await said(openStore(at(join(file, 'below'))))).toMatch(/^StoreError.*\n.*is a file and no directory/);
  });

  it.runIf(process.getuid?.() !== 0)('that cannot be written is named as such', async () => {
    const closed = join(directory, 'closed');
    mkdirSync(closed, { mode: 0o500 });
    expect(await said(openStore(at(closed)))).toMatch(/^StoreError.*没有权限.*\n.*No permission/);
  });

  it.runIf(process.getuid?.() === 0)(
    'on a full disk is named as such, and what was stored before stays',
    async () => {
      const disk = join(directory, 'disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=240m', 'tmpfs', disk]);
      try {
        const store = await openStore(at(join(disk, 'data')));
        await store.runs.open(makeRun('r1'));
        const { bavail, bsize } = statfsSync(disk);
        writeFileSync(join(disk, 'something else'), Buffer.alloc(bavail * bsize - 100_000_000, 1));
        let stored = 0;
        const write = () => {
          const page = { url: 'http://full.example/', bytes: randomBytes(3_000_000), fetchedAt: march(1), contentType: null };
          return said(store.columns.record(makeResult({ column: `c${stored}` }, [makeItem(`full/${stored}`)], { pages: [page] })));
        };
        let answer = await write();
        for (; answer === 'done'; answer = await write()) stored += 1;
        expect(answer).toMatch(/^StoreError.*磁盘已满.*只剩 \d+ MB.*\n.*disk is full/);
        expect(await said(openStore(at(join(disk, 'second'))))).toMatch(/^StoreError.*磁盘已满/);
        rmSync(join(disk, 'something else'));
        expect(await write()).toBe('done');
        await store.close();
        const again = await openStore(at(join(disk, 'data')));
        expect(stored).toBeGreaterThan(3);
        expect(await again.columns.readings(march(9))).toHaveLength(stored + 1);
        expect(await again.items.sightings()).toHaveLength(stored + 1);
        await again.close();
      } finally {
        execFileSync('umount', ['-l', disk]);
      }
    },
    180_000,
  );
});

describe('a disk that is read only', () => {
  it.runIf(process.getuid?.() === 0)('is named as such', async () => {
    const disk = join(directory, 'read-only');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', disk]);
    try {
      expect(await said(openStore(at(join(disk, 'data'))))).toMatch(/^StoreError.*没有权限.*\n.*No permission/);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

describe('a PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  const shared = (url: string) => openStore(at('unused', url));

  it('that nobody listens for is said to be out of reach, and its password is never shown', async () => {
    const url = `postgres://me:secret-word@127.0.0.1:${await freePort()}/gongkai`;
    const message = await said(shared(url));
    expect(message).toMatch(/^StoreError.*连接不上数据库 127\.0\.0\.1:\d+\/gongkai.*\n.*cannot be reached/);
    expect(message).not.toContain('secret-word');
  });

  it('whose password, database or address is wrong says which', async () => {
    const url = server.url('postgres');
    expect(await said(shared(url.replace(/:[^:@]+@/, ':wrong@')))).toMatch(/^StoreError.*\n.*does not accept this user name or password/);
    expect(await said(shared(url.replace(/:[^:@]+@/, '@')))).toMatch(/^StoreError.*\n.*does not accept this user name or password/);
    expect(await said(shared(server.url('nowhere')))).toMatch(/^StoreError.*\n.*does not exist/);
    expect(await said(shared('mysql://me@host/db'))).toMatch(/^StoreError.*\n.*is no PostgreSQL address/);
    expect(await said(shared('postgres://me@no-such-host.invalid/db'))).toMatch(
      /^StoreError.*\n.*(host name .* is unknown|cannot be reached)/,
    );
  });

  it('that is empty where a store was is refused, until somebody says to begin anew or restores a backup', async () => {
    const url = await server.createDatabase('emptied');
    const [memory, another] = ['memory-', 'another-'].map((name) => mkdtempSync(join(directory, name)));
    const opened = async (dataDir = memory!) => (await openStore({ ...at(dataDir, url), whenEmpty: 'begin-once' })).close();
    await opened();
    await opened();
    await server.replaceByEmpty('emptied');
    expect(await said(opened())).toMatch(
      /^StoreError.*空的.*--new-store.*\n.*is empty, but a store of gongkai should be here.*--new-store/,
    );
    expect(await said(openStore({ ...at(another!, url), whenEmpty: 'refuse' }))).toMatch(/^StoreError/);
    // Who was never here begins one, as somebody does who says so.
    await opened(another);
    await opened();
  });

  it('whose user may create nothing says what to grant', async () => {
    const url = await server.createDatabase('closed');
    const connection = await connect(at('unused', url));
    await connection.db.execute(sql.raw(`create role guest login password 'guest'`));
    await connection.close();
    expect(await said(shared(url.replace(/gongkai:[^@]+/, 'guest:guest')))).toMatch(/^StoreError.*\n.*GRANT CREATE ON DATABASE/);
  });

  it('with a store of a newer program is not touched', async () => {
    const url = await server.createDatabase('newer');
    await (await shared(url)).close();
    const connection = await connect(at('unused', url));
    await connection.db.execute(sql.raw(`insert into gongkai.migrations values (999, 'tomorrow', now())`));
    expect(await said(shared(url))).toMatch(/^StoreError.*请升级 gongkai.*\n.*written by a newer gongkai \(version 999/);
    expect(await said(bringUpToDate(connection, systemClock, true))).toMatch(/newer gongkai/);
    await connection.close();
  });

  it.runIf(newest > 1)('with a store of an older program is migrated when somebody asks, not by chance', async () => {
    const url = await server.createDatabase('older');
    const connection = await connect(at('unused', url));
    await connection.db.transaction((tx) => migrateWithin(tx, systemClock, 1));
    expect(await said(shared(url))).toMatch(/^StoreError.*gongkai db migrate.*\n.*of version 1/);
    expect(await bringUpToDate(connection, systemClock, true)).toEqual({ from: 1, to: newest });
    await connection.close();
    await (await shared(url)).close();
  });

  it('is made by many who come at the same time', async () => {
    const url = await server.createDatabase('crowd');
    const stores = await Promise.all(Array.from({ length: 6 }, () => shared(url)));
    expect((await Promise.all(stores.map((store) => store.runs.open(makeRun('same'))))).every(({ created }) => created)).toBe(true);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('that restarts in the middle of writing, again and again, loses nothing, and nobody notices', async () => {
    const store = await shared(await server.createDatabase('restarted'));
    await store.runs.open(makeRun('r1'));
    let columns = 0;
    for (let restarts = 0; restarts < 5; restarts++) {
      let isUnderWay = true;
      const restarting = server.restart().finally(() => {
        isUnderWay = false;
      });
      for (let written = 0; written < 10 || isUnderWay; written++, columns++) {
        await store.columns.record(
          makeResult({ column: `c${columns}` }, [makeItem(`restart/${columns}/1`), makeItem(`restart/${columns}/2`)]),
        );
      }
      await restarting;
    }
    expect(await store.items.sightings()).toHaveLength(columns * 2);
    await store.close();
  });
});
