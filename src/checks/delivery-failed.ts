import type { Sentence } from '../model/sentence.ts';
import type { Check } from './check.ts';
import { OURS } from './parts/ours.ts';

interface Facts {
  readonly channel: string;
  readonly attempts: number;
  readonly detail: Sentence;
}

/** A message that was given up. */
export const deliveryFailed: Check<Facts> = {
  kind: 'delivery-failed',
  name: { zh: '通知没有送达', en: 'message not delivered' },
  ...OURS,
  sentence: ({ channel, attempts, detail }) => ({
    zh: `渠道“${channel}”的一份通知试了 ${attempts} 次没有送达，已停止重试：${detail.zh}`,
    en: `A message of channel "${channel}" did not arrive in ${attempts} tries and is given up: ${detail.en}`,
  }),
};
