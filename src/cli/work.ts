import { hostname } from 'node:os';
import type { Hono } from 'hono';
import { type Log, openLog } from '../../jobs/health/log.ts';
import { openWorkerTelemetry } from '../../jobs/health/worker-telemetry.ts';
import { isVantage } from '../../jobs/probes/probing.ts';
import { startChecks } from '../../jobs/start-checks.ts';
import { type Crew, DEFAULT_WORKER, startWorker, type WorkerOptions } from '../../jobs/worker/worker.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import { inBoth, inLines } from '../model/sentence.ts';
import type { OpenedStore } from '../store/open.ts';
import { EXIT, Failure } from './failure.ts';
import type { CommonOptions } from './options.ts';
import type { QueueSession } from './queues.ts';
import { rendererFor } from './renderer.ts';
import { queueUrl } from './servers.ts';

/** A worker that can be asked how it is. */
export interface StartedCrew extends Crew {
  /** `/healthz`, `/readyz` and `/metrics`. */
  readonly health: Hono;
}

/** Puts a worker with a browser to work, visits home pages, and tells of it in the log; `stop` ends all of it. */
export async function startCrew(
  { workshop, store, queues }: QueueSession,
  options: Pick<CommonOptions, 'data' | 'estate' | 'verbose' | 'quiet'>,
  atWork: Partial<Pick<WorkerOptions, 'sitesAtOnce' | 'room'>> = {},
): Promise<StartedCrew> {
  const level = options.verbose ? 'debug' : options.quiet ? 'warn' : 'info';
  const log = await openLog({ pretty: process.stderr.isTTY === true, level, estate: options.estate });
  await assertFit(workshop, store, options, log);
  const vantage = process.env.GONGKAI_VANTAGE ?? 'main';
  if (!isVantage(vantage))
    throw new Failure(
      {
        zh: `GONGKAI_VANTAGE 只能用字母、数字、点、横线和下划线：${vantage}`,
        en: `letters, digits, dots, dashes and underscores only: ${vantage}`,
      },
      EXIT.usage,
    );
  const telemetry = await openWorkerTelemetry({ workshop, queues, log, host: hostname(), vantage });
  const renderer = rendererFor(workshop);
  const crew = startWorker(workshop, telemetry.queues, {
    ...DEFAULT_WORKER,
    ...atWork,
    render: renderer.render,
    since: store.madeAt,
    progress: telemetry.progress,
  });
  return {
    health: telemetry.app,
    async stop() {
      await Promise.all([crew.stop(), telemetry.stop()]);
      await renderer.close();
    },
  };
}

/** Tells what is not as it should be, and begins nothing where work would be lost. */
async function assertFit(
  { clock }: Workshop,
  store: OpenedStore,
  options: Pick<CommonOptions, 'data' | 'estate'>,
  log: Log,
): Promise<void> {
  const checks = await startChecks({ store, queueUrl: queueUrl(options), dataDir: options.data, clock });
  for (const { name, says } of checks.filter(({ state }) => state === 'note')) log.warn(`${inBoth(name)}：${inBoth(says)}`);
  const bad = checks
    .filter(({ state }) => state === 'bad')
    .map(({ name, says }) => ({ zh: `${name.zh}：${says.zh}`, en: `${name.en}: ${says.en}` }));
  if (bad.length > 0) throw new Failure(inLines(bad));
}

/** Resolves once a signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
