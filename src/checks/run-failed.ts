import type { Sentence } from '../model/sentence.ts';
import type { Check } from './check.ts';
import { OURS } from './parts/ours.ts';

interface Facts {
  readonly run: string;
  readonly error: Sentence;
}

/** A run that did not come to its end. */
export const runFailed: Check<Facts> = {
  kind: 'run-failed',
  name: { zh: '审计没有完成', en: 'audit did not finish' },
  ...OURS,
  sentence: ({ run, error }) => ({
    zh: `运行 ${run} 没有完成：${error.zh}`,
    en: `Run ${run} did not finish: ${error.en}`,
  }),
};
