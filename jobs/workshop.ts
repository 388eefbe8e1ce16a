import type { Door } from '../crawlers/door/door.ts';
import type { ReaderPool } from '../crawlers/reading/reader-pool.ts';
import type { Classifier } from '../src/classification/classifier.ts';
import type { Config } from '../src/config/load.ts';
import type { Clock } from '../src/model/clock.ts';
import type { Randomness } from '../src/model/randomness.ts';
import type { Store } from '../src/store/store.ts';

/** Everything that a job works with. Whoever opens it closes it. */
export interface Workshop {
  readonly config: Config;
  readonly store: Store;
  readonly door: Door;
  readonly readers: ReaderPool;
  readonly classifier: Classifier;
  readonly clock: Clock;
  readonly randomness: Randomness;
}
