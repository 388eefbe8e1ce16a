import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { drizzle } from 'drizzle-orm/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '../../crawlers/documents/document.ts';
import { openLog } from '../../jobs/health/log.ts';
import { openWorkerTelemetry } from '../../jobs/health/worker-telemetry.ts';
import { importPosts } from '../../jobs/media/import-posts.ts';
import { importMessages } from '../../jobs/media/messages.ts';
import { beginPaper } from '../../jobs/reports/papers.ts';
import { makeWeeklyReport } from '../../jobs/reports/weekly.ts';
import { openRun } from '../../jobs/run/order.ts';
import { launchRun } from '../../jobs/run/queue-driver.ts';
import { askedNow } from '../../jobs/run/start.ts';
import { DEFAULT_WORKER, startWorker } from '../../jobs/worker/worker.ts';
import { createConsole } from '../../src/console/app.ts';
import type { ConsoleDeps } from '../../src/console/deps.ts';
import { openLiveEstate } from '../../src/estate/live.ts';
import { hasLuhnDigit } from '../../src/privacy/bank-cards.ts';
import { isIdNumber } from '../../src/privacy/id-numbers.ts';
import { kinds } from '../../src/reports/kinds.ts';
import { buildSheet } from '../../src/reports/sheet.ts';
import { backUp } from '../../src/store/backup.ts';
import { readBackup } from '../../src/store/backup-file.ts';
import type { Connection } from '../../src/store/database.ts';
import { type Browser, ORIGIN, SETUP, signIn, type TestConsole, tokenOf } from '../console/support.ts';
import { overRun } from '../jobs/hands.ts';
import { articlePage, listPage, openSmallWorld, type SmallWorld } from './world.ts';

/** Numbers of each kind that go through a whole run, and everything that leaves the program afterwards. */
const ID = [...'0123456789X'].map((digit) => `42011119870312447${digit}`).find(isIdNumber)!;
const OTHER_ID = [...'0123456789X'].map((digit) => `42130219650718003${digit}`).find(isIdNumber)!;
const CARD = [...'0123456789'].map((digit) => `621799123456789012${digit}`).find(hasLuhnDigit)!;
const SPACED = CARD.replace(/(\d{4})(?=\d)/g, '$1 ');
const MOBILE = '13812345678';
const HOME = '解放路15号3栋201室';
const PLANTED = [ID, OTHER_ID, CARD, SPACED, MOBILE, HOME];
/** Numbers that stand in addresses only: the store keeps these as what they are the keys of. */
const ADDRESSED = {
  item: [...'0123456789X'].map((digit) => `42130219790422001${digit}`).find(isIdNumber)!,
  file: [...'0123456789X'].map((digit) => `42011120120915112${digit}`).find(isIdNumber)!,
  lost: [...'0123456789X'].map((digit) => `42011119550808003${digit}`).find(isIdNumber)!,
  post: [...'0123456789X'].map((digit) => `42011119660606006${digit}`).find(isIdNumber)!,
  tel: '15987654321',
  card: [...'0123456789'].map((digit) => `622848123456789012${digit}`).find(hasLuhnDigit)!,
};
/** Every digit written as a byte. */
const encoded = (number: string) => [...number].map((digit) => `%${digit.charCodeAt(0).toString(16)}`).join('');
const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const HEAD = ['户主姓名', '身份证号', '联系电话', '家庭住址', '银行卡号'];
const ROW = ['王小明', ID, MOBILE, `城关镇${HOME}`, CARD];
const cells = (row: readonly string[]) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

let world: SmallWorld;
let console: TestConsole;
let browser: Browser;

