import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CrawlEvent } from '../../crawlers/site/ports.ts';
import type { Probe } from '../../src/model/probes.ts';
import type { Workshop } from '../workshop.ts';
import type { LivenessFacts } from './liveness.ts';
import { isAtWork } from './liveness.ts';

/** Sites that metrics name; the others are told of together, so that an estate of any size has a bounded number of series. */
export const NAMED_SITES = 200;
const OTHERS = 'others';

/** The figures of this process and of the queue, as Prometheus reads them. */
export interface Metrics {
  readonly contentType: string;
  jobOver(queue: string, outcome: 'completed' | 'failed', seconds: number | null): void;
  jobStalled(queue: string): void;
  crawled(event: CrawlEvent): void;
  probed(probes: readonly Probe[]): void;
  /** All of them as text; `facts` null where store or queue did not answer, and then what follows from them is left out. */
  text(facts: LivenessFacts | null): Promise<string>;
}

export function openMetrics({ config, door }: Pick<Workshop, 'config' | 'door'>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const named = new Set(config.estate.sites.slice(0, NAMED_SITES).map(({ id }) => id));
  const siteLabel = (id: string) => (named.has(id) ? id : OTHERS);
  collectDefaultMetrics({ register: registry, prefix: 'gongkai_' });

  const jobs = new Counter({
    name: 'gongkai_jobs_total',
    help: 'Jobs that this process worked off',
    labelNames: ['queue', 'outcome'],
    registers,
  });
  const stalled = new Counter({
    name: 'gongkai_jobs_stalled_total',
    help: 'Jobs that lost their worker',
    labelNames: ['queue'],
    registers,
  });
  const seconds = new Histogram({
    name: 'gongkai_job_seconds',
    help: 'How long jobs took',
    labelNames: ['queue'],
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 14_400],
    registers,
  });
  const columns = new Counter({
    name: 'gongkai_columns_total',
    help: 'Columns read, by what came of it',
    labelNames: ['site', 'outcome'],
    registers,
  });
  const pages = new Counter({ name: 'gongkai_pages_total', help: 'List pages and item pages read', labelNames: ['kind'], registers });
  const probes = new Counter({ name: 'gongkai_probes_total', help: 'Visits to home pages', labelNames: ['site', 'outcome'], registers });
  const probeSeconds = new Histogram({
    name: 'gongkai_probe_seconds',
    help: 'How long home pages that opened took',
    buckets: [0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 15],
    registers,
  });
  const traffic = { requests: 0, notModified: 0, bytes: 0 };
  const requests = new Counter({ name: 'gongkai_requests_total', help: 'HTTP requests to sites', registers });
  const notModified = new Counter({ name: 'gongkai_not_modified_total', help: 'Requests that sites answered with 304', registers });
  const bytes = new Counter({ name: 'gongkai_received_bytes_total', help: 'Bytes from sites, after decompression', registers });

  const gauge = (name: string, help: string, labelNames: string[] = []) => new Gauge({ name, help, labelNames, registers });
  const queueJobs = gauge('gongkai_queue_jobs', 'Jobs in the queue', ['queue', 'state']);
  const queueWait = gauge('gongkai_queue_oldest_seconds', 'How long the job that waits longest could have been taken', ['queue']);
  const lostJobs = gauge('gongkai_queue_lost_jobs', 'Repeating jobs, and open runs without jobs, that the queue should have', ['kind']);
  const workers = gauge('gongkai_workers', 'Workers seen within the last minute');
  const lateMessages = gauge('gongkai_late_messages', 'Messages that should have left by now');
  const runColumns = gauge('gongkai_run_columns', 'Columns of open runs', ['state']);
  const up = gauge('gongkai_store_and_queue_up', 'Whether store and queue answered when this was asked');

  function takeTraffic(): void {
    const now = door.traffic;
    requests.inc(now.requests - traffic.requests);
    notModified.inc(now.notModified - traffic.notModified);
    bytes.inc(now.bytes - traffic.bytes);
    Object.assign(traffic, now);
  }

  function takeFacts(facts: LivenessFacts | null): void {
    for (const one of [queueJobs, queueWait, lostJobs, workers, lateMessages, runColumns]) one.reset();
    up.set(facts === null || facts.lost === null ? 0 : 1);
    if (facts === null) return;
    for (const { name, waiting, active, waitingSince } of facts.queues) {
      queueJobs.set({ queue: name, state: 'waiting' }, waiting);
      queueJobs.set({ queue: name, state: 'active' }, active);
      queueWait.set({ queue: name }, waitingSince === null ? 0 : Math.max(0, facts.now.getTime() - waitingSince.getTime()) / 1000);
    }
    lostJobs.set({ kind: 'repeating' }, facts.lost?.repeating.length ?? 0);
    lostJobs.set({ kind: 'run' }, facts.lost?.runs.length ?? 0);
    lateMessages.set(facts.outbox.count);
    workers.set(facts.workers.filter((worker) => isAtWork(worker, facts.now)).length);
    runColumns.set({ state: 'planned' }, sum(facts.runs.map(({ planned }) => planned)));
    runColumns.set({ state: 'recorded' }, sum(facts.runs.map(({ recorded }) => recorded)));
  }

  return {
    contentType: registry.contentType,
    jobOver(queue, outcome, took) {
      jobs.inc({ queue, outcome });
      if (took !== null) seconds.observe({ queue }, took);
    },
    jobStalled: (queue) => stalled.inc({ queue }),
    crawled(event) {
      if (event.kind === 'column') columns.inc({ site: siteLabel(event.column.site), outcome: event.crawled.outcome });
      else pages.inc({ kind: event.kind === 'item' ? 'item' : 'list' });
    },
    probed(made) {
      for (const { site, outcome, milliseconds } of made) {
        probes.inc({ site: siteLabel(site), outcome });
        if (outcome === 'ok') probeSeconds.observe(milliseconds / 1000);
      }
    },
    text(facts) {
      takeTraffic();
      takeFacts(facts);
      return registry.metrics();
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
