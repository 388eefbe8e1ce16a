import type { Check } from './check.ts';
import { OURS } from './parts/ours.ts';

interface Facts {
  readonly seconds: number;
}

/** The queue does not answer: nobody can take work from it. */
export const queueAway: Check<Facts> = {
  kind: 'queue-away',
  name: { zh: '队列没有答复', en: 'queue does not answer' },
  ...OURS,
  sentence: ({ seconds }) => ({
    zh: `队列（QUEUE_URL）${seconds} 秒内没有答复，任务暂时无人领取。请检查 Redis 或 PostgreSQL 是否在运行；恢复后会自动接着做。`,
    en: `The queue (QUEUE_URL) did not answer within ${seconds} s, so nobody takes jobs. Is Redis or PostgreSQL running? Work goes on by itself once it is back.`,
  }),
};
