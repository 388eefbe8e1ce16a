import { Hono } from 'hono';
import { sentenceOf } from '../../src/checks/finding.ts';
import type { AlertSettings } from '../../src/config/alerts-file.ts';
import type { Clock } from '../../src/model/clock.ts';
import { BEAT_MS, type Heartbeat } from './heartbeat.ts';
import { type LivenessFacts, livenessFaults } from './liveness.ts';
import type { Metrics } from './metrics.ts';

export interface HealthPorts {
  readonly heartbeat: Heartbeat;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly language: AlertSettings['language'];
  /** Asks store and queue; rejects where one of them does not answer. */
  facts(): Promise<LivenessFacts>;
}

/** Beats that may be late before the process passes for hanging. */
const LATE_BEATS = 8;
/** How long store and queue may take to answer. */
const ANSWER_MS = 5_000;

/**
 * What whoever keeps this process alive asks it: `/healthz` whether to start it anew (it hangs), `/readyz` whether work is being
 * done and store and queue answer, `/metrics` the figures. None tells anything of units or sites but their ids.
 */
export function healthApp(ports: HealthPorts): Hono {
  const { heartbeat, metrics, clock } = ports;
  const app = new Hono();

  app.get('/healthz', (c) => {
    const silent = clock.now().getTime() - heartbeat.lastBeat().getTime();
    const ok = silent < BEAT_MS * LATE_BEATS;
    return c.json({ ok, worker: described(heartbeat) }, ok ? 200 : 503);
  });

  app.get('/readyz', async (c) => {
    const facts = await inTime(ports.facts(), clock).catch((error: unknown) => String(error instanceof Error ? error.message : error));
    if (typeof facts === 'string') return c.json({ ok: false, faults: [facts], worker: described(heartbeat) }, 503);
    const faults = livenessFaults(facts).map((fault) => sentenceOf(fault)[ports.language]);
    return c.json({ ok: faults.length === 0, faults, worker: described(heartbeat) }, faults.length === 0 ? 200 : 503);
  });

  app.get('/metrics', async (c) => {
    const facts = await inTime(ports.facts(), clock).catch(() => null);
    return c.body(await metrics.text(facts), 200, { 'content-type': metrics.contentType });
  });
  return app;
}

function described(heartbeat: Heartbeat): object {
  const { worker, fault } = heartbeat.state();
  return { id: worker.id, startedAt: worker.startedAt, seenAt: worker.seenAt, jobs: worker.jobs, lastJobAt: worker.lastJobAt, fault };
}

/** Settles as `work` does, or rejects once it took too long. */
async function inTime<Result>(work: Promise<Result>, clock: Clock): Promise<Result> {
  const through = new AbortController();
  const late = clock.sleep(ANSWER_MS, through.signal).then(() => {
    throw new Error(`数据库或队列 ${ANSWER_MS / 1000} 秒内没有答复 · store or queue did not answer in time`);
  });
  late.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    through.abort();
  }
}