beforeAll(async () => {
  const sheet = await buildSheet('名单', HEAD, [ROW]);
  world = await openSmallWorld(
    ['gs'],
    (ago) => ({
      '/': `<html><head><title>门户</title></head><body><p>寻人：身份证号${OTHER_ID}</p><a href="/gs/">公示</a></body></html>`,
      '/gs/': listPage([
        { href: 'a.html', title: '低保对象公示', day: ago(2) },
        { href: 'b.html', title: `王某身份证${ID}遗失声明`, day: ago(3) },
        { href: 'c.html', title: `张某（身份证${wide(OTHER_ID)}）行政处罚决定书`, day: ago(4) },
        { href: 'd.html', title: '惠农补贴名单', day: ago(5) },
        { href: `user${ADDRESSED.item}.html`, title: '困难群众名单', day: ago(2) },
        { href: `e.html?tel=${ADDRESSED.tel}&kh=${encoded(ADDRESSED.card)}`, title: '教育资助名单公示', day: ago(400) },
      ]).replace('</ul>', `</ul><table>${cells(HEAD)}${cells(ROW)}</table><!-- 身份证号${ID} -->`),
      '/gs/a.html': articlePage('低保对象公示', ago(2), `<table>${cells(HEAD)}${cells(ROW)}</table>`),
      '/gs/b.html': articlePage(`王某身份证${ID}遗失声明`, ago(3), `<p>失主身份证号：${ID}，银行卡号 ${SPACED}。</p>`),
      '/gs/c.html': articlePage('行政处罚决定书', ago(4), `<p>当事人身份证号码${wide(OTHER_ID)}。</p>`),
      '/gs/d.html': articlePage(
        '惠农补贴名单',
        ago(5),
        `<p>附件：<a href="/f/1.xlsx">王小明身份证${ID}.xlsx</a>、<a href="/f/lost.xlsx">身份证${OTHER_ID}</a></p>`,
      ),
      [`/gs/user${ADDRESSED.item}.html`]: articlePage(
        '困难群众名单',
        ago(2),
        `<p>身份证号${ID}。<a href="/f/王小明${ADDRESSED.file}.xlsx">王某明细</a> <a href="/f/${encoded(ADDRESSED.lost)}.docx">找不到的附件</a></p>`,
      ),
      [`/gs/e.html?tel=${ADDRESSED.tel}&kh=${encoded(ADDRESSED.card)}`]: articlePage('教育资助名单公示', ago(400), `<p>身份证号${ID}</p>`),
      [`/f/王小明${ADDRESSED.file}.xlsx`]: { type: 'application/octet-stream', body: sheet },
      '/f/1.xlsx': { type: 'application/octet-stream', body: sheet },
    }),
    { estate: () => 'accounts:\n  - { id: wx, name: 示例发布, platform: wechat, unit: office }\n' },
  );
  const { workshop, store } = world.hands;
  const posts = `标题,发布时间,链接\n寻物：身份证号${ID},${world.ago(2)},http://mp.x.test/s?sfz=${ADDRESSED.post}\n`;
  const [account] = workshop.config.estate.accounts;
  await importPosts(workshop, account!, {
    bytes: new TextEncoder().encode(posts),
    name: `身份证${ID}.csv`,
    by: '王芳',
    until: null,
    anyName: false,
  });
  const messages = new TextEncoder().encode(`标题,留言时间,答复时间\n我的身份证号${OTHER_ID}怎么查,${world.ago(3)},\n`);
  await importMessages(workshop, account!, { bytes: messages, name: `身份证${ID}.csv`, by: '王芳', until: null, anyName: false });
  await world.audit();
  await auditByWorkers();
  const live = openLiveEstate({ ...workshop, folder: null });
  const deps: ConsoleDeps = {
    ...workshop,
    store,
    secret: 'a secret of tests, long enough for all',
    configDir: '.',
    publicUrl: ORIGIN,
    setupToken: SETUP,
    changeEstate: live.change,
  };
  console = { app: createConsole(deps), deps, store } as unknown as TestConsole;
  browser = await signIn(console, 'supervisor');
}, 120_000);
afterAll(() => world?.close());

/** Lines of the log of workers that tell all they have to tell. */
const logged: string[] = [];

/** The night after, by workers off the queue, which keep a log. */
async function auditByWorkers(): Promise<void> {
  const { workshop, store, queues } = world.hands;
  const log = await openLog({ pretty: false, level: 'debug', to: { write: (line) => void logged.push(line) } });
  const telemetry = await openWorkerTelemetry({ workshop, queues, log, host: 'test', vantage: 'main' });
  const { progress, queues: seen } = telemetry;
  const crew = startWorker(workshop, seen, { ...DEFAULT_WORKER, render: null, since: store.madeAt, progress });
  const order = askedNow(workshop);
  const run = await openRun(workshop, { ...order, asOf: new Date(order.asOf.getTime() + 86_400_000) });
  await launchRun(workshop, queues.flows(), run);
  expect(await overRun(store, run.id)).toMatchObject({ state: 'done' });
  await crew.stop();
  await telemetry.stop();
}

