import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { framed, rows } from '../reading/lists/frame.ts';
import { gongkai } from './gongkai.ts';

const LIST = framed(`<ul>${rows(8, (t, d, i) => `<li><a href="./t${i}/content_${5500 + i}.html">${t}</a><span>${d}</span></li>`)}</ul>`);
const HERE = 'http://sw.qinghe.example/zwgk/tzgg/';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-'));
  await writeFile(join(folder, 'list.html'), LIST);
});
afterAll(() => rm(folder, { recursive: true }));

it('a batch is answered line by line in its order, and what cannot be read is an error line', async () => {
  const lines = [
    { file: 'list.html', url: HERE, kind: 'list' },
    { file: 'missing.html', url: `${HERE}a`, kind: 'list' },
    'no json',
    { file: 'list.html', url: 'nowhere', kind: 'auto' },
    { file: 'list.html', url: HERE },
  ];
  const batch = join(folder, 'batch.jsonl');
  await writeFile(batch, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  const { status, stdout } = await gongkai(['read', '--batch', batch, '--json']);
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; url: string; items?: unknown[] });
  expect(status).toBe(0);
  expect(answers.map((answer) => answer.kind)).toEqual(['list', 'error', 'error', 'error', 'list']);
  expect(answers[0]!.items).toHaveLength(8);
  expect(answers[1]!.url).toBe(`${HERE}a`);
});

it('a file is read with its address, for programs and for people', async () => {
  const json = await gongkai(['read', join(folder, 'list.html'), '--url', HERE, '--kind', 'list', '--json']);
  expect(JSON.parse(json.stdout)).toMatchObject({ kind: 'list', url: HERE, state: 'list', total: null });
  expect((await gongkai(['read', join(folder, 'list.html'), '--url', HERE])).stdout).toContain('列表');
});

it('wrong usage says what was expected and ends with 2', async () => {
  for (const argv of [
    ['read'],
    ['read', join(folder, 'list.html')],
    ['read', join(folder, 'none.html'), '--url', HERE],
    ['read', 'x', '--kind', 'poem'],
    ['read', '--batch', join(folder, 'none')],
  ]) {
    const { status, stderr } = await gongkai(argv);
    expect([argv, status]).toEqual([argv, 2]);
    expect(stderr).not.toBe('');
  }
});
