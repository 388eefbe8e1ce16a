import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadRulebook } from '../../src/config/load.ts';
import { article, dayOf, framed, list, rowsDown } from '../site/pages.ts';
import { openServer } from '../site/town.ts';
import { configAt, gongkaiHere, goodEstate, useFolder } from './estate.ts';
import { gongkai } from './gongkai.ts';

const at = useFolder();
const categories = loadRulebook(at()).taxonomy.categories.map((category) => category.id);

const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });
const Count = z.int().nonnegative();
const Category = z.enum(categories as [string, ...string[]]);

const Audit = z.object({
  schema: z.literal('gongkai.audit/1'),
  estate: z.string(),
  asOf: Instant,
  from: Day,
  to: Day,
  run: z.object({
    id: z.string(),
    startedAt: Instant,
    finishedAt: Instant,
    requests: Count,
    notModified: Count,
    bytes: Count,
    failed: Count,
  }),
  totals: z.object({ items: Count, undated: Count }),
  classes: z.array(z.object({ id: z.string(), name: z.string(), items: Count })),
  categories: z.array(z.object({ id: Category, name: z.string(), items: Count })).length(22),
  units: z.array(z.object({ id: z.string(), name: z.string(), items: Count, overdue: Count, blank: Count, unknown: Count })),
  sites: z.array(
    z.object({ id: z.string(), status: z.enum(['ok', 'partial', 'unreachable', 'blocked', 'forbidden']), reason: z.string().nullable() }),
  ),
  columns: z.array(
    z.object({
      site: z.string(),
      id: z.string(),
      unit: z.string(),
      name: z.string(),
      url: z.url(),
      category: Category.nullable(),
      items: Count,
      lastPublished: Day.nullable(),
      status: z.enum(['fresh', 'due', 'overdue', 'blank', 'unknown', 'exempt']),
      reason: z.enum(['unreachable', 'blocked', 'forbidden', 'unreadable', 'undated']).nullable(),
      rule: z.string().nullable(),
      period: z.iso.duration().nullable(),
      dueOn: Day.nullable(),
      overdueDays: Count,
    }),
  ),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.string(),
      unit: z.string().nullable(),
      site: z.string().nullable(),
      column: z.string().nullable(),
      url: z.string().nullable(),
      message: z.string().min(1),
      since: Day.nullable(),
      evidence: z.array(z.string()),
    }),
  ),
});

const Item = z.object({
  url: z.url(),
  title: z.string().min(1),
  publishedOn: Day.nullable(),
  publishedSource: z.enum(['list', 'meta', 'label', 'url', 'script', 'api']).nullable(),
  documentDate: Day.nullable(),
  documentNumber: z.string().nullable(),
  source: z.string().nullable(),
  site: z.string(),
  columns: z.array(z.string()).min(1),
  unit: z.string(),
  category: Category,
  confidence: z.number().min(0).max(1),
  reasons: z.array(z.string()),
  firstSeen: Instant,
  lastSeen: Instant,
  removed: z.boolean(),
});

const Discovered = z.object({
  schema: z.literal('gongkai.discovery/1'),
  site: z.object({ url: z.url() }).loose(),
  columns: z.array(
    z.object({
      name: z.string().min(1),
      path: z.array(z.string()).min(1),
      url: z.url(),
      category: Category.nullable(),
      confidence: z.number().min(0).max(1),
      period: z.iso.duration().nullable(),
      items: Count,
      lastPublished: Day.nullable(),
    }),
  ),
});

const Classified = z.object({
  category: Category,
  confidence: z.number().min(0).max(1),
  reasons: z.array(z.string()),
  second: z.object({ category: Category, confidence: z.number() }).nullable(),
});

const ListRead = z.object({
  kind: z.literal('list'),
  url: z.url(),
  items: z.array(z.object({ title: z.string(), url: z.url().nullable(), publishedOn: Day.nullable() })),
  next: z.array(z.union([z.string(), z.object({ url: z.url() }).loose()])),
  total: Count.nullable(),
  dialect: z.string(),
});

