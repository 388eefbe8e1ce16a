import type { Job } from 'bullmq';
import type { CrawlPorts } from '../../crawlers/site/ports.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import { deliverDue } from '../alerts/deliver.ts';
import { readFailedReason } from '../queue/failed-reason.ts';
import type { Queues } from '../queue/queues.ts';
import { closeRun } from '../run/close.ts';
import { doEveryMinute } from '../run/every-minute.ts';
import { DELIVERIES, JOB, RUNS, type RunJobData, SITES } from '../run/jobs.ts';
import { doSiteJob } from '../run/site-job.ts';
import type { SiteTask } from '../run/site-task.ts';
import type { Workshop } from '../workshop.ts';
import { outlastingStore } from './store-away.ts';

export interface WorkerOptions {
  readonly render: CrawlPorts['render'];
  /** When the store was made: nothing was missed before. */
  readonly since: Date;
  /** Sites under way at once. */
  readonly sitesAtOnce: number;
  /** Where several crews share a process: waits until there is room for one more site. */
  readonly room?: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** How long a job's lock lasts without being renewed, in milliseconds. */
  readonly lockMs: number;
  /** How long a job waits for a store that does not do its part, before it is tried again, in milliseconds. */
  readonly storeWaitMs: number;
  progress: CrawlPorts['progress'];
}

/** A worker on the queue. */
export interface Crew {
  /** Finishes the pages under way, keeps what was read, and gives the rest back to the queue. */
  stop(): Promise<void>;
}

export const DEFAULT_WORKER = { sitesAtOnce: 8, lockMs: 30_000, storeWaitMs: 10_000 } as const;

/** A job may lose its worker so often before it is given up: machines are restarted, and a site that kills workers must not kill them all. */
const LOST_WORKERS = 5;
/** How long a worker without work waits for the queue to say that there is some before it asks again. */
const ASK_AGAIN_SECONDS = 10;

/** Takes jobs off the queue until it is stopped. As many as one likes may do so, on any machine. */
export function startWorker(workshop: Workshop, queues: Queues, options: WorkerOptions): Crew {
  const stopping = new AbortController();
  const { render, lockMs, storeWaitMs, progress, room = (work) => work() } = options;
  const crew = { workshop, render, stopping: stopping.signal, lockMs, progress };
  const common = { lockDuration: lockMs, stalledInterval: lockMs, maxStalledCount: LOST_WORKERS, drainDelay: ASK_AGAIN_SECONDS };
  const workers = [
    queues.worker<SiteTask>(
      SITES,
      (job, token) => room(() => outlastingStore(job, token!, workshop, storeWaitMs, () => doSiteJob(crew, job, token!))),
      {
        ...common,
        concurrency: options.sitesAtOnce,
      },
    ),
    queues.worker<RunJobData>(
      RUNS,
      (job, token) => outlastingStore(job, token!, workshop, storeWaitMs, () => doRunJob(workshop, queues, job, options.since)),
      common,
    ),
    queues.worker(DELIVERIES, () => deliverDue(workshop, workshop.clock), common),
  ];
  return {
    async stop() {
      stopping.abort(new Error('this worker stops'));
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

async function doRunJob(workshop: Workshop, queues: Queues, job: Job<RunJobData>, since: Date): Promise<void> {
  if (job.name === JOB.everyMinute) return doEveryMinute(workshop, queues, since);
  await closeRun(workshop, job.data.run, { failures: await failuresOf(job), narrowing: {}, interrupted: false });
}

/** Why sites' jobs failed, by site. */
async function failuresOf(job: Job<RunJobData>): Promise<Map<string, Sentence>> {
  const failures = await job.getIgnoredChildrenFailures();
  return new Map(
    Object.entries(failures).map(([key, why]) => [
      key.slice(key.lastIndexOf(`${job.data.run}.`) + job.data.run.length + 1),
      readFailedReason(why),
    ]),
  );
}
