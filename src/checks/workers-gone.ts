import type { Check } from './check.ts';
import { OURS } from './parts/ours.ts';

interface Facts {
  readonly last: { readonly host: string; readonly seenAt: string } | null;
}

/** There is work to do and nobody who does it. */
export const workersGone: Check<Facts> = {
  kind: 'workers-gone',
  name: { zh: '没有 worker 在运行', en: 'no worker at work' },
  ...OURS,
  sentence: ({ last }) => ({
    zh: `有任务要做，但没有任何 worker 在运行（${last ? `最后一个是 ${last.host}，${last.seenAt}` : '从未有过'}）。请启动 gongkai serve 或 gongkai worker。`,
    en: `There is work to do and no worker (${last ? `the last was ${last.host}, ${last.seenAt}` : 'there never was one'}). Start gongkai serve or gongkai worker.`,
  }),
};