const Nullable = z.string().nullable();
const ArticleRead = z.object({
  kind: z.literal('article'),
  url: z.url(),
  title: Nullable,
  publishedAt: Nullable,
  publishedSource: Nullable,
  documentDate: Day.nullable(),
  documentNumber: Nullable,
  source: Nullable,
  author: Nullable,
  reviewer: Nullable,
  indexNumber: Nullable,
  issuer: Nullable,
  text: z.string(),
  attachments: z.array(z.unknown()),
  dialect: z.string(),
});

const lines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

let town: Awaited<ReturnType<typeof openServer>>;
let where: string[];

beforeAll(async () => {
  town = await openServer();
  town.pages.set('/', framed(`${list(rowsDown(3, 1))}<a href="/tzgg/">通知公告</a> <a href="/gzdt/">工作动态</a>`));
  town.pages.set('/tzgg/', framed(list(rowsDown(20, 1))));
  town.pages.set('/gzdt/', framed(list(rowsDown(9, 1), '', '/gzdt/'), { name: '工作动态' }));
  for (let n = 1; n <= 20; n++) town.pages.set(`/tzgg/t${n}.html`, article(n));
  for (let n = 1; n <= 9; n++) town.pages.set(`/gzdt/t${n}.html`, article(n));
  const columns =
    '{ id: tzgg, name: 通知公告, url: /tzgg/, category: notices }\n      - { id: gone, name: 旧栏目, url: /gone/, category: notices }';
  const dir = configAt(at('config'), goodEstate(town.url).replace('{ id: tzgg, name: 通知公告, url: /tzgg/, category: notices }', columns));
  mkdirSync(at('config', 'rules'));
  writeFileSync(at('config', 'rules', 'notes.txt'), 'x');
  where = ['--config', dir, '--data', at('data')];
});

afterAll(() => town.close());

