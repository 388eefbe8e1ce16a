/**
 * How long pages of the console take with few items and with many: `npx tsx bench/console.ts [items…]` (default 10000 1000000).
 *
 * Each size is seeded by SQL into a database of its own and judged as at the end of a run. Then one person opens every page alone,
 * and after that 50 people at once, who read each page for three to seven seconds. The sizes take turns, so that whatever else the
 * machine does falls on all of them. Printed are the middle and the 95th percentile of each page in milliseconds, as people see them,
 * and how the last size compares with the first. Those who ask share this process and its processor with the console that answers.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { serve } from '@hono/node-server';
import { Client } from 'pg';
import { alertsAfterRun } from '../jobs/alerts/after-run.ts';
import { judgeAndKeep } from '../jobs/judging/judgement.ts';
import { loadClassifier } from '../src/classification/load.ts';
import { loadConfig } from '../src/config/load.ts';
import { createConsole } from '../src/console/app.ts';
import type { ConsoleDeps } from '../src/console/deps.ts';
import { systemClock } from '../src/model/clock.ts';
import { systemRandomness } from '../src/model/randomness.ts';
import { openStore } from '../src/store/open.ts';
import { freePort } from '../test/servers/binaries.ts';
import { startPostgres } from '../test/servers/postgres.ts';
import { estateYaml } from './console/estate.ts';
import { at, browserOf, joined, type Open, type Times, visitAlone, visitTogether } from './console/office.ts';
import { seedSql } from './console/seed.ts';

const TURNS = 3;
const ROUNDS = 5;
const OFFICE = { users: 50, seconds: 60, randomness: systemRandomness };
const SHAPE = { columns: 300, units: 57 };
const PASSWORD = 'bench-of-the-console';

const PAGES = [
  '/',
  '/alerts',
  '/columns',
  '/columns/portal/c7',
  '/units',
  '/units/u3',
  '/sites',
  '/sites/portal',
  '/categories',
  '/items',
  '/items?scope=all',
  '/items?search=%E6%B0%B4%E5%88%A9',
  '/items?search=%E6%B0%B4%E5%88%A9&unit=u3',
  '/items?search=%E5%85%AC%E5%91%8A',
  '/items?search=123',
  '/items?category=notices&from=2024-01-01&to=2024-06-30',
  '/items?unit=u3',
  '/items?unit=u3&category=notices',
  '/items?site=portal&unit=u3',
  '/items?site=portal&column=c7',
  '/items?site=portal&column=c7&scope=all',
  '/item?key=portal.example%2F7',
  '/unsure',
  '/runs',
  '/runs/bench',
  '/rules',
  '/deliveries',
  '/account',
  '/people',
  '/settings',
  '/log',
  '/feeds/alerts.atom',
  '/feeds/due.ics',
];

/** A console over so many items, with somebody signed in. */
interface Seeded {
  readonly size: number;
  readonly open: Open;
  readonly pages: readonly string[];
  close(): Promise<void>;
}

interface Measured {
  readonly size: number;
  readonly alone: Times;
  readonly together: Times;
}

const sizes = process.argv.slice(2).map(Number);
const seeded: Seeded[] = [];
const postgres = await startPostgres();
try {
  for (const size of sizes.length > 0 ? sizes : [10_000, 1_000_000]) {
    seeded.push(await openSeeded(size, await postgres.createDatabase(`bench_${size}`)));
  }
  const alone = await inTurns(({ open, pages }) => visitAlone(open, pages, ROUNDS));
  const together = await inTurns(({ open, pages }) => visitTogether(open, pages, OFFICE));
  print(seeded.map(({ size }, place) => ({ size, alone: alone[place]!, together: together[place]! })));
} finally {
  for (const { close } of seeded) await close();
  await postgres.remove();
}

/** The visits of all turns, size by size. */
async function inTurns(visit: (one: Seeded) => Promise<Times>): Promise<Times[]> {
  const times = seeded.map((): Times[] => []);
  for (let turn = 0; turn < TURNS; turn += 1) for (const [place, one] of seeded.entries()) times[place]?.push(await visit(one));
  return times.map(joined);
}

async function openSeeded(size: number, databaseUrl: string): Promise<Seeded> {
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  writeFileSync(join(dir, 'estate.yaml'), estateYaml(SHAPE));
  const config = loadConfig(dir);
  const handed = { clock: systemClock, randomness: systemRandomness };
  const store = await openStore({ dataDir: dir, databaseUrl, ...handed });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const secrets = { secret: 'a secret of the bench, long enough for all', setupToken: 'bench', configDir: dir };
  const deps = { config, store, classifier: loadClassifier(config.taxonomy), ...handed, publicUrl: origin, ...secrets };
  const server = serve({ fetch: createConsole(deps).fetch, port, hostname: '127.0.0.1' });
  const close = async () => {
    server.close();
    await store.close();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await store.columns.save('portal', config.estate.sites[0]?.columns ?? []);
    await seed(databaseUrl, size);
    await judge(deps, size);
    const open = browserOf(origin, await signIn(origin));
    const [alert] = await store.alerts.list({ columns: ['c7'] });
    if (alert === undefined) throw new Error('a silent column raised no alert');
    const pages = [...PAGES, `/alerts/${alert.id}`];
    await visitAlone(open, pages, 1);
    return { size, open, pages, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function seed(databaseUrl: string, size: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const statement of seedSql({ items: size, ...SHAPE })) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Judges the seeded run and raises its alerts, twice: the second time little has changed, as on most nights. */
async function judge(deps: ConsoleDeps, size: number): Promise<void> {
  const { store } = deps;
  const run = await store.runs.get('bench');
  if (run === null) throw new Error('the seeded run is not there');
  for (const night of ['first', 'second']) {
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const begun = performance.now();
    const { result } = await judgeAndKeep(deps, run);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    delay.disable();
    const { heapUsed, rss } = process.memoryUsage();
    const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
    const memory = `heap after it ${mb(heapUsed)}, memory ${mb(rss)}, peak ${mb(process.resourceUsage().maxRSS * 1024)}`;
    console.log(`${size} items, ${night} judgement: ${seconds} s, longest turn ${Math.round(delay.max / 1e6)} ms; ${memory}`);
    await store.findings.save(run.id, result.findings);
    await alertsAfterRun(deps, run, result);
    // What ends a night: dropped pages, and statistics for the planner.
    await store.evidence.prune(new Date(0));
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

function print(all: readonly Measured[]): void {
  const number = (value: number, digits = 0) => value.toFixed(digits).padStart(8);
  const row = (name: string, cells: readonly string[]) => console.log([name.padEnd(56), ...cells].join(' '));
  for (const kind of ['alone', 'together'] as const) {
    console.log(`\n${kind === 'alone' ? 'one person' : `${OFFICE.users} people`}; load of the machine ${loadavg()[0]?.toFixed(1)}`);
    row(
      'page (median and p95 in ms, p95 of the last size by the first)',
      all.flatMap(({ size }) => [`${size}`.padStart(8), '     p95']),
    );
    const names = [...(all[0]?.[kind].keys() ?? [])].map(
      (page, place) => [page, all.map((one) => [...one[kind].values()][place] ?? [])] as const,
    );
    for (const [page, times] of names) {
      const p95 = times.map((one) => at(0.95, one));
      const ratio = (p95.at(-1) ?? Number.NaN) / (p95[0] ?? Number.NaN);
      row(page, [...times.flatMap((one) => [number(at(0.5, one)), number(at(0.95, one))]), number(ratio, 2)]);
    }
  }
}
