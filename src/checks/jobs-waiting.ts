import type { Check } from './check.ts';
import { OURS } from './parts/ours.ts';

interface Facts {
  readonly queue: string;
  readonly minutes: number;
  readonly waiting: number;
  readonly active: number;
}

/** Jobs that wait while no worker takes any. */
export const jobsWaiting: Check<Facts> = {
  kind: 'jobs-waiting',
  name: { zh: '任务无人领取', en: 'jobs not taken' },
  ...OURS,
  sentence: ({ queue, minutes, waiting, active }) => ({
    zh: `队列 ${queue} 最早的任务已等 ${minutes} 分钟，期间没有 worker 领取任何任务（${waiting} 个等待、${active} 个在做）。`,
    en: `The oldest job of queue ${queue} has waited ${minutes} minutes while no worker took any job (${waiting} wait, ${active} are under way).`,
  }),
};
