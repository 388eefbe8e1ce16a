import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditDocument } from '../../src/cli/audit-estate.ts';
import { gongkai } from '../cli/gongkai.ts';

/** A copy of a county bureau's site with what a person reads on its lists (see the README beside it). */
const SITES = fileURLToPath(new URL('../../../shared/sites/', import.meta.url));
const present = existsSync(join(SITES, 'daozhen.json'));
if (!present) console.log('skipped: the real site (../shared/sites) is not here');

interface Gold {
  readonly columns: readonly {
    path: string;
    name: string;
    newest: string | null;
    rowsWithLink: number;
    pages: number | null;
    kind?: string;
  }[];
}

const FIVE_MINUTES = 300_000;
let server: Server;
let base: string;
let home: string;

function serve(root: string): Server {
  return createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || statSync(file).isDirectory())
      return response.writeHead(404, { 'content-type': 'text/html' }).end('<title>404 Not Found</title>');
    const bytes = readFileSync(file);
    const etag = `"${createHash('sha1').update(bytes).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
    return response.writeHead(200, { etag, 'content-type': file.endsWith('.html') ? 'text/html' : 'application/octet-stream' }).end(bytes);
  });
}

async function audit(name: string, columns: string): Promise<AuditDocument> {
  const config = join(home, name);
  mkdirSync(config);
  writeFileSync(
    join(config, 'estate.yaml'),
    `name: 某县\ncrawl: { requestsPerSecond: 0, concurrency: 4, allowPrivateNetworks: true }\nunits:\n  - { id: bureau, name: 县人力资源和社会保障局, kind: department }\nsites:\n  - id: bureau\n    unit: bureau\n    name: 县人力资源和社会保障局\n    url: ${base}\n${columns}`,
  );
  const { stdout, stderr, status } = await gongkai([
    'audit',
    '--config',
    config,
    '--data',
    join(home, `${name}-data`),
    '--as-of',
    '2020-12-31',
    '--from',
    '2000-01-01',
    '--json',
    '--quiet',
  ]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

describe.skipIf(!present && process.env.CI !== 'true')('a real site', () => {
  const gold: Gold = present ? JSON.parse(readFileSync(join(SITES, 'daozhen.json'), 'utf8')) : { columns: [] };
  const lists = gold.columns.filter((column) => column.kind !== 'no list');
  let configured: AuditDocument;
  let discovered: AuditDocument;
  const found = (document: AuditDocument, path: string) =>
    document.columns.find((column) => new URL(column.url).pathname.replace(/\/$/, '/index.html') === path);

  beforeAll(async () => {
    server = serve(join(SITES, 'daozhen'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    home = mkdtempSync(join(tmpdir(), 'gongkai-site-'));
    configured = await audit(
      'configured',
      `    columns:\n${gold.columns.map((column, index) => `      - { id: c${index}, name: ${column.name}, url: ${column.path} }`).join('\n')}\n`,
    );
    discovered = await audit('discovered', '');
  }, FIVE_MINUTES);

  afterAll(() => {
    server.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('has every column found by discovery, and none invented', () => {
    expect(discovered.columns.map((column) => new URL(column.url).pathname.replace(/\/$/, '/index.html')).sort()).toEqual(
      lists.map((column) => column.path).sort(),
    );
  });

  it.each([
    ['configured', () => configured],
    ['discovered', () => discovered],
  ] as const)('comes out with the linked rows and the newest day of every list, its columns %s', (_, document) => {
    const read = lists.map(({ path }) => ({
      path,
      rowsWithLink: found(document(), path)?.items,
      newest: found(document(), path)?.lastPublished,
    }));
    expect(read).toEqual(lists.map(({ path, rowsWithLink, newest }) => ({ path, rowsWithLink, newest })));
  });

  it.each([
    ['configured', () => configured],
    ['discovered', () => discovered],
  ] as const)('has exactly its four blank columns blank, its columns %s', (_, document) => {
    const blank = document().columns.filter((column) => column.status === 'blank');
    expect(blank.map((column) => column.name).sort()).toEqual(['公共资源配置', '扶贫工作', '政策解读', '规划计划'].sort());
  });

  it('reports the pages that were never copied, and accuses nobody for them', () => {
    const claimed = lists.filter((column) => (column.pages ?? 1) > 1).map((column) => column.path);
    const reported = configured.findings
      .filter((finding) => finding.rule === 'pages-unread')
      .map((finding) => configured.columns.find((column) => column.id === finding.column)!);
    expect(reported.map((column) => new URL(column.url).pathname)).toEqual(expect.arrayContaining(claimed));
    const noList = found(configured, gold.columns.find((column) => column.kind === 'no list')!.path);
    expect(noList).toMatchObject({ status: 'unknown', reason: 'unreadable' });
  });
});
