import type { Workshop } from '../../jobs/workshop.ts';
import { systemClock } from '../model/clock.ts';
import { systemRandomness } from '../model/randomness.ts';
import type { OpenedStore } from '../store/open.ts';
import type { CommonOptions } from './options.ts';

/**
 * Opens everything that a command works with, hands it to `work`, and closes it whatever happens. With `quarantine`, what is faulty
 * in the configuration is set aside instead of stopping everything; with `shared`, the store's estate goes before the folder's.
 */
export async function withWorkshop<Result>(
  options: Pick<CommonOptions, 'config' | 'data'>,
  work: (workshop: Workshop, store: OpenedStore) => Promise<Result>,
  { quarantine = false, shared = false } = {},
): Promise<Result> {
  const [{ folderConfig, presentConfig }, { openStore }, { openDoor }, { openReaderPool }, { loadClassifier }] = await Promise.all([
    import('./estate-source.ts'),
    import('../store/open.ts'),
    import('../../crawlers/door/door.ts'),
    import('../../crawlers/reading/reader-pool.ts'),
    import('../classification/load.ts'),
  ]);
  const folder = folderConfig(options, { quarantine, shared });
  const handed = { clock: systemClock, randomness: systemRandomness };
  // Who takes the estate from the store has none to begin one with.
  const whenEmpty = shared ? 'refuse' : 'begin-once';
  const store = await openStore({ dataDir: options.data, databaseUrl: process.env.DATABASE_URL, whenEmpty, ...handed });
  const door = openDoor(handed);
  const readers = openReaderPool();
  try {
    const config = await presentConfig(options, folder, store, { quarantine, shared });
    return await work({ config, store, door, readers, classifier: loadClassifier(config.taxonomy), ...handed }, store);
  } finally {
    await door.close();
    await readers.close();
    await store.close();
  }
}
