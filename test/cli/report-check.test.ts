import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gongkai } from './gongkai.ts';

const REPORT = '柳林镇2010年政府信息公开工作年度报告\n全年公开信息65条。其中，网上公开20条，占30%，公开栏公开45条，占75%。\n';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
  await writeFile(join(folder, 'liulin.txt'), REPORT);
});
afterAll(() => rm(folder, { recursive: true }));

it('each report is a line of JSON under its file’s name; one that cannot be read is a line too and does not stop the others', async () => {
  const { status, stdout, stderr } = await gongkai(['report', 'check', join(folder, 'none.pdf'), join(folder, 'liulin.txt'), '--json']);
  const [missing, checked] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(missing).toMatchObject({ id: 'none', error: expect.stringContaining('none.pdf') });
  expect(checked).toMatchObject({
    id: 'liulin',
    unit: '柳林镇',
    year: 2010,
    form: 'narrative-2008',
    claims: expect.arrayContaining([expect.objectContaining({ value: 65, unit: '条', quote: '全年公开信息65条' })]),
    findings: [
      { kind: 'percent-mismatch', certainty: 'certain', message: expect.stringContaining('45÷65=69.23%'), quotes: expect.any(Array) },
      { kind: 'percent-sum', certainty: 'certain', message: expect.stringContaining('105%'), quotes: expect.any(Array) },
    ],
  });
  expect(status).toBe(1);
  expect(stderr).toContain('none');
});

it('for people each question stands with its certainty and its place', async () => {
  const { status, stdout } = await gongkai(['report', 'check', join(folder, 'liulin.txt')]);
  expect(status).toBe(0);
  expect(stdout).toContain('[确定] 45÷65=69.23%，写成75%');
});

it('an address is fetched by the door, which keeps to its rules', async () => {
  const server = createServer((_request, answer) => answer.setHeader('content-type', 'text/plain; charset=utf-8').end(REPORT)).listen(
    0,
    '127.0.0.1',
  );
  await new Promise((listening) => server.once('listening', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/zwgk/nb2010.txt`;
  try {
    const refused = await gongkai(['report', 'check', url, '--json']);
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ id: 'nb2010', error: expect.any(String) });
    const allowed = await gongkai(['report', 'check', url, '--allow-private-networks', '--json']);
    expect(JSON.parse(allowed.stdout)).toMatchObject({ id: 'nb2010', unit: '柳林镇' });
  } finally {
    server.close();
  }
});
