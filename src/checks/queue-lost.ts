import type { Check } from './check.ts';
import { OURS } from './parts/ours.ts';

interface Facts {
  /** Jobs that must come again and again and were not there. */
  readonly repeating: number;
  /** Open runs whose jobs were not there. */
  readonly runs: number;
}

/** The queue was emptied or put back to an older state while it was needed. */
export const queueLost: Check<Facts> = {
  kind: 'queue-lost',
  name: { zh: '队列丢失任务', en: 'jobs lost by the queue' },
  ...OURS,
  sentence: ({ repeating, runs }) => ({
    zh: `队列里少了 ${repeating} 个定时任务和 ${runs} 次审计的任务，已按数据库重新放回，审计会接着做。请查明 Redis 为何丢失数据（是否未开持久化、被清空或从旧备份恢复）。`,
    en: `The queue had lost ${repeating} repeating jobs and the jobs of ${runs} audits; they were put back by the database, and the audits go on. Find out why (no persistence, flushed, restored from an older backup?).`,
  }),
};
