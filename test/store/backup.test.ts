import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { quoted } from '../../src/model/sentence.ts';
import { backUp } from '../../src/store/backup.ts';
import type { Connection } from '../../src/store/database.ts';
import { connect, openStore, type StoreOptions } from '../../src/store/open.ts';
import { restore } from '../../src/store/restore.ts';
import { tablesInOrder } from '../../src/store/tables.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { makeColumn, makeItem, makeResult, makeRun, march } from './records.ts';

const SECRET = 'a secret of this installation, long enough';

describe('a backup', () => {
  const directory = mkdtempSync(join(tmpdir(), 'gongkai-backup-'));
  const options = (name: string, databaseUrl?: string): StoreOptions => ({
    dataDir: join(directory, name),
    databaseUrl,
    clock: systemClock,
    randomness: systemRandomness,
  });
  const embedded = options('embedded');
  const file = join(directory, 'backup.gz');
  let server: PostgresServer;
  let before: unknown;

  async function on<T>(where: StoreOptions, work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await connect(where);
    return work(connection).finally(() => connection.close());
  }

  /** Everything that a store holds, as people would see it. */
  async function contents(where: StoreOptions): Promise<unknown> {
    const store = await openStore(where);
    const items = [];
    for await (const item of store.items.stream({ search: '通知' })) items.push({ ...item, text: await store.items.text(item.key) });
    const readings = await store.columns.readings(march(9));
    const pages = await Promise.all(readings.map(({ evidence }) => (evidence ? store.evidence.get(evidence) : null)));
    const seen = {
      runs: await store.runs.list(9),
      columns: await store.columns.list(),
      sightings: await store.items.sightings(),
      items,
      readings,
    };
    const rest = {
      findings: await store.findings.list('r1'),
      corrections: await store.corrections.list(),
      targets: await store.runs.targets('r1'),
    };
    await store.close();
    return { ...seen, ...rest, pages: pages.map((page) => page && { ...page, bytes: Buffer.from(page.bytes).toString('hex') }) };
  }

  beforeAll(async () => {
    server = await startPostgres();
    const store = await openStore(embedded);
    await store.runs.open(makeRun('r1', { error: quoted('行\u2028分隔\u2029符\n换行\\') }));
    await store.runs.plan('r1', [{ site: 'portal', column: 'notices' }]);
    await store.columns.save('portal', [makeColumn('portal', 'notices', { period: { years: 0, months: 6, days: 0 } })]);
    const items = Array.from({ length: 2345 }, (_, n) =>
      makeItem(`portal.example/${n}`, { confidence: n / 3, publishedOn: n % 7 ? '2024-02-28' : null }),
    );
    const bytes = new TextEncoder().encode('<html>列表'.repeat(999));
    const hash = createHash('sha256').update(bytes).digest('hex');
    await store.columns.record(
      makeResult({ evidence: hash }, items, { pages: [{ url: 'http://portal.example/', bytes, fetchedAt: march(1), contentType: null }] }),
    );
    await store.corrections.add({
      id: 'c',
      target: { item: 'portal.example/1' },
      category: 'plans',
      by: '李四',
      at: march(2),
      why: '“误”',
    });
    await store.findings.save('r1', [
      {
        kind: 'x',
        severity: 'minor',
        subject: { unit: null, site: null, column: null, url: null },
        facts: { title: '“某”' },
        basis: null,
        since: '2024-01-01',
        evidence: ['{a,"b"}', hash],
      },
    ]);
    await store.close();
    before = await contents(embedded);
    await on(embedded, (connection) => backUp(connection, file, systemClock, SECRET));
  });
  afterAll(async () => {
    await server.remove();
    rmSync(directory, { recursive: true });
  });

  it('goes from the embedded store into PostgreSQL and back, and nothing is lost or changed', async () => {
    const shared = options('unused', await server.createDatabase('there'));
    const rows = await on(shared, (connection) => restore(connection, file, { force: false, secret: SECRET }, systemClock));
    expect(rows).toMatchObject({ runs: 1, items: 2345, item_texts: 2345, sightings: 2345, evidence_pages: 1, corrections: 1, findings: 1 });
    expect(await contents(shared)).toEqual(before);

    const back = join(directory, 'back.gz');
    await on(shared, (connection) => backUp(connection, back, systemClock, SECRET));
    const returned = options('returned');
    await on(returned, (connection) => restore(connection, back, { force: false, secret: SECRET }, systemClock));
    expect(await contents(returned)).toEqual(before);
  }, 180_000);

  it('is refused by a store that holds something, unless it is to be replaced', async () => {
    const full = options('full', await server.createDatabase('full'));
    const store = await openStore(full);
    await store.runs.open(makeRun('own'));
    await store.close();
    await expect(on(full, (connection) => restore(connection, file, { force: false, secret: SECRET }, systemClock))).rejects.toThrow(
      /--force/,
    );
    await on(full, (connection) => restore(connection, file, { force: true, secret: SECRET }, systemClock));
    expect(await contents(full)).toEqual(before);
  });

  it('that was changed, cut short or is none leaves the store as it was', async () => {
    const kept = options('kept', await server.createDatabase('kept'));
    const store = await openStore(kept);
    await store.runs.open(makeRun('own'));
    await store.close();
    const text = gunzipSync(readFileSync(file)).toString();
    const damage: Record<string, Buffer> = {
      'a changed title': gzipSync(text.replace('关于portal.example/7的通知', '关于portal.example/8的通知')),
      'a lost row': gzipSync(text.replace(/\n\{[^\n]*portal\.example\/9"[^\n]*/, '')),
      'no end': gzipSync(text.split('\n').slice(0, -2).join('\n')),
      'a torn file': readFileSync(file).subarray(0, 9000),
      'no backup': Buffer.from('hello'),
      'other lines': gzipSync('hello\n'),
    };
    for (const [what, bytes] of Object.entries(damage)) {
      const damaged = join(directory, 'damaged.gz');
      writeFileSync(damaged, bytes);
      await expect(
        on(kept, (connection) => restore(connection, damaged, { force: true, secret: SECRET }, systemClock)),
        what,
      ).rejects.toThrow(/no whole backup/);
      expect(
        ((await contents(kept)) as { runs: { id: string }[] }).runs.map(({ id }) => id),
        what,
      ).toEqual(['own']);
    }
    await expect(
      on(kept, (connection) => restore(connection, join(directory, 'nowhere'), { force: true, secret: SECRET }, systemClock)),
    ).rejects.toThrow(/does not exist/);
  });

  it('that another installation made, or that somebody rewrote with a fitting digest, is refused unless it is said to be trusted', async () => {
    const place = options('foreign', await server.createDatabase('foreign'));
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
    const body = `${lines.slice(0, -1).join('\n').replace('关于portal.example/7的通知', '别的通知')}\n`;
    const { rows, seal } = JSON.parse(lines.at(-1)!)[1];
    const sha256 = createHash('sha256').update(body).digest('hex');
    for (const end of [
      { rows, sha256 },
      { rows, sha256, seal },
    ]) {
      const doctored = join(directory, 'doctored.gz');
      writeFileSync(doctored, gzipSync(`${body}${JSON.stringify(['end', end])}\n`));
      await expect(on(place, (connection) => restore(connection, doctored, { force: true, secret: SECRET }, systemClock))).rejects.toThrow(
        /seal/,
      );
      await on(place, (connection) => restore(connection, doctored, { force: true, secret: null }, systemClock));
    }
    const other = { force: true, secret: 'the secret of quite another installation' };
    await expect(on(place, (connection) => restore(connection, file, other, systemClock))).rejects.toThrow(/GONGKAI_SECRET/);
  });

  it('that would unpack to a thousand times its size is refused within a second or two', async () => {
    const bomb = join(directory, 'bomb.gz');
    const rows = Buffer.from(`${JSON.stringify({ padding: ' '.repeat(10_000_000) })}\n`);
    writeFileSync(bomb, gzipSync(Buffer.concat(Array.from({ length: 20 }, () => rows))));
    await expect(on(embedded, (connection) => restore(connection, bomb, { force: true, secret: SECRET }, systemClock))).rejects.toThrow(
      /far more than a backup/,
    );
  });

  it('is readable by its owner alone, whatever the umask', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('of a newer program is refused with a sentence', async () => {
    const newer = join(directory, 'newer.gz');
    const lines = gunzipSync(readFileSync(file)).toString().split('\n');
    writeFileSync(
      newer,
      gzipSync(['["gongkai.backup/1",{"version":999,"createdAt":"2099-01-01T00:00:00Z"}]', ...lines.slice(1)].join('\n')),
    );
    const place = options('older', await server.createDatabase('older'));
    await expect(on(place, (connection) => restore(connection, newer, { force: false, secret: SECRET }, systemClock))).rejects.toThrow(
      /newer gongkai/,
    );
  });

  it('that cannot be written leaves the last one as it is, and nothing half', async () => {
    const folder = join(directory, 'folder');
    mkdirSync(join(folder, 'b.gz.unfinished'), { recursive: true });
    copyFileSync(file, join(folder, 'b.gz'));
    await expect(on(embedded, (connection) => backUp(connection, join(folder, 'b.gz'), systemClock, SECRET))).rejects.toThrow(/directory/);
    expect(readFileSync(join(folder, 'b.gz'))).toEqual(readFileSync(file));
    await expect(on(embedded, (connection) => backUp(connection, join(directory, 'no', 'b.gz'), systemClock, SECRET))).rejects.toThrow(
      /does not exist/,
    );
    expect(existsSync(`${file}.unfinished`)).toBe(false);
  });

  it('holds every table, and no table needs more than its rows', async () => {
    await on(embedded, async ({ db }) => {
      const text = gunzipSync(readFileSync(file)).toString();
      for (const table of await tablesInOrder(db)) expect(text).toContain(`["table","${table}"]`);
      const { rows: sequences } = await db.execute(
        sql`select 1 from pg_class where relnamespace = 'gongkai'::regnamespace and relkind = 'S'`,
      );
      expect(sequences, 'a sequence would have to be set when a backup is restored').toEqual([]);
    });
  });
});
