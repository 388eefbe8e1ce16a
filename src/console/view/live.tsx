import { streamSSE } from 'hono/streaming';
import type { Clock } from '../../model/clock.ts';
import type { ConsoleContext } from '../context.ts';
import type { Words } from '../words/words.ts';

/** How a thing that goes on stands: in words, and whether it is over. */
export interface Progress {
  readonly says: string;
  readonly over: boolean;
}

/** How often it is looked how it stands, in milliseconds. */
const EVERY_MS = 1000;

/** Tells a page how something goes on (server-sent events) until it is over; then the page loads itself anew. */
export function tellProgress(c: ConsoleContext, clock: Clock, look: () => Promise<Progress>): Response {
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    let said = '';
    while (!gone.signal.aborted) {
      const { says, over } = await look();
      if (says !== said) await stream.writeSSE({ data: says });
      said = says;
      if (over) return stream.writeSSE({ event: 'done', data: says });
      await clock.sleep(EVERY_MS, gone.signal).catch(() => null);
    }
  });
}

/** That a page shows what was judged before the last change; it loads itself anew once that is judged, unless somebody is writing in it. */
export function Judging({ words, path }: { words: Words; path: string }) {
  return (
    <p class="note" role="status">
      <span data-live={JUDGING_PATH}>{words.judging.now}</span>{' '}
      <a href={path} data-done={words.judging.done}>
        {words.newSite.again}
      </a>
    </p>
  );
}

export const JUDGING_PATH = '/judging/events';

/** Where the page (`from` without its `/events`) says how it goes on: kept up by a script, else as it was when the page was asked for. */
export function Live({ from, says, again }: { from: string; says: string; again: string }) {
  return (
    <p class="note" role="status">
      <span data-live={from}>{says}</span>{' '}
      <noscript>
        <a href={from.replace(/\/events$/, '')}>{again}</a>
      </noscript>
    </p>
  );
}
