import type { Check } from './check.ts';
import { OURS } from './parts/ours.ts';

interface Facts {
  readonly count: number;
  readonly minutes: number;
}

/** Messages that nobody sends although their time has come. */
export const deliveriesLate: Check<Facts> = {
  kind: 'deliveries-late',
  name: { zh: '通知积压', en: 'messages late' },
  ...OURS,
  sentence: ({ count, minutes }) => ({
    zh: `有 ${count} 份通知早该发出，最早的已晚了 ${minutes} 分钟。请查看 gongkai serve 或 worker 的日志。`,
    en: `${count} messages should have left by now, the oldest ${minutes} minutes ago. See the log of gongkai serve or of the worker.`,
  }),
};
