import { Hono } from 'hono';
import { sentenceOf } from '../../src/checks/finding.ts';
import type { AlertSettings } from '../../src/config/alerts-file.ts';
import type { Clock } from '../../src/model/clock.ts';
import { BEAT_MS, type Heartbeat } from './heartbeat.ts';
import { inTime } from './in-time.ts';
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
    const facts = await inTime(ports.facts(), ANSWER_MS, clock).catch((error: unknown) =>
      String(error instanceof Error ? error.message : error),
    );
    if (typeof facts === 'string') return c.json({ ok: false, faults: [facts], worker: described(heartbeat) }, 503);
    const faults = livenessFaults(facts).map((fault) => sentenceOf(fault)[ports.language]);
    return c.json({ ok: faults.length === 0, faults, worker: described(heartbeat) }, faults.length === 0 ? 200 : 503);
  });

  app.get('/metrics', async (c) => {
    const facts = await inTime(ports.facts(), ANSWER_MS, clock).catch(() => null);
    return c.body(await metrics.text(facts), 200, { 'content-type': metrics.contentType });
  });
  return app;
}

function described(heartbeat: Heartbeat): object {
  const { worker, fault } = heartbeat.state();
  return { id: worker.id, startedAt: worker.startedAt, seenAt: worker.seenAt, jobs: worker.jobs, lastJobAt: worker.lastJobAt, fault };
}
