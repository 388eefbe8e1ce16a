import { openReaderPool, type ReaderPool } from '../../../crawlers/reading/reader-pool.ts';
import type { Sentence } from '../../model/sentence.ts';
import { toldOf } from '../../model/told-error.ts';
import type { CommonOptions } from '../options.ts';
import { type QueueSession, withQueues } from '../queues.ts';
import { type EstatePlace, placesIn } from './places.ts';

/** One of several estates: open, or why it is not. */
export interface EachEstate {
  /** The options of a command that works for it alone. */
  readonly options: CommonOptions & EstatePlace;
  readonly opened: QueueSession | { readonly fault: Sentence };
}

/**
 * Opens every estate of a directory, hands them to `work`, and closes them whatever happens. They share the readers, so that ten of
 * them need no ten times as many; one that cannot be opened never stops the others.
 */
export async function withEachEstate(
  directory: string,
  common: CommonOptions,
  work: (estates: readonly EachEstate[]) => Promise<void>,
  opening: { readonly shared?: boolean } = {},
): Promise<void> {
  const places = placesIn(directory, common.data);
  const readers = openReaderPool();
  try {
    await openNext(places, [], { common, readers, work, ...opening });
  } finally {
    await readers.close();
  }
}

interface Opening {
  readonly common: CommonOptions;
  readonly readers: ReaderPool;
  readonly work: (estates: readonly EachEstate[]) => Promise<void>;
  readonly shared?: boolean;
}

async function openNext([place, ...more]: readonly EstatePlace[], before: readonly EachEstate[], opening: Opening): Promise<void> {
  if (place === undefined) return opening.work(before);
  const options = { ...opening.common, ...place };
  let isOpen = false;
  try {
    await withQueues(
      options,
      (session) => {
        isOpen = true;
        return openNext(more, [...before, { options, opened: session }], opening);
      },
      opening,
    );
  } catch (error) {
    // Once it is open, what goes wrong is not about opening it.
    if (isOpen) throw error;
    await openNext(more, [...before, { options, opened: { fault: toldOf(error) } }], opening);
  }
}
