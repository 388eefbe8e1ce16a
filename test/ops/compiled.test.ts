import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A program of two sources that is laid out as ours is. */
const root = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-compiled-')));
const real = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const shelf = join(root, 'node_modules/.cache/gongkai');
const compiledFolders = () => readdirSync(shelf).sort();
const write = (greeting: string) =>
  writeFileSync(join(root, 'src/cli/main.ts'), `const word: string = ${JSON.stringify(greeting)};\nconsole.log(word, import.meta.url);\n`);
const RUN = [
  `--input-type=module`,
  '--eval',
  `const { compiled } = await import(${JSON.stringify(join(root, 'bin/compiled.mjs'))}); await import(await compiled('main'));`,
];
const run = () => execFileSync(process.execPath, RUN, { encoding: 'utf8' }).trim();

beforeAll(() => {
  for (const folder of ['bin', 'src/cli', 'src/store', 'crawlers/reading', 'jobs', 'sample-city', 'node_modules'])
    mkdirSync(join(root, folder), { recursive: true });
  cpSync(real('bin/compiled.mjs'), join(root, 'bin/compiled.mjs'));
  cpSync(real('tsconfig.json'), join(root, 'tsconfig.json'));
  symlinkSync(real('node_modules/esbuild'), join(root, 'node_modules/esbuild'));
  for (const thread of ['crawlers/reading/reader-thread.ts', 'src/store/embedded-thread.ts'])
    writeFileSync(join(root, thread), 'export {};\n');
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the compiled program', () => {
  it('is made at the first start and taken again at the next, and a source knows its own address', () => {
    write('甲');
    const told = `甲 file://${join(root, 'src/cli/main.ts')}`;
    expect(run()).toBe(told);
    const [made] = compiledFolders();
    expect(run()).toBe(told);
    expect(compiledFolders()).toEqual([made]);
  });

  it('is made again after a change, and is what it was after the change is taken back', () => {
    const before = compiledFolders();
    write('乙');
    expect(run()).toMatch(/^乙/);
    expect(compiledFolders()).toHaveLength(2);
    write('甲');
    expect(run()).toMatch(/^甲/);
    expect(compiledFolders()).toEqual(expect.arrayContaining(before));
  });

  it('is one when several start at once, and nothing half made stays', async () => {
    write('丙');
    const before = compiledFolders().length;
    const statuses = await Promise.all(
      [1, 2, 3].map(() => new Promise((resolve) => spawn(process.execPath, RUN, { stdio: 'ignore' }).on('close', resolve))),
    );
    expect(statuses).toEqual([0, 0, 0]);
    expect(compiledFolders()).toHaveLength(before + 1);
    expect(compiledFolders().filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('keeps eight of them', () => {
    for (let n = 0; n < 9; n++) {
      write(`第${n}个`);
      run();
    }
    expect(compiledFolders()).toHaveLength(8);
  });
});
