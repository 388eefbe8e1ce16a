import { ownFault } from '../../src/alerts/open-alerts.ts';
import { OWN_RULES } from '../../src/alerts/subject.ts';
import type { WorkerRecord } from '../../src/model/liveness.ts';
import type { Finding, RunRecord } from '../../src/model/records.ts';

/** What liveness is judged by: work done, never a process that exists. */
export interface LivenessFacts {
  readonly now: Date;
  readonly workers: readonly WorkerRecord[];
  readonly queues: readonly QueueFacts[];
  /** Runs of the queue that are open. */
  readonly runs: readonly OpenRun[];
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
/** How long after its deadline a run may still be closing. */
const CLOSING_MS = 10 * MINUTE;

/** Whether a worker was seen lately and did not leave. */
export function isAtWork({ seenAt, leftAt }: WorkerRecord, now: Date): boolean {
  return leftAt === null && now.getTime() - seenAt.getTime() < GONE_AFTER_MS;
}

/** Faults of our own that what was done lately, or was not, shows. Pure; a busy queue is no fault, one that nobody works off is. */
export function livenessFaults(facts: LivenessFacts): Finding[] {
  return [...noWorker(facts), ...untakenJobs(facts), ...stuckRuns(facts)];
}

function noWorker({ workers, queues, runs, now }: LivenessFacts): Finding[] {
  const wanted =
    runs.length > 0 || queues.some(({ waitingSince }) => waitingSince !== null && now.getTime() - waitingSince.getTime() > GONE_AFTER_MS);
  if (!wanted || workers.some((worker) => isAtWork(worker, now))) return [];
  const [last] = workers;
  const seen = last
    ? `最后一个是 ${last.host}，${last.seenAt.toISOString()} · the last was ${last.host} at that time`
    : '从未有过 · there never was one';
  return [ownFault(OWN_RULES.workersGone, `有任务要做，但没有任何 worker 在运行（${seen}）。请启动 gongkai serve 或 gongkai worker。`)];
}

function untakenJobs({ workers, queues, now }: LivenessFacts): Finding[] {
  const lastTaken = Math.max(0, ...workers.map(({ lastJobAt }) => lastJobAt?.getTime() ?? 0));
  if (now.getTime() - lastTaken < WAITING_MS) return [];
  return queues.flatMap(({ name, waiting, active, waitingSince }) => {
    const minutes = waitingSince === null ? 0 : minutesBetween(waitingSince, now);
    if (minutes * MINUTE < WAITING_MS) return [];
    const facts = `${waiting} 个任务等待、${active} 个在做 · ${waiting} wait, ${active} are under way`;
    return [ownFault(OWN_RULES.jobsWaiting, `队列 ${name} 最早的任务已等 ${minutes} 分钟，期间没有 worker 领取任何任务（${facts}）。`)];
  });
}

function stuckRuns({ runs, now }: LivenessFacts): Finding[] {
  return runs.flatMap((open) => {
    const { run, planned, recorded } = open;
    const figures = `已记录 ${recorded}/${planned} 个栏目 · ${recorded} of ${planned} columns recorded`;
    if (run.deadline !== null && now.getTime() > run.deadline.getTime() + CLOSING_MS) {
      return [
        ownFault(OWN_RULES.runStuck, `审计 ${run.id} 过了截止时间 ${minutesBetween(run.deadline, now)} 分钟仍未结束（${figures}）。`),
      ];
    }
    const silent = minutesBetween(open.lastRecordedAt ?? run.startedAt, now);
    return silent * MINUTE < STUCK_MS || recorded === planned
      ? []
      : [ownFault(OWN_RULES.runStuck, `审计 ${run.id} 已有 ${silent} 分钟没有进展（${figures}）。`)];
  });
}

function minutesBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / MINUTE);
}
