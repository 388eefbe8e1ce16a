import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { clockFrom } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { openStore } from '../../src/store/open.ts';
import { copyPrepared, keepPrepared, preparedStore } from '../../src/store/prepared-store.ts';
import { makeRun } from './records.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-prepared-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...parts: string[]) => join(folder, ...parts);

it('a store that is a copy was made when it was opened first, is empty, and holds nothing of any other', async () => {
  const open = (name: string, day: string) =>
    openStore({ dataDir: at(name), clock: clockFrom(new Date(`${day}T08:00:00Z`)), randomness: systemRandomness });
  for (const [name, day] of [
    ['one', '2025-03-01'],
    ['other', '2026-07-01'],
  ] as const) {
    const store = await open(name, day);
    expect(store.madeAt.toISOString().slice(0, 10)).toBe(day);
    expect(await store.runs.list(10)).toEqual([]);
    await store.runs.open(makeRun(name));
    await store.close();
  }
  expect(existsSync(await preparedStore())).toBe(true);
  const again = await open('one', '2026-08-01');
  expect(again.madeAt.toISOString().slice(0, 10)).toBe('2025-03-01');
  expect((await again.runs.list(10)).map(({ id }) => id)).toEqual(['one']);
  await again.close();
});

it('what is kept is whole or not there, and is kept once', async () => {
  mkdirSync(at('files', 'base'), { recursive: true });
  writeFileSync(at('files', 'base', '1'), 'a table');
  writeFileSync(at('files', 'postmaster.pid'), '1');
  const prepared = at('shelf', 'abc');
  expect(copyPrepared(prepared, at('copy'))).toBe(false);
  await expect(keepPrepared(at('files'), prepared, () => Promise.reject(new Error('the disk broke')))).rejects.toThrow('the disk broke');
  expect(readdirSync(at('shelf'))).toEqual([]);
  await Promise.all([1, 2].map(() => keepPrepared(at('files'), prepared, async () => undefined)));
  expect(readdirSync(at('shelf'))).toEqual(['abc']);
  expect(copyPrepared(prepared, at('copy'))).toBe(true);
  expect(readdirSync(at('copy'))).toEqual(['base']);
  expect(readFileSync(at('copy', 'base', '1'), 'utf8')).toBe('a table');
});

it('where the installation may not be written, nothing is kept and nothing is said', async () => {
  const error = Object.assign(new Error('read-only'), { code: 'EROFS' });
  await keepPrepared(at('files'), at('shelf', 'def'), () => Promise.reject(error));
  expect(existsSync(at('shelf', 'def'))).toBe(false);
});
