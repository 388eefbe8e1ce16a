import type { Hono } from 'hono';
import type { CrawlPorts } from '../../crawlers/site/ports.ts';
import { sentenceOf } from '../../src/checks/finding.ts';
import { outcomeFacts } from '../../src/model/outcome.ts';
import { inBoth } from '../../src/model/sentence.ts';
import { probeJobs, startProbing } from '../probes/probing.ts';
import type { Queues } from '../queue/queues.ts';
import { missingOf, putBack, REPEATING_JOBS } from '../worker/repeating-jobs.ts';
import type { Workshop } from '../workshop.ts';
import { healthApp } from './health-app.ts';
import { startHeartbeat } from './heartbeat.ts';
import { withJobEvents } from './job-events.ts';
import { livenessFacts } from './liveness-facts.ts';
import type { Log } from './log.ts';
import { openMetrics } from './metrics.ts';
import { checkOurselves, type SelfCheck } from './self-check.ts';

export interface WorkerTelemetryOptions {
  readonly workshop: Workshop;
  readonly queues: Queues;
  readonly log: Log;
  /** Name of the machine or container. */
  readonly host: string;
  /** The place in the network that this process looks from. */
  readonly vantage: string;
  /** How often it looks at itself; handed in shorter by tests. */
  readonly timing?: SelfCheck['timing'];
}

/** What a process that works off the queue has about itself: its heartbeat, figures, log and answers, and the visits to home pages. */
export interface WorkerTelemetry {
  /** The queues to make workers through, so that their jobs are seen. */
  readonly queues: Queues;
  /** `/healthz`, `/readyz` and `/metrics`. */
  readonly app: Hono;
  readonly progress: CrawlPorts['progress'];
  /** Stops looking; call it before the queues are closed. */
  stop(): Promise<void>;
}

export async function openWorkerTelemetry({
  workshop,
  queues,
  log,
  host,
  vantage,
  timing,
}: WorkerTelemetryOptions): Promise<WorkerTelemetry> {
  const { store, clock, randomness } = workshop;
  const stopping = new AbortController();
  const metrics = openMetrics(workshop);
  const heartbeat = await startHeartbeat(store, clock, { id: randomness.id(), host });
  const runOf = new Map<string, string>();
  const seen = withJobEvents(queues, {
    taken(queue, { name, run, site }) {
      heartbeat.took(name);
      if (site !== null && run !== null) runOf.set(site, run);
      log.debug({ queue, run, site }, `开始 ${name}`);
    },
    over(queue, { name, run, site }, outcome, seconds, error) {
      metrics.jobOver(queue, outcome, seconds);
      const fields = { queue, run, site, seconds };
      if (outcome === 'failed') log.error({ ...fields, error }, `任务失败 ${name}`);
      else if (site !== null) log.info(fields, `完成 ${name}`);
      else log.debug(fields, `完成 ${name}`);
    },
    stalled(queue, id) {
      metrics.jobStalled(queue);
      log.warn({ queue, job: id }, inBoth({ zh: '任务失去了 worker，已交给另一个', en: 'a job lost its worker' }));
    },
  });
  const repeating = [...REPEATING_JOBS, ...probeJobs(workshop, vantage)];
  // Whoever works sees to it that there is work; what is missing at the start was never there.
  await putBack(queues, await missingOf(queues, repeating));
  const watching = checkOurselves({
    workshop,
    queues,
    repeating,
    signal: stopping.signal,
    ...(timing && { timing }),
    told(faults, error) {
      if (error) log.error({ error: error.message }, inBoth({ zh: '无法检查自身', en: 'cannot look at ourselves' }));
      for (const fault of faults) log.error({ rule: fault.kind }, sentenceOf(fault)[workshop.config.alerts.language]);
    },
  });
  startProbing(workshop, seen, {
    vantage,
    signal: stopping.signal,
    made(probes) {
      metrics.probed(probes);
      for (const { site, outcome, milliseconds, detail } of probes) {
        if (outcome !== 'ok') log.warn({ site, outcome, milliseconds, vantage }, `拨测 ${(detail ?? outcomeFacts(outcome)).zh}`);
      }
    },
  });
  return {
    queues: seen,
    app: healthApp({
      heartbeat,
      metrics,
      clock,
      language: workshop.config.alerts.language,
      facts: () => livenessFacts(workshop, queues, repeating),
    }),
    progress(event) {
      metrics.crawled(event);
      if (event.kind !== 'column') return;
      const { column, crawled } = event;
      const fields = { run: runOf.get(column.site), site: column.site, column: column.id, outcome: crawled.outcome };
      if (crawled.reason === null) log.debug({ ...fields, rows: crawled.listed }, `读完栏目 ${column.name}`);
      else log.warn(fields, `没有读到栏目 ${column.name}：${(crawled.detail ?? outcomeFacts(crawled.outcome)).zh}`);
    },
    async stop() {
      stopping.abort();
      await watching;
      await heartbeat.stop();
    },
  };
}