describe('what other programs rely on', () => {
  it('audit prints one document with every field, and warnings elsewhere', async () => {
    const { status, stdout, stderr } = await gongkai(['audit', ...where, '--as-of', '2024-12-31', '--json']);
    expect(status).toBe(0);
    const audit = Audit.parse(JSON.parse(stdout));
    expect(audit).toMatchObject({
      asOf: '2024-12-31T23:59:59+08:00',
      from: '2024-01-01',
      to: '2024-12-31',
      totals: { items: 20, undated: 0 },
    });
    expect(audit.columns.map(({ id, status, reason }) => [id, status, reason])).toEqual([
      ['tzgg', 'overdue', null],
      ['gone', 'unknown', 'unreachable'],
    ]);
    expect(audit.columns[0]).toMatchObject({ rule: 'national-2019/notices', period: 'P6M', lastPublished: dayOf(20) });
    expect(stderr).toContain('notes.txt');
  });

  it('audit ends with 3 where it found what --fail-on was told to look for, and says no warning with --quiet', async () => {
    const judge = ['audit', ...where, '--no-crawl', '--quiet', '--as-of'];
    for (const [asOf, failOn, status] of [
      ['2024-12-31', 'overdue', 3],
      ['2024-12-31', 'blank,column-overdue', 3],
      ['2024-12-31', 'blank', 0],
      ['2024-03-10', 'overdue', 0],
    ] as const) {
      const ended = await gongkaiHere([...judge, asOf, '--fail-on', failOn]);
      expect([asOf, failOn, ended.status, ended.stderr]).toEqual([asOf, failOn, status, '']);
    }
  });

  it('audit tells a day before the first reading by the list that was read later, says so, and lets nothing rest on it', async () => {
    const judge = ['audit', ...where, '--no-crawl', '--quiet', '--as-of', '2024-12-30'];
    const { stdout, status } = await gongkaiHere([...judge, '--json', '--fail-on', 'overdue,column-overdue,veto']);
    const { columns, units, findings } = JSON.parse(stdout);
    expect(columns[0]).toMatchObject({ id: 'tzgg', status: 'overdue', reason: null, certainty: 'sure', doubts: ['read-later'] });
    expect(columns[0].overdueDays).toBeGreaterThan(0);
    expect(units.filter(({ overdue }: { overdue: number }) => overdue > 0)).toEqual([]);
    expect([findings.filter(({ column }: { column: string | null }) => column === 'tzgg'), status]).toEqual([[], 0]);
    expect((await gongkaiHere(judge)).stdout).toContain('超期 0');
  });

  it('items prints a line an item with every field', async () => {
    const { status, stdout, stderr } = await gongkaiHere(['items', ...where, '--json']);
    const items = lines(stdout).map((line) => Item.parse(line));
    expect([status, stderr, items.length]).toEqual([0, '', 20]);
    expect(items[0]).toMatchObject({ columns: ['tzgg'], unit: 'water', site: 'water', category: 'notices', removed: false });
  });

  it('audit names the list behind its numbers with the span that it counted', async () => {
    const { stdout } = await gongkaiHere(['audit', ...where, '--no-crawl', '--as-of', '2024-12-31']);
    expect(stdout).toContain('gongkai items --site <网站> --column <编号> --from 2024-01-01 --to 2024-12-31');
  });

  it('alerts list says why there is none where the last audit was not of the present', async () => {
    const { stdout } = await gongkaiHere(['alerts', 'list', ...where]);
    expect(stdout).toMatch(/没有预警.*\n.*2024-12-31。 .*judged 2024-12-31\./);
  });

  it('discover prints one document with every field', async () => {
    const { status, stdout } = await gongkaiHere([
      'discover',
      town.url,
      '--allow-private-networks',
      '--requests-per-second',
      '0',
      '--config',
      at('none'),
      '--json',
    ]);
    const found = Discovered.parse(JSON.parse(stdout));
    expect(status).toBe(0);
    expect(found.columns.map(({ name, items, lastPublished }) => [name, items, lastPublished])).toEqual([
      ['通知公告', 20, dayOf(20)],
      ['工作动态', 9, dayOf(9)],
    ]);
  });

  it('read prints what a list and an article say', async () => {
    writeFileSync(at('list.html'), framed(list(rowsDown(8, 1))));
    writeFileSync(at('article.html'), article(5));
    const read = (file: string) => gongkaiHere(['read', at(file), '--url', 'http://www.example.gov.cn/tzgg/', '--json']);
    const read8 = ListRead.parse(JSON.parse((await read('list.html')).stdout));
    expect(read8.items).toHaveLength(8);
    expect(ArticleRead.parse(JSON.parse((await read('article.html')).stdout))).toMatchObject({ source: '市水利局办公室', author: null });
  });

  it('read --batch answers a page that cannot be read with a line and goes on', async () => {
    writeFileSync(at('list.html'), framed(list(rowsDown(8, 1))));
    const url = 'http://www.example.gov.cn/tzgg/';
    writeFileSync(
      at('batch.jsonl'),
      `${JSON.stringify({ file: 'none.html', url, kind: 'list' })}\nrubbish\n${JSON.stringify({ file: 'list.html', url, kind: 'list' })}\n`,
    );
    const { status, stdout } = await gongkaiHere(['read', '--batch', at('batch.jsonl'), '--json']);
    const [missing, rubbish, good] = lines(stdout) as { kind: string; error?: string }[];
    expect([status, missing!.kind, rubbish!.kind]).toEqual([0, 'error', 'error']);
    ListRead.parse(good);
  });

  it('classify answers line by line, also past a line that it cannot read', async () => {
    const input = `{"title":"关于召开全市防汛工作会议的通知"}\n{"title": 5}\nrubbish\n{"title":"2023年部门预算公开","column":"财政预算"}\n`;
    const { status, stdout } = await gongkai(['classify', '--json'], { input });
    const [first, wrong, rubbish, last] = lines(stdout);
    expect(status).toBe(0);
    Classified.parse(first);
    expect(Classified.parse(last).category).toBe('fiscal-budget');
    for (const line of [wrong, rubbish]) expect(line).toMatchObject({ error: expect.any(String), line: expect.any(Number) });
  });

  it.each([['crawl'], ['config', 'check'], ['db', 'migrate'], ['doctor', '--offline'], ['reclassify']])(
    '%j prints one JSON document and nothing else',
    async (...command) => {
      const { status, stdout } = await gongkaiHere([...command, ...where, '--json']);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toHaveProperty('schema');
    },
  );
});
