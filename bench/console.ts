/**
 * How long pages of the console take with few items and with many: `npx tsx bench/console.ts [items…]` (default 10000 1000000).
 *
 * Each size is seeded by SQL into a PostgreSQL of its own and judged as at the end of a run. Then one person opens every page alone,
 * and after that 50 people at once, who read each page for three to seven seconds. Printed are the middle and the 95th percentile of
 * each page in milliseconds, as people see them, and how the last size compares with the first. Those who ask share this process and
 * its processor with the console that answers.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { serve } from '@hono/node-server';
import { Client } from 'pg';
import { alertsAfterRun } from '../jobs/alerts/after-run.ts';
import { judgeAndKeep } from '../jobs/audit/judgement.ts';
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
import { at, browserOf, type Times, visitAlone, visitTogether } from './console/office.ts';
import { seedSql } from './console/seed.ts';

const ROUNDS = 10;
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
  '/categories',
  '/items',
  '/items?scope=all',
  '/items?search=%E6%B0%B4%E5%88%A9',
  '/items?search=%E6%B0%B4%E5%88%A9&unit=u3',
  '/items?category=notices&from=2024-01-01&to=2024-06-30',
  '/items?unit=u3',
  '/items?unit=u3&category=notices',
  '/items?site=portal&unit=u3',
  '/items?site=portal&column=c7',
  '/item?key=portal.example%2F7',
  '/runs',
  '/runs/bench',
  '/rules',
  '/deliveries',
  '/account',
  '/people',
  '/settings',
  '/log',
];

interface Measured {
  readonly size: number;
  readonly alone: Times;
  readonly together: Times;
}

const sizes = process.argv.slice(2).map(Number);
const measured: Measured[] = [];
const postgres = await startPostgres();
try {
  for (const size of sizes.length > 0 ? sizes : [10_000, 1_000_000]) {
    measured.push(await measure(size, await postgres.createDatabase(`bench_${size}`)));
  }
} finally {
  await postgres.remove();
}
print(measured);

async function measure(size: number, databaseUrl: string): Promise<Measured> {
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  writeFileSync(join(dir, 'estate.yaml'), estateYaml(SHAPE));
  const config = loadConfig(dir);
  const handed = { clock: systemClock, randomness: systemRandomness };
  const store = await openStore({ dataDir: dir, databaseUrl, ...handed });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const secrets = { secret: 'a secret of the bench, long enough for all', setupToken: 'bench' };
  const deps = { config, store, classifier: loadClassifier(config.taxonomy), ...handed, publicUrl: origin, ...secrets };
  const server = serve({ fetch: createConsole(deps).fetch, port, hostname: '127.0.0.1' });
  try {
    await store.columns.save('portal', config.estate.sites[0]?.columns ?? []);
    await seed(databaseUrl, size);
    await judge(deps, size);
    const open = browserOf(origin, await signIn(origin));
    const [alert] = await store.alerts.list({});
    const pages = [...PAGES, ...(alert ? [`/alerts/${alert.id}`] : [])];
    await visitAlone(open, pages, 1);
    return { size, alone: await visitAlone(open, pages, ROUNDS), together: await visitTogether(open, pages, OFFICE) };
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
