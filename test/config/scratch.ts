import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Config, loadConfig } from '../../src/config/load.ts';
import { ConfigError, type Problem } from '../../src/config/problem.ts';

/** A configuration directory with these files; it is gone when the test is over. */
export function scratch(files: Record<string, string | Buffer>): string {
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-config-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

/** The configuration made of an estate and other files. */
export function load(estate: string, others: Record<string, string> = {}): Config {
  return loadConfig(scratch({ 'estate.yaml': estate, ...others }));
}

/** What is wrong with it; fails where nothing is. */
export function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  throw new Error('nothing was found to be wrong');
}

/** An estate of one unit and one site, with lines of columns. */
export function estateWith(...columns: string[]): string {
  return [
    'name: 某市',
    'units:',
    '  - { id: office, name: 市政府办公室, kind: office }',
    '  - { id: water, name: 市水利局, kind: department }',
    'sites:',
    '  - id: portal',
    '    unit: office',
    '    name: 门户',
    '    url: http://www.a.gov.cn/',
    ...(columns.length > 0 ? ['    columns:', ...columns.map((column) => `      - ${column}`)] : []),
    '',
  ].join('\n');
}
