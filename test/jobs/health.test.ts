import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHeartbeat } from '../../jobs/health/heartbeat.ts';
import { type LivenessFacts, livenessFaults, type OpenRun } from '../../jobs/health/liveness.ts';
import { livenessFacts } from '../../jobs/health/liveness-facts.ts';
import { openMetrics } from '../../jobs/health/metrics.ts';
import { raiseFaults } from '../../jobs/health/self-check.ts';
import { openTelemetry } from '../../jobs/health/telemetry.ts';
import { openWorkerTelemetry } from '../../jobs/health/worker-telemetry.ts';
import { openQueues } from '../../jobs/queue/open-queues.ts';
import type { Queues } from '../../jobs/queue/queues.ts';
import { SITES } from '../../jobs/run/jobs.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import { sentenceOf } from '../../src/checks/finding.ts';
import { type Config, loadConfig } from '../../src/config/load.ts';
import { type Clock, systemClock } from '../../src/model/clock.ts';
import type { Finding } from '../../src/model/findings.ts';
import type { WorkerRecord } from '../../src/model/liveness.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { inBoth } from '../../src/model/sentence.ts';
import { type OpenedStore, openStore } from '../../src/store/open.ts';
import { aDoor } from '../door/support.ts';
import { makeRun } from '../store/records.ts';
import { estate, pack, site } from '../timeliness/estate.ts';

const NOW = new Date('2018-12-31T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const rules = (found: readonly Finding[]) => found.map(({ kind }) => kind);

const worker = (given: Partial<WorkerRecord> = {}): WorkerRecord => ({
  id: 'one',
  host: 'host-a',
  startedAt: ago(600),
  seenAt: ago(0),
  lastJob: 'site portal',
  lastJobAt: ago(1),
  jobs: 3,
  leftAt: null,
  ...given,
});
const facts = (given: Partial<LivenessFacts> = {}): LivenessFacts => ({
  now: NOW,
  workers: [worker()],
  queues: [],
  lost: { repeating: [], runs: [] },
  runs: [],
  outbox: { count: 0, since: null },
  ...given,
});
const queue = (minutes: number | null) => ({
  name: 'sites',
  waiting: minutes === null ? 0 : 4,
  active: 0,
  waitingSince: minutes === null ? null : ago(minutes),
});
const openRun = (given: Partial<OpenRun> = {}, deadlineIn = 300): OpenRun => ({
  run: makeRun('night', { startedAt: ago(120), deadline: ago(-deadlineIn) }),
  planned: 100,
  recorded: 40,
  lastRecordedAt: ago(2),
  ...given,
});

describe('liveness', () => {
  it('a night that goes on well is no fault, however long its queue', () => {
    expect(livenessFaults(facts({ queues: [queue(200)], runs: [openRun()] }))).toEqual([]);
    expect(livenessFaults(facts({ workers: [], queues: [queue(null)] }))).toEqual([]);
  });

  it('work to do and nobody who does it', () => {
    expect(rules(livenessFaults(facts({ workers: [], runs: [openRun()] })))).toEqual(['workers-gone']);
    expect(rules(livenessFaults(facts({ workers: [worker({ seenAt: ago(5) })], queues: [queue(5)] })))).toEqual(['workers-gone']);
    expect(rules(livenessFaults(facts({ workers: [worker({ leftAt: ago(1) })], runs: [openRun()] })))).toEqual(['workers-gone']);
  });

  it('a worker that is there and takes nothing does not pass for work', () => {
    const idle = worker({ lastJobAt: ago(40) });
    const [found, ...more] = livenessFaults(facts({ workers: [idle], queues: [queue(30)] }));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ kind: 'jobs-waiting', subject: { unit: null, site: null } });
    expect(sentenceOf(found!).zh).toContain('已等 30 分钟');
    expect(livenessFaults(facts({ workers: [idle, worker({ id: 'two' })], queues: [queue(30)] }))).toEqual([]);
  });

  it('a run in which nothing was recorded for an hour, or that is open after its deadline', () => {
    expect(rules(livenessFaults(facts({ runs: [openRun({ lastRecordedAt: ago(61) })] })))).toEqual(['run-stuck']);
    expect(rules(livenessFaults(facts({ runs: [openRun({ recorded: 0, lastRecordedAt: null })] })))).toEqual(['run-stuck']);
    expect(livenessFaults(facts({ runs: [openRun({ recorded: 100, lastRecordedAt: ago(61) })] }))).toEqual([]);
    expect(rules(livenessFaults(facts({ runs: [openRun({}, -11)] })))).toEqual(['run-stuck']);
  });

  it('messages that should have left half an hour ago, even where nothing waits in any queue', () => {
    const late = (minutes: number) => facts({ outbox: { count: 3, since: ago(minutes) } });
    expect(livenessFaults(late(29))).toEqual([]);
    expect(livenessFaults(late(45))).toMatchObject([{ kind: 'deliveries-late' }]);
    const [said] = livenessFaults(late(45)).map(sentenceOf);
    expect(said?.zh).toContain('晚了 45 分钟');
    expect(said?.en).toContain('3 messages should have left');
  });
});

