import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { openStore } from '../../src/store/open.ts';
import { startPostgres } from '../servers/postgres.ts';

const ROUNDS = 4;
const ROWS = 40;

describe('kill -9 in the middle of writing', () => {
  it('loses no stored column of the embedded store and leaves none half', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-killed-'));
    await killedAgainAndAgain(dataDir, '');
    rmSync(dataDir, { recursive: true });
  }, 180_000);

  it('loses no stored column of PostgreSQL and leaves none half', async () => {
    const server = await startPostgres();
    await killedAgainAndAgain('unused', await server.createDatabase('killed'));
    await server.remove();
  }, 180_000);
});

async function killedAgainAndAgain(dataDir: string, databaseUrl: string): Promise<void> {
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    acknowledged.push(...(await writeUntilKilled(dataDir, databaseUrl, `round${round}`, 3 + round * 5)));
    const store = await openStore({ dataDir, databaseUrl, clock: systemClock, randomness: systemRandomness });
    const rows = new Map<string, number>();
    for (const { column, item } of await store.items.sightings({ sites: ['killed'] })) {
      rows.set(column, (rows.get(column) ?? 0) + 1);
      expect(item).toContain(`/${column}/`);
    }
    for (const column of acknowledged) expect(rows.get(column), column).toBe(ROWS);
    for (const [column, count] of rows) expect(count, `${column} is whole`).toBe(ROWS);
    let items = 0;
    for await (const { key } of store.items.stream({ sites: ['killed'] })) {
      if (items % ROWS === 0) expect(await store.items.text(key)).not.toBeNull();
      items += 1;
    }
    expect(items).toBe(rows.size * ROWS);
    await store.close();
  }
}

/** Starts a process that stores columns; kills it some milliseconds after it told of `columns` of them; gives those it told of. */
async function writeUntilKilled(dataDir: string, databaseUrl: string, round: string, columns: number): Promise<string[]> {
  const script = join(import.meta.dirname, 'children', 'write-columns.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, databaseUrl, round], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  const enough = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk;
      if (told.split('\n').length > columns) resolve();
    });
    child.once('exit', () => reject(new Error('it ended by itself')));
  });
  await enough;
  await sleep(columns * 3);
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await ended;
  return told.split('\n').slice(0, -1);
}
