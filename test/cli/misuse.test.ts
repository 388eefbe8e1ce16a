import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complaint, configAt, gongkaiHere, goodEstate, useFolder } from './estate.ts';

const at = useFolder();
const good = configAt(at('good'), goodEstate());
const where = ['--config', good, '--data', at('data')];
const column = (text: string) => goodEstate().replace('{ id: tzgg, name: 通知公告, url: /tzgg/, category: notices }', text);

describe('a mistake in the configuration ends with 2 and says file, line, key and what was expected', () => {
  it.each([
    ['it is no YAML', 'name: [清源市\nsites: x', ['estate.yaml:']],
    [
      'an unknown category',
      column('{ id: tzgg, name: 通知公告, url: /tzgg/, category: notice }'),
      ['estate.yaml:11', 'category', 'notices'],
    ],
    ['two columns with one id', column('{ id: a, name: 一, url: /a/ }\n      - { id: a, name: 二, url: /b/ }'), ['estate.yaml:12', 'id']],
    ['a URL without scheme', goodEstate('www.example.gov.cn/'), ['estate.yaml:9', 'url', 'http']],
    [
      'a period that is no duration',
      column('{ id: tzgg, name: 通知公告, url: /tzgg/, period: 两周 }'),
      ['estate.yaml:11', 'period', 'P14D'],
    ],
    ['a unit that is not there', column('{ id: tzgg, name: 通知公告, url: /tzgg/, unit: fire }'), ['estate.yaml:11', 'unit', 'fire']],
  ])('%s', async (name, estate, words) => {
    const { status, stderr } = await complaint(['audit', '--config', configAt(at(`bad ${name}`), estate), '--data', at('untouched')]);
    expect([status, stderr]).toEqual([2, expect.any(String)]);
    for (const word of words) expect(stderr).toContain(word);
  });

  it('the directory is missing, or is a file', async () => {
    writeFileSync(at('file'), 'x');
    for (const dir of ['missing', 'file']) {
      const { status, stderr } = await complaint(['audit', '--config', at(dir), '--data', at('untouched')]);
      expect([dir, status]).toEqual([dir, 2]);
      expect(stderr).toContain('estate.yaml');
    }
  });
});

describe('a mistake in the usage ends with 2 and says which', () => {
  it.each([
    ['an unknown command', ['adit'], ['adit', '没有这个命令']],
    ['an unknown option', ['audit', '--as-off', 'x'], ['--as-off', '没有这个选项']],
    ['an option without its value', ['audit', '--as-of'], ['--as-of']],
    ['an argument too many', ['items', 'x'], ['参数太多']],
    ['a missing argument', ['discover'], ['url']],
    ['no day', ['audit', ...where, '--as-of', 'yesterday'], ['--as-of', 'yesterday']],
    ['no day of the calendar', ['audit', ...where, '--as-of', '2018-02-30'], ['2018-02-30']],
    ['an instant without offset', ['audit', ...where, '--as-of', '2018-12-31T10:00:00'], ['+08:00']],
    ['a first day after the last', ['audit', ...where, '--from', '2018-05-02', '--to', '2018-05-01'], ['--from', '2018-05-02', '--to']],
    ['a first day after the last, of items', ['items', ...where, '--from', '2018-05-02', '--to', '2018-05-01'], ['--from']],
    ['a site that is not there', ['audit', ...where, '--site', 'nowhere'], ['nowhere', 'water']],
    ['a unit that is not there', ['items', ...where, '--unit', 'nowhere'], ['nowhere', 'water']],
    ['a column that is not there', ['crawl', ...where, '--column', 'nowhere'], ['nowhere']],
    ['a category that is not there', ['items', ...where, '--category', 'news'], ['news', 'local-news']],
    ['nothing that can be found', ['audit', ...where, '--no-crawl', '--fail-on', 'late'], ['--fail-on', 'late', 'overdue']],
    [
      'a rule pack that is not there',
      ['audit', ...where, '--no-crawl', '--rule-pack', 'national-1999'],
      ['national-1999', 'national-2019'],
    ],
    ['no URL to discover', ['discover', 'www.example.gov.cn'], ['www.example.gov.cn', 'http://']],
    ['no number of pages', ['discover', 'http://127.0.0.1:9/', '--max-pages', 'all'], ['--max-pages', 'all']],
    ['no pace', ['discover', 'http://127.0.0.1:9/', '--requests-per-second', 'fast'], ['--requests-per-second', 'fast']],
    ['no port', ['demo', '--port', 'x'], ['--port', 'x']],
    ['a URL that is no column', ['crawl', ...where, 'http://127.0.0.1:9/else/'], ['http://127.0.0.1:9/else/']],
  ])('%s', async (_, args, words) => {
    const { status, stderr } = await complaint(args);
    expect([status, stderr]).toEqual([2, expect.any(String)]);
    for (const word of words) expect(stderr).toContain(word);
  });
});

describe('what cannot be read or written ends with 1 and says where', () => {
  it('the data directory is a file, or lies below one', async () => {
    writeFileSync(at('occupied'), 'x');
    for (const dir of ['occupied', 'occupied/below']) {
      const { status, stderr } = await complaint(['items', '--config', good, '--data', at(dir)]);
      expect([dir, status]).toEqual([dir, 1]);
      expect(stderr).toContain('occupied');
    }
  });

  it('an Excel file in a directory that is not there', async () => {
    const { status, stderr } = await complaint(['items', ...where, '--xlsx', at('nowhere', 'items.xlsx')]);
    expect(status).toBe(1);
    expect(stderr).toContain('items.xlsx');
  });

  it('an address where nobody answers', async () => {
    const { status, stderr } = await complaint(['discover', 'http://127.0.0.1:9/', '--allow-private-networks', '--config', at('none')]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('127.0.0.1:9')]);
  });
});

describe('help', () => {
  it('speaks Chinese and English for every command', async () => {
    const { stdout } = await gongkaiHere(['--help']);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name!);
    expect(commands).toEqual(
      expect.arrayContaining(['audit', 'crawl', 'items', 'read', 'classify', 'discover', 'config', 'db', 'doctor', 'demo']),
    );
    for (const name of commands.filter((one) => one !== 'help')) {
      const { status, stdout, stderr } = await gongkaiHere([name, '--help']);
      expect([name, status, stderr]).toEqual([name, 0, '']);
      for (const line of entries(stdout)) expect(line).toMatch(/[\u4e00-\u9fff].*[a-z]{2}|[a-z] \| [a-z]/s);
    }
  });
});

/** Descriptions of options and commands, each on one line. */
function entries(help: string): string[] {
  return help
    .replace(/\n {4,}/g, ' ')
    .split('\n')
    .filter((line) => /^ {2}\S/.test(line))
    .map((line) => line.trim().replace(/^\S+(?: [<[]\S+)*,?\s*(?:--\S+ )?/, ''));
}

it('common options are taken before and after the name of a command', async () => {
  mkdirSync(at('elsewhere'), { recursive: true });
  const dir = configAt(at('elsewhere'), goodEstate().replace('清源市', '别处市'));
  for (const args of [
    ['--config', dir, '--json', 'config', 'check'],
    ['config', 'check', '--config', dir, '--json'],
    ['config', '--config', dir, 'check', '--json'],
  ]) {
    const { status, stdout } = await gongkaiHere(args);
    expect([status, JSON.parse(stdout).estate]).toEqual([0, '别处市']);
  }
});