/** What stands in something that left, also inside of workbooks, letters and prints. */
async function textIn(bytes: Uint8Array, url: string): Promise<string> {
  const isPacked = /^(?:PK|%P)/.test(Buffer.from(bytes.subarray(0, 2)).toString());
  return isPacked ? JSON.stringify(await readDocument(bytes, url)) : Buffer.from(bytes).toString('utf8');
}

function leaksIn(text: string): string[] {
  const half = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return PLANTED.filter((number) => half.includes(number));
}

/** The same of what is shown or written to a file, where numbers in addresses are masked too, however they are encoded. */
function leavingIn(text: string): string[] {
  const read = text.replace(/%([0-9A-F]{2})/gi, (_all, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)));
  return [...leaksIn(text), ...Object.values(ADDRESSED).filter((number) => read.includes(number))];
}

const FIRST = [
  '/',
  '/alerts',
  '/columns',
  '/items',
  '/quality',
  '/media',
  '/papers',
  '/runs',
  '/sites',
  '/units',
  '/search?q=身份证',
  '/calls',
];
/** Pages of one kind say the same in the same way: so many of each are opened, with a query fewer, and of prints one, which takes a browser. */
const OF_A_KIND = 4;
const ASKED_OF_A_KIND = 2;
const mostOf = (shape: string) => (shape.endsWith('/pdf') ? 1 : shape.includes('?') ? ASKED_OF_A_KIND : OF_A_KIND);

/** Ids, days and what is asked left out; in which order a table stands changes nothing that it says. */
function shapeOf(path: string): string {
  const [page, query = ''] = path.split('?');
  const asked = [...new URLSearchParams(query).keys()].filter((key) => key !== 'sort').sort();
  return `${page!.replace(/[\w-]{16,}|\d+/g, '#')}${asked.length > 0 ? `?${asked.join('&')}` : ''}`;
}

