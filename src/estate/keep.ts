import type { Config } from '../config/load.ts';
import type { Clock } from '../model/clock.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Store } from '../store/store.ts';

/** Who changed what is watched, and why. */
export interface Change {
  readonly by: string;
  readonly why: string;
}

/** Why it changed where nobody said so: somebody put other files into the folder. */
export const BY_FILES: Sentence = { zh: '配置目录里的文件', en: 'files of the configuration directory' };

/** Has the store keep a configuration that is worked with as of a moment, and gives it with its number: a new one where it changed. */
export async function keepConfig(
  { config, store, clock }: { readonly config: Config; readonly store: Pick<Store, 'estate'>; readonly clock: Clock },
  asOf: Date,
  { by, why }: Change,
): Promise<Config> {
  const { texts, digest } = config;
  const { number } = await store.estate.keep(texts, { digest, asOf, now: clock.now(), by, why });
  return { ...config, revision: number };
}
