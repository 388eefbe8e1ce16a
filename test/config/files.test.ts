import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig, loadRulebook } from '../../src/config/load.ts';
import { estateWith, load, problemsOf, scratch, thrown } from './scratch.ts';

describe('files that cannot be read', () => {
  it('a missing estate says what to do', () => {
    const [problem] = problemsOf(() => loadConfig(scratch({})));
    expect(problem!.file).toMatch(/estate\.yaml$/);
    expect(problem!.mend).toContain('gongkai demo');
  });

  it('a missing directory is named as such', () => {
    expect(problemsOf(() => loadConfig('/no/such/place'))[0]!.given).toContain('no such directory');
  });

  it('a file where the directory should be is named as such', () => {
    const dir = scratch({ 'estate.yaml': estateWith() });
    expect(problemsOf(() => loadConfig(join(dir, 'estate.yaml')))[0]!.given).toContain('not a directory');
  });

  it('a directory where the estate should be is named as such', () => {
    const dir = scratch({});
    mkdirSync(join(dir, 'estate.yaml'));
    expect(problemsOf(() => loadConfig(dir))[0]!.given).toContain('a directory');
  });

  it('a file in GBK is told from broken YAML', () => {
    const gbk = Buffer.from([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xb9, 0xe3, 0xcb, 0xae, 0x0a]);
    const [problem] = problemsOf(() => loadConfig(scratch({ 'estate.yaml': gbk })));
    expect(problem!.mend).toContain('GBK');
  });

  it('a file with a byte order mark is read', () => {
    expect(load(`\ufeff${estateWith()}`).estate.name).toBe('某市');
  });

  it('a huge file is refused before it is parsed', () => {
    const dir = scratch({});
    writeFileSync(join(dir, 'estate.yaml'), Buffer.alloc(9 * 1024 * 1024, 0x23));
    expect(problemsOf(() => loadConfig(dir))[0]!.expected).toContain('bytes');
  });

  it('broken YAML is told with line and column', () => {
    const [problem] = problemsOf(() => load('name: 某市\nunits:\n  - { id: a, name: "没有收尾\n'));
    expect(problem!.line).toBeGreaterThanOrEqual(3);
  });

  it('aliases that blow up are refused', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
    ];
    const [problem] = problemsOf(() => load(`${bomb.join('\n')}\n`));
    expect(problem!.expected).toContain('aliases');
  });

  it('brackets nested by the thousand are refused, not a crash', () => {
    expect(problemsOf(() => load(`name: ${'['.repeat(50_000)}`)).length).toBeGreaterThan(0);
  });

  it('an empty estate is told what is missing', () => {
    expect(problemsOf(() => load(''))[0]!.expected).toContain('key: value');
  });

  it('a value with control characters is shown on one line, without them', () => {
    const [problem] = problemsOf(() => load(estateWith('{ id: "a\\e[31m\\nb", name: 栏目, url: /a/ }')));
    expect(problem!.given).not.toMatch(/[\u0000-\u001f]/);
  });
});

describe('the directory and the bundled files', () => {
  it('a rulebook needs neither directory nor estate', () => {
    const book = loadRulebook('/no/such/place');
    expect(book.taxonomy.categories).toHaveLength(22);
    expect(book.pack.id).toBe('national-2019');
  });

  it('a file of the same name takes the place of the bundled one', () => {
    const calendar =
      'year: 2026\nnotices: [{ number: 某号, date: 2025-11-04 }]\nholidays: [{ name: 元旦, from: 2026-01-01, to: 2026-01-01 }]\n';
    const { calendar: years, files } = load(estateWith(), {
      'calendar/2026.yaml': calendar,
      'calendar/2027.yaml': calendar.replaceAll('2026', '2027'),
    });
    expect(years.find((one) => one.year === 2026)!.holidays).toEqual(['2026-01-01']);
    expect(years.at(-1)!.year).toBe(2027);
    expect(files.filter((file) => file.endsWith('calendar/2026.yaml'))).toHaveLength(1);
  });

  it('a taxonomy of one’s own may do without some categories, although the bundled packs name them', () => {
    const taxonomy =
      'classes: [{ id: all, name: 全部 }]\nkeyAreas: []\ncategories: [{ id: notices, name: 通知, definition: 通知, class: all, period: P6M, basis: 本地, columnNames: [], titleWords: [] }]\n';
    expect(
      load(estateWith('{ id: a, name: 通知, url: /a/, category: notices }'), { 'taxonomy.yaml': taxonomy }).taxonomy.categories,
    ).toHaveLength(1);
    expect(
      problemsOf(() => load(estateWith('{ id: a, name: 动态, url: /a/, category: work-updates }'), { 'taxonomy.yaml': taxonomy }))[0]!.key,
    ).toBe('sites[0].columns[0].category');
  });

  it('a file whose name does not end in .yaml is not read, and that is said', () => {
    expect(load(estateWith(), { 'rules/local.yml': 'id: local' }).warnings[0]!.message.zh).toContain('.yaml');
  });

  it('the shipped example estate is valid and raises no doubt', () => {
    expect(loadConfig('config').warnings).toEqual([]);
  });
});

it('the message of the error holds every problem with its place', () => {
  const { problems, message } = thrown(() =>
    load(estateWith('{ id: a, name: 一, url: ftp://x/ }', '{ id: b, name: 二, url: /b/, period: weekly }')),
  );
  for (const problem of problems) expect(message).toContain(`${problem.file}:${problem.line}:${problem.column}  ${problem.key}`);
  expect(message).toContain('2 things');
});
