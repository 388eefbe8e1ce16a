import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type Config, loadConfig } from '../../src/config/load.ts';
import { ConfigError, type Problem } from '../../src/config/problem.ts';
import { inBoth } from '../../src/model/sentence.ts';

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

/** A problem as it is printed: what stands there, what should, and how to mend it in both languages. */
type Printed = Omit<Problem, 'given' | 'expected' | 'mend'> & Record<'expected' | 'mend', string> & { readonly given: string | null };

/** What is wrong with it; fails where nothing is, or where one of the two languages holds the other. */
export function problemsOf(work: () => unknown): readonly Printed[] {
  return thrown(work).problems.map((problem) => {
    for (const { zh, en } of [problem.expected, problem.mend]) {
      expect(zh).not.toContain(' · ');
      expect(en).not.toMatch(/[\u3002\uff0c\uff1b]| · /);
    }
    const { given, expected, mend, ...place } = problem;
    return { ...place, given: given && inBoth(given), expected: inBoth(expected), mend: inBoth(mend) };
  });
}

/** The error of a configuration that cannot be used; fails where it can. */
export function thrown(work: () => unknown): ConfigError {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error;
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