test('no page and no file of the console shows a number of a private person', { timeout: 240_000 }, async () => {
  const { from, to } = { from: world.ago(30), to: world.ago(0) };
  const drafts = await Promise.all(kinds.map((kind) => beginPaper(console.deps, kind, { from, to }, null, 'test').catch(() => null)));
  const waiting = [...FIRST, ...drafts.flatMap((draft) => (draft === null ? [] : [`/papers/${draft.id}`]))];
  const seen = new Set(waiting);
  const opened = new Map<string, number>();
  const forms = new Set<string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const shape = shapeOf(path);
    opened.set(shape, (opened.get(shape) ?? 0) + 1);
    if (opened.get(shape)! > mostOf(shape)) continue;
    const answer = await browser.get(path);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    forms.add((answer.headers.get('content-type') ?? '').split(';')[0]!);
    const text = await textIn(bytes, ORIGIN + path);
    expect(leavingIn(text), path).toEqual([]);
    if (!answer.headers.get('content-type')?.includes('html')) continue;
    for (const [, href] of text.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href!.replaceAll('&amp;', '&');
      if (seen.has(next) || /^\/(?:assets|sign-out|logout)/.test(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  for (const form of ['text/html', 'text/csv', 'text/calendar', 'application/atom+xml']) expect([...forms], form).toContain(form);
  expect([...forms].filter((form) => form.includes('openxmlformats'))).toHaveLength(2);
  expect([...opened.keys()].some((shape) => shape.startsWith('/pages/'))).toBe(true);
});

test('an item whose address holds a number opens by the rest of it, and says why nothing links to it', async () => {
  const page = await (await browser.get(`/items?search=${encodeURIComponent('困难群众名单')}`)).text();
  const [, own] = page.match(/href="(\/item\?key=[^"]*user421302[^"]*)"/)!;
  expect(own).toContain('421302************');
  const shown = await (await browser.get(own!)).text();
  expect(shown).toContain('困难群众名单');
  expect(shown).toContain('不设链接');
});

test('no answer of the API does', async () => {
  const token = await tokenOf(browser, ['read']);
  const { paths } = (await (await console.app.request(`${ORIGIN}/api/openapi.json`)).json()) as {
    paths: Record<string, { get?: unknown }>;
  };
  const plain = Object.keys(paths).filter((path) => paths[path]!.get && !path.includes('{'));
  expect(plain.length).toBeGreaterThan(10);
  for (const path of plain) {
    const answer = await console.app.request(ORIGIN + path, { headers: { authorization: `Bearer ${token}` } });
    expect(leavingIn(await answer.text()), path).toEqual([]);
  }
});

test('neither letters, nor what the store holds, pages as evidence among it', async () => {
  const { store, workshop } = world.hands;
  const week = await makeWeeklyReport(workshop, { from: world.ago(6), to: world.ago(0) });
  expect(leavingIn(JSON.stringify(week))).toEqual([]);
  const alerts = await store.alerts.list({});
  const letters = await Promise.all(alerts.map(({ id }) => store.outbox.list({ alert: id })));
  expect(leaksIn(JSON.stringify([alerts, letters]))).toEqual([]);
  expect(leavingIn(JSON.stringify(letters))).toEqual([]);
  const reading = (await store.columns.history('portal', 'gs', 9)).find(({ evidence }) => evidence !== null);
  const page = await store.evidence.get(reading!.evidence!);
  expect(createHash('sha256').update(page!.bytes).digest('hex')).toBe(reading!.evidence);
  expect(leaksIn(Buffer.from(page!.bytes).toString('utf8'))).toEqual([]);
  expect(page!.screenshot).toBeNull();
  const texts = [];
  for await (const item of store.items.stream({})) texts.push(item, await store.items.text(item.key));
  const posts = [await store.posts.list('wx', { from: world.ago(30), to: world.ago(0) }, 9), await store.posts.deliveries('wx')];
  const kept = JSON.stringify([texts, posts, await store.links.telling(), await store.items.sightings()]);
  expect(kept).toContain('低保对象公示');
  expect(leaksIn(kept)).toEqual([]);
});

test('nor the log of the workers that read them, however much it tells', () => {
  expect(logged.join('')).toMatch(/读完栏目 公示gs/);
  expect(leavingIn(logged.join(''))).toEqual([]);
});

test('nor a backup: no row of any table, whatever it keeps pages and files in', { timeout: 60_000 }, async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'gongkai-leaving-')), 'night.backup');
  const { workshop, store } = world.hands;
  const connection = { db: drizzle({ client: store.embedded as never }), place: 'test' } as unknown as Connection;
  await backUp(connection, file, workshop.clock, 'secret');
  const tables = new Map<string, number>();
  const pages: string[] = [];
  let table = '';
  for await (const part of readBackup(file, 'secret')) {
    if (part.kind === 'table') table = part.name;
    if (part.kind !== 'row') continue;
    tables.set(table, (tables.get(table) ?? 0) + 1);
    const text = unfolded(part.json);
    if (table === 'evidence_pages') pages.push(text);
    expect(leaksIn(text), table).toEqual([]);
  }
  rmSync(dirname(file), { recursive: true });
  expect(pages.join('\n')).toContain('<td>户主姓名</td>');
  for (const name of [
    ...['items', 'item_texts', 'evidence_pages', 'readings', 'findings', 'alerts', 'links', 'posts', 'papers'],
    'account_messages',
  ]) {
    expect(tables.get(name), name).toBeGreaterThan(0);
  }
});

/** A row with the bytes that it keeps as text beside it. */
function unfolded(row: string): string {
  const kept = [...row.matchAll(/"\\\\x([0-9a-f]+)"/g)].map(([, digits]) => Buffer.from(digits!, 'hex'));
  return [row, ...kept.map(textOfKept)].join('\n');
}

/** Pages are kept packed. */
function textOfKept(bytes: Buffer): string {
  try {
    return brotliDecompressSync(bytes).toString('utf8');
  } catch {
    return bytes.toString('utf8');
  }
}
