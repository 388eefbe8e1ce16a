import type { ReaderPool } from '../../crawlers/reading/reader-pool.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import { type Clock, systemClock } from '../model/clock.ts';
import { systemRandomness } from '../model/randomness.ts';
import type { OpenedStore } from '../store/open.ts';
import type { CommonOptions } from './options.ts';
import { databaseUrl } from './servers.ts';

export interface WorkshopOptions {
  /** Sets aside what is faulty in the configuration instead of stopping everything. */
  readonly quarantine?: boolean;
  /** The store's estate goes before the folder's. */
  readonly shared?: boolean;
  /** Where there is no estate one is begun that watches nothing. */
  readonly begin?: boolean;
  /** Another day than today: the demo lives on its own. */
  readonly clock?: Clock;
  /** Readers that others use too; whoever opened them closes them. */
  readonly readers?: ReaderPool;
}

/**
 * Opens everything that a command works with, hands it to `work`, and closes it whatever happens. `folder`: the one whose estate counts,
 * or null where the store's does.
 */
export async function withWorkshop<Result>(
  options: Pick<CommonOptions, 'config' | 'data' | 'estate'>,
  work: (workshop: Workshop, store: OpenedStore, folder: string | null) => Promise<Result>,
  { quarantine = false, shared = false, begin = false, clock = systemClock, readers: given }: WorkshopOptions = {},
): Promise<Result> {
  const [{ folderConfig, presentConfig }, { openStore }, { openDoor }, { openReaderPool }, { loadClassifier }] = await Promise.all([
    import('./estate-source.ts'),
    import('../store/open.ts'),
    import('../../crawlers/door/door.ts'),
    import('../../crawlers/reading/reader-pool.ts'),
    import('../classification/load.ts'),
  ]);
  const folder = folderConfig(options, { quarantine, shared, begin });
  const handed = { clock, randomness: systemRandomness };
  // Who takes the estate from the store has none to begin one with.
  const whenEmpty = shared ? 'refuse' : 'begin-once';
  const store = await openStore({ dataDir: options.data, databaseUrl: databaseUrl(options), whenEmpty, ...handed });
  const door = openDoor(handed);
  const readers = given ?? openReaderPool();
  try {
    const config = await presentConfig(options, folder, store, { quarantine, shared, begin });
    const workshop = { config, store, door, readers, classifier: loadClassifier(config.taxonomy), ...handed };
    return await work(workshop, store, config === folder ? options.config : null);
  } finally {
    await door.close();
    if (given === undefined) await readers.close();
    await store.close();
  }
}
