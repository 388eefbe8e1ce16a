import type { Check } from './check.ts';
import { OURS } from './parts/ours.ts';

interface Facts {
  readonly run: string;
  readonly minutes: number;
  readonly recorded: number;
  readonly planned: number;
  /** Whether its deadline is over; else nothing has been recorded for so long. */
  readonly pastDeadline: boolean;
}

/** A run that comes no further, or to no end. */
export const runStuck: Check<Facts> = {
  kind: 'run-stuck',
  name: { zh: '审计没有进展', en: 'audit stuck' },
  ...OURS,
  sentence: ({ run, minutes, recorded, planned, pastDeadline }) =>
    pastDeadline
      ? {
          zh: `审计 ${run} 过了截止时间 ${minutes} 分钟仍未结束（已记录 ${recorded}/${planned} 个栏目）。`,
          en: `Audit ${run} is ${minutes} minutes past its deadline and not over (${recorded} of ${planned} columns recorded).`,
        }
      : {
          zh: `审计 ${run} 已有 ${minutes} 分钟没有进展（已记录 ${recorded}/${planned} 个栏目）。`,
          en: `Audit ${run} has come no further for ${minutes} minutes (${recorded} of ${planned} columns recorded).`,
        },
};
