import type { Clock } from '../model/clock.ts';
import type { Connection } from './database.ts';
import { explained, StoreError } from './errors.ts';

/** How long a shared database may be away before whoever asks is told: a restart takes less. */
const PATIENCE_MS = 30_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

type Work = (...given: unknown[]) => Promise<unknown> | AsyncIterable<unknown>;

/**
 * Wraps a room of the store: errors are explained to people, and what passes by itself (a restart of the database, a deadlock)
 * is tried again. Every function of the store may be: each is one statement or one transaction, and doing it twice does it once.
 * A stream is not taken up again in its middle.
 */
export function guarded({ place, shared }: Connection, clock: Clock, patienceMs = PATIENCE_MS): <Room extends object>(room: Room) => Room {
  async function retried(first: Promise<unknown>, again: () => Promise<unknown>): Promise<unknown> {
    const start = clock.now().getTime();
    let attempt = first;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await attempt;
      } catch (error) {
        const told = explained(error, place);
        const passing = shared && told instanceof StoreError && told.passing;
        if (!passing || clock.now().getTime() - start >= patienceMs) throw told;
        await clock.sleep(pause);
        attempt = again();
      }
    }
  }

  async function* streamed(stream: AsyncIterable<unknown>): AsyncGenerator<unknown> {
    try {
      yield* stream;
    } catch (error) {
      throw explained(error, place);
    }
  }

  return (room) => {
    const works = Object.entries(room) as [string, Work][];
    const wrapped = works.map(([name, work]) => [
      name,
      (...given: unknown[]) => {
        const result = work(...given);
        return Symbol.asyncIterator in result ? streamed(result) : retried(result, () => work(...given) as Promise<unknown>);
      },
    ]);
    return Object.fromEntries(wrapped);
  };
}
