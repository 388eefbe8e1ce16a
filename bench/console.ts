/**
 * How long pages of the console take: `npx tsx bench/console.ts [items…]` (default 10000 1000000).
 *
 * Each size is seeded by SQL into a PostgreSQL of its own; 50 users open pages one after the other, each reading a second or two in
 * between. Printed are the middle, the 95th percentile and the slowest of each page, in milliseconds, as users see them.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { Client } from 'pg';
import { loadClassifier } from '../src/classification/load.ts';
import { loadConfig } from '../src/config/load.ts';
import { createConsole } from '../src/console/app.ts';
import { systemClock } from '../src/model/clock.ts';
import { systemRandomness } from '../src/model/randomness.ts';
import { openStore } from '../src/store/open.ts';
import { freePort } from '../test/servers/binaries.ts';
import { startPostgres } from '../test/servers/postgres.ts';
import { seedSql } from './console/seed.ts';

const USERS = 50;
const SECONDS = 40;
const COLUMNS = 300;
const UNITS = 57;
const PASSWORD = 'bench-of-the-console';

const PAGES = [
  '/',
  '/alerts',
  '/columns',
  '/columns/portal/c7',
  '/units',
  '/units/u3',
  '/sites',
  '/categories',
  '/items',
  '/items?search=%E6%B0%B4%E5%88%A9',
  '/items?category=notices&from=2024-01-01&to=2024-06-30',
  '/items?unit=u3',
  '/items?site=portal&column=c7',
  '/item?key=portal.example%2F7',
  '/runs',
  '/runs/bench',
  '/rules',
  '/account',
  '/people',
  '/settings',
  '/log',
];

const sizes = process.argv.slice(2).map(Number);
const postgres = await startPostgres();
try {
  for (const size of sizes.length > 0 ? sizes : [10_000, 1_000_000]) await measure(size, await postgres.createDatabase(`bench_${size}`));
} finally {
  await postgres.remove();
}

async function measure(size: number, databaseUrl: string): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  writeFileSync(join(dir, 'estate.yaml'), estate());
  const config = loadConfig(dir);
  const handed = { clock: systemClock, randomness: systemRandomness };
  const store = await openStore({ dataDir: dir, databaseUrl, ...handed });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const deps = { config, store, classifier: loadClassifier(config.taxonomy), ...handed, publicUrl: origin };
  const app = createConsole({ ...deps, secret: 'a secret of the bench, long enough for all', setupToken: 'bench' });
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
  try {
    await store.columns.save('portal', config.estate.sites[0]?.columns ?? []);
    await seed(databaseUrl, size);
    const cookie = await signIn(origin);
    const begun = performance.now();
    await (await fetch(`${origin}/`, { headers: { cookie } })).text();
    console.log(`\n${size} items: the first page of all, judging included: ${Math.round(performance.now() - begun)} ms`);
    for (const path of PAGES) await (await fetch(origin + path, { headers: { cookie } })).text();
    print(await visit(origin, cookie));
  } finally {
    server.close();
    await store.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function seed(databaseUrl: string, size: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const statement of seedSql({ items: size, columns: COLUMNS, units: UNITS })) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function signIn(origin: string): Promise<string> {
  const post = (path: string, fields: Record<string, string>) =>
    fetch(origin + path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin }, redirect: 'manual' });
  const account = { name: '测量', email: 'b@example.cn', password: PASSWORD };
  await post('/setup', { ...account, again: PASSWORD, token: 'bench' });
  const answer = await post('/login', account);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

async function visit(origin: string, cookie: string): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(PAGES.map((path) => [path, []]));
  const until = performance.now() + SECONDS * 1000;
  const user = async (number: number) => {
    // Nobody's day begins in the same instant as everybody else's.
    await sleep((number / USERS) * 3000);
    for (let step = number; performance.now() < until; step += 1) {
      const path = PAGES[step % PAGES.length] as string;
      const begun = performance.now();
      const answer = await fetch(origin + path, { headers: { cookie } });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      times.get(path)?.push(performance.now() - begun);
      await sleep(1000 + systemRandomness.fraction() * 1000);
    }
  };
  await Promise.all(Array.from({ length: USERS }, (_, number) => user(number)));
  return times;
}

function print(times: ReadonlyMap<string, readonly number[]>): void {
  console.log(['page'.padEnd(58), 'visits', 'median', '   p95', '   max'].join(' '));
  for (const [path, all] of times) {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (share: number) => String(Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)).padStart(6);
    console.log([path.padEnd(58), String(sorted.length).padStart(6), at(0.5), at(0.95), at(1)].join(' '));
  }
}

function estate(): string {
  const units = Array.from({ length: UNITS }, (_, place) => `  - { id: u${place}, name: 单位${place}, kind: department }`);
  const columns = Array.from(
    { length: COLUMNS },
    (_, place) =>
      `      - { id: c${place}, unit: u${place % UNITS}, name: 栏目${place}, url: /c${place}/, category: ${place % 2 ? 'notices' : 'work-updates'} }`,
  );
  return `name: 试验市\nunits:\n${units.join('\n')}\nsites:\n  - id: portal\n    unit: u0\n    name: 门户\n    url: http://portal.example/\n    columns:\n${columns.join('\n')}\n`;
}