describe('a process that works off the queue', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-health-'));
  let store: OpenedStore;
  let queues: Queues;
  let shop: Workshop;
  const said: string[] = [];
  const log = Object.fromEntries(
    ['debug', 'info', 'warn', 'error'].map((level) => [
      level,
      (fields: unknown, text?: string) => said.push(`${level} ${JSON.stringify(fields)} ${text}`),
    ]),
  ) as never;

  beforeAll(async () => {
    store = await openStore({ dataDir, clock: systemClock, randomness: systemRandomness });
    queues = await openQueues({ queueUrl: null, store, onError: () => undefined });
    shop = {
      config: { ...loadConfig('config'), estate: estate([site([])]), pack: pack() } as Config,
      store,
      door: aDoor(),
      classifier: null as never,
      readers: null as never,
      clock: systemClock,
      randomness: systemRandomness,
    };
  });
  afterAll(async () => {
    await queues.close();
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  it('answers how it is, counts its jobs, logs them with run and site, and leaves word when it goes', async () => {
    const telemetry = await openWorkerTelemetry({ workshop: shop, queues, log, host: 'host-a', vantage: 'main' });
    telemetry.queues.worker(SITES, async (job) => (job.data.fails ? Promise.reject(new Error('我们的错误')) : 1), { concurrency: 1 });
    await queues.queue(SITES).add('site', { run: 'night', site: { id: 'portal' } });
    await queues.queue(SITES).add('site', { run: 'night', site: { id: 'water' }, fails: true });
    const metrics = async () => (await telemetry.app.request('/metrics')).text();
    await expect.poll(metrics, { timeout: 20_000 }).toContain('gongkai_jobs_total{queue="gongkai-sites",outcome="failed"} 1');
    expect(await metrics()).toContain('gongkai_jobs_total{queue="gongkai-sites",outcome="completed"} 1');
    expect(await metrics()).toContain('gongkai_workers 1');
    expect(said.find((line) => line.startsWith('info'))).toMatch(/"run":"night","site":"portal".*完成 site portal/);
    expect(said.find((line) => line.startsWith('error'))).toMatch(/"site":"water".*我们的错误/);
    const healthy = await telemetry.app.request('/healthz');
    expect([healthy.status, (await healthy.json()) as object]).toMatchObject([200, { ok: true, worker: { jobs: 2, fault: null } }]);
    expect((await telemetry.app.request('/readyz')).status).toBe(200);
    await telemetry.stop();
    const [left] = await store.workers.list();
    expect(left).toMatchObject({ host: 'host-a', jobs: 2, lastJob: 'site water' });
    expect(left?.leftAt).not.toBeNull();
  });

  it('is not ready while a run stands still, and tells so', async () => {
    await store.runs.open(
      makeRun('still', {
        schedule: 'nightly-audit',
        dueAt: ago(0),
        startedAt: new Date(systemClock.now().getTime() - 2 * 3_600_000),
        deadline: new Date(systemClock.now().getTime() + 3_600_000),
      }),
    );
    await store.runs.plan('still', [{ site: 'portal', column: 'tzgg' }]);
    const telemetry = await openWorkerTelemetry({ workshop: shop, queues, log, host: 'host-a', vantage: 'main' });
    const answer = await telemetry.app.request('/readyz');
    expect(answer.status).toBe(503);
    expect(JSON.stringify(await answer.json())).toContain('已有 120 分钟没有进展');
    expect(await (await telemetry.app.request('/metrics')).text()).toContain('gongkai_run_columns{state="planned"} 1');
    await telemetry.stop();
  });

  it('raises an alert for the operators once, and no unit hears of it', async () => {
    const faults = livenessFaults(await livenessFacts(shop, queues));
    expect(rules(faults)).toContain('run-stuck');
    await raiseFaults(shop, faults);
    await raiseFaults(shop, faults);
    const raised = await store.alerts.list({ rules: ['run-stuck'] });
    expect(raised).toMatchObject([{ audience: 'operators', kind: 'ours', unit: null, observations: 1 }]);
  });

  it('goes on while the store is away, and passes for hanging only when it hangs', async () => {
    let now = systemClock.now();
    const clock: Clock = {
      now: () => now,
      sleep: (_, signal) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    };
    const away = { workers: { ...store.workers, report: () => Promise.reject(new Error('数据库不在')), prune: async () => undefined } };
    const heartbeat = await startHeartbeat(away, clock, { id: 'away', host: 'host-b' });
    expect(heartbeat.state().fault).toBe('数据库不在');
    const { healthApp } = await import('../../jobs/health/health-app.ts');
    const app = healthApp({
      heartbeat,
      metrics: openMetrics(shop),
      clock,
      language: 'zh',
      facts: () => Promise.reject(new Error('数据库不在')),
    });
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/readyz')).status).toBe(503);
    expect(await (await app.request('/metrics')).text()).toContain('gongkai_store_and_queue_up 0');
    now = new Date(now.getTime() + 3 * 60_000);
    expect((await app.request('/healthz')).status).toBe(503);
    await heartbeat.stop();
  });

  it('names a bounded number of sites in its figures', async () => {
    const many = Array.from({ length: 300 }, (_, index) => site([], { id: `s${index}` }));
    const metrics = openMetrics({ config: { ...shop.config, estate: estate(many) }, door: shop.door });
    const at = systemClock.now();
    metrics.probed(many.map(({ id }) => ({ site: id, vantage: 'main', slot: at, at, outcome: 'ok', milliseconds: 5, detail: null })));
    const series = (await metrics.text(null)).split('\n').filter((line) => line.startsWith('gongkai_probes_total{'));
    expect(series).toHaveLength(201);
    expect(series.find((line) => line.includes('site="others"'))).toMatch(/ 100$/);
  });

  it('traces jobs only where a collector is named, and starts without the exporter', async () => {
    const told: string[] = [];
    expect(await openTelemetry({}, (sentence) => told.push(inBoth(sentence)))).toBeNull();
    const telemetry = await openTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, (sentence) =>
      told.push(inBoth(sentence)),
    );
    expect(telemetry?.tracer).toBeDefined();
    expect(told.join()).toContain('npm i @opentelemetry/sdk-node');
  });
});
