import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { estateWith, scratch } from './scratch.ts';

function gongkai(...args: string[]) {
  return spawnSync(process.execPath, ['bin/gongkai.mjs', 'config', ...args], { encoding: 'utf8' });
}

describe('gongkai config check', () => {
  it('says what is watched and which rules still want checking', () => {
    const { status, stdout, stderr } = gongkai('check');
    expect([status, stderr]).toEqual([0, '']);
    for (const word of ['示例市', 'national-2019', '信息公开目录 16', '2017–2026']) expect(stdout).toContain(word);
  });

  it('prints one JSON document and nothing else', () => {
    const { status, stdout } = gongkai('check', '--json');
    const report = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(report).toMatchObject({
      schema: 'gongkai.config-check/1',
      ok: true,
      problems: [],
      units: { total: 3 },
      sites: { total: 2, discovered: 1 },
    });
    expect(report.rulePack.verified + report.rulePack.unverified.length).toBe(report.rulePack.rules);
  });

  it('ends with 2 and every problem on standard error, or as JSON on standard output', () => {
    const dir = scratch({
      'estate.yaml': estateWith('{ id: a, name: 一, url: ftp://x/ }', '{ id: b, name: 二, url: /b/, period: weekly }'),
    });
    const spoken = gongkai('check', '--config', dir);
    expect([spoken.status, spoken.stdout]).toEqual([2, '']);
    expect(spoken.stderr).toContain('estate.yaml:11:');
    expect(spoken.stderr).toContain('estate.yaml:12:');
    const written = gongkai('check', '--json', '--config', dir);
    expect(written.status).toBe(2);
    expect(JSON.parse(written.stdout)).toMatchObject({
      ok: false,
      problems: [
        { line: 11, key: 'sites[0].columns[0].url', given: '"ftp://x/"' },
        { line: 12, key: 'sites[0].columns[1].period', given: '"weekly"' },
      ],
    });
  });
});

describe('gongkai config schema', () => {
  it('prints the schema of a form, and says which forms there are', () => {
    expect(JSON.parse(gongkai('schema', 'estate').stdout)).toHaveProperty('properties.sites');
    const wrong = gongkai('schema', 'estates');
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('taxonomy');
  });

  it('writes all of them beside the configuration', () => {
    const dir = scratch({});
    expect(gongkai('schema', '--write', '--config', dir).status).toBe(0);
    expect(existsSync(join(dir, 'schema'))).toBe(true);
    expect(readdirSync(join(dir, 'schema')).sort()).toEqual(
      ['calendar', 'estate', 'rules', 'taxonomy'].map((form) => `${form}.schema.json`),
    );
  });
});
