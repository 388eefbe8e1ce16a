import type { Job } from 'bullmq';
import { inBoth } from '../../src/model/sentence.ts';
import { readFailedReason } from '../queue/failed-reason.ts';
import type { Queues } from '../queue/queues.ts';

/** Sees what becomes of jobs in this process. */
export interface JobListener {
  taken(queue: string, job: JobName): void;
  /** `seconds` of work; null where the queue does not know when it began. */
  over(queue: string, job: JobName, outcome: 'completed' | 'failed', seconds: number | null, error: string | null): void;
  /** A job lost its worker and was given to another one. */
  stalled(queue: string, id: string): void;
}

/** What a job is about. */
export interface JobName {
  /** In words for people: `site portal`, `close`. */
  readonly name: string;
  readonly run: string | null;
  readonly site: string | null;
}

/** The same queues, with every worker that is made through them seen by the listener. */
export function withJobEvents(queues: Queues, listener: JobListener): Queues {
  return {
    ...queues,
    worker(queue, processor, options) {
      const worker = queues.worker(queue, processor, options);
      worker.on('active', (job) => listener.taken(queue, nameOf(job as Job)));
      worker.on('completed', (job) => listener.over(queue, nameOf(job as Job), 'completed', secondsOf(job as Job), null));
      worker.on(
        'failed',
        (job, error) =>
          job && listener.over(queue, nameOf(job as Job), 'failed', secondsOf(job as Job), inBoth(readFailedReason(error.message))),
      );
      worker.on('stalled', (id) => listener.stalled(queue, id));
      return worker;
    },
  };
}

function nameOf({ name, data }: Job): JobName {
  const { run, site } = data as { run?: unknown; site?: { id?: unknown } };
  const id = typeof site?.id === 'string' ? site.id : null;
  return { name: id === null ? name : `${name} ${id}`, run: typeof run === 'string' ? run : null, site: id };
}

function secondsOf({ processedOn, finishedOn }: Job): number | null {
  return processedOn === undefined || finishedOn === undefined ? null : (finishedOn - processedOn) / 1000;
}
