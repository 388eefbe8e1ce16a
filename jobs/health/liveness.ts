import { deliveriesLate } from '../../src/checks/deliveries-late.ts';
import { raised } from '../../src/checks/finding.ts';
import { jobsWaiting } from '../../src/checks/jobs-waiting.ts';
import { queueAway } from '../../src/checks/queue-away.ts';
import { queueLost } from '../../src/checks/queue-lost.ts';
import { runStuck } from '../../src/checks/run-stuck.ts';
import { workersGone } from '../../src/checks/workers-gone.ts';
import type { Finding } from '../../src/model/findings.ts';
import type { WorkerRecord } from '../../src/model/liveness.ts';
import type { RunRecord } from '../../src/model/records.ts';
import type { RepeatingJob } from '../worker/repeating-jobs.ts';

/** What liveness is judged by: work done, never a process that exists. */
export interface LivenessFacts {
  readonly now: Date;
  readonly workers: readonly WorkerRecord[];
  readonly queues: readonly QueueFacts[];
  /** What the queue should have and does not; null where it does not answer. */
  readonly lost: LostJobs | null;
  /** Runs of the queue that are open. */
  readonly runs: readonly OpenRun[];
  /** Messages that should have left by now, and since when the oldest should have. */
  readonly outbox: { readonly count: number; readonly since: Date | null };
}

export interface LostJobs {
  readonly repeating: readonly RepeatingJob[];
  /** Open runs without jobs. */
  readonly runs: readonly RunRecord[];
}

export interface QueueFacts {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  /** Since when the job that has waited longest could have been taken; null: none waits. */
  readonly waitingSince: Date | null;
}

export interface OpenRun {
  readonly run: RunRecord;
  readonly planned: number;
  readonly recorded: number;
  /** When a column was last recorded; null: none yet. */
  readonly lastRecordedAt: Date | null;
}

const MINUTE = 60_000;
/** Four beats missed: the worker is not there, or cannot reach the store. */
export const GONE_AFTER_MS = MINUTE;
/** A waiting job that nobody takes although nobody takes any other. */
const WAITING_MS = 15 * MINUTE;
/** Longer than the longest column: 50 pages and their items, one request in two seconds. */
const STUCK_MS = 60 * MINUTE;
/** A message that nobody sends although its time has come: deliveries are looked at every minute. */
const LATE_MS = 30 * MINUTE;
/** How long the queue may take to answer. */
export const QUEUE_ANSWERS_MS = 4_000;
/** How long after its deadline a run may still be closing. */
const CLOSING_MS = 10 * MINUTE;

/** Whether a worker was seen lately and did not leave. */
export function isAtWork({ seenAt, leftAt }: WorkerRecord, now: Date): boolean {
  return leftAt === null && now.getTime() - seenAt.getTime() < GONE_AFTER_MS;
}

/** Faults of our own that what was done lately, or was not, shows. Pure; a busy queue is no fault, one that nobody works off is. */
export function livenessFaults(facts: LivenessFacts): Finding[] {
  return [...faultsOfQueue(facts), ...noWorker(facts), ...untakenJobs(facts), ...stuckRuns(facts), ...lateMessages(facts)];
}

function faultsOfQueue({ lost }: LivenessFacts): Finding[] {
  if (lost === null) return [raised(queueAway, { seconds: QUEUE_ANSWERS_MS / 1000 })];
  const { repeating, runs } = lost;
  return repeating.length + runs.length === 0 ? [] : [raised(queueLost, { repeating: repeating.length, runs: runs.length })];
}

function noWorker({ workers, queues, runs, now }: LivenessFacts): Finding[] {
  const wanted =
    runs.length > 0 || queues.some(({ waitingSince }) => waitingSince !== null && now.getTime() - waitingSince.getTime() > GONE_AFTER_MS);
  if (!wanted || workers.some((worker) => isAtWork(worker, now))) return [];
  const [last] = workers;
  const seen = last ? { host: last.host, seenAt: last.seenAt.toISOString() } : null;
  return [raised(workersGone, { last: seen })];
}

function untakenJobs({ workers, queues, now }: LivenessFacts): Finding[] {
  const lastTaken = Math.max(0, ...workers.map(({ lastJobAt }) => lastJobAt?.getTime() ?? 0));
  if (now.getTime() - lastTaken < WAITING_MS) return [];
  return queues.flatMap(({ name, waiting, active, waitingSince }) => {
    const minutes = waitingSince === null ? 0 : minutesBetween(waitingSince, now);
    if (minutes * MINUTE < WAITING_MS) return [];
    return [raised(jobsWaiting, { queue: name, minutes, waiting, active })];
  });
}

function stuckRuns({ runs, now }: LivenessFacts): Finding[] {
  return runs.flatMap(({ run, planned, recorded, lastRecordedAt }) => {
    const figures = { run: run.id, recorded, planned };
    if (run.deadline !== null && now.getTime() > run.deadline.getTime() + CLOSING_MS) {
      return [raised(runStuck, { ...figures, minutes: minutesBetween(run.deadline, now), pastDeadline: true })];
    }
    const minutes = minutesBetween(lastRecordedAt ?? run.startedAt, now);
    if (minutes * MINUTE < STUCK_MS || recorded === planned) return [];
    return [raised(runStuck, { ...figures, minutes, pastDeadline: false })];
  });
}

function lateMessages({ outbox, now }: LivenessFacts): Finding[] {
  const minutes = outbox.since === null ? 0 : minutesBetween(outbox.since, now);
  if (minutes * MINUTE < LATE_MS) return [];
  return [raised(deliveriesLate, { count: outbox.count, minutes })];
}

function minutesBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / MINUTE);
}
