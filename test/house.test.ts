import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['src', 'crawlers', 'jobs'].flatMap((room) => filesIn(join(ROOT, room))).filter((file) => /\.(?:ts|tsx|mjs)$/.test(file));

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

/** Files whose code, comments left out, holds the pattern. */
function filesWith(pattern: RegExp, allowed: readonly string[]): string[] {
  return SOURCES.map((file) => relative(ROOT, file))
    .filter((file) => !allowed.includes(file))
    .filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')));
}

describe('the house', () => {
  it('asks only the clock for the time', () => {
    expect(filesWith(/\bDate\.now\(|new Date\(\)|performance\.now\(/, ['src/model/clock.ts'])).toEqual([]);
  });

  it('takes chance only from the module for it', () => {
    expect(filesWith(/\bMath\.random\(|\brandomUUID\(|\brandomBytes\(/, ['src/model/randomness.ts'])).toEqual([]);
  });

  it('opens sockets to sites only in the door; the sample city only listens', () => {
    const found = filesWith(/\bfetch\(['"`]http|from ['"](?:node:)?https?['"]|from ['"]undici['"]/, []);
    expect(found.filter((file) => !file.startsWith('crawlers/door/') && !file.startsWith('src/sample-city/'))).toEqual([]);
  });

  it('has no unfinished work in its sources', () => {
    expect(filesWith(/\bTODO\b|\bFIXME\b|\bXXX\b/, [])).toEqual([]);
  });
});
