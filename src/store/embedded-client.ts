import { Worker } from 'node:worker_threads';
import type { Answered, Asked, Begun, Fault, Opened, Said } from './embedded-messages.ts';
import { OPENING } from './embedded-messages.ts';
import { assertSpace } from './space.ts';

/** The thread's own memory in MB; the database itself lies outside of it. What it passes on is garbage at once. */
const LIMITS = { maxYoungGenerationSizeMb: 16 };

/** How a statement wants its rows; of `parsers` only the types are used: their values stay the text that came. */
interface Wanted {
  readonly rowMode?: 'array' | 'object';
  readonly parsers?: Readonly<Record<number, unknown>>;
}

/** Runs statements on the embedded database, in a transaction or not. */
export interface EmbeddedRunner {
  query(text: string, params?: readonly unknown[], wanted?: Wanted): Promise<Answered>;
  /** Several statements at once, without parameters. */
  exec(text: string): Promise<Answered[]>;
}

/** A transaction that is open until the work on it ends. */
export interface EmbeddedTransaction extends EmbeddedRunner {
  /** Ends it as if nothing had been done. */
  rollback(): Promise<void>;
}

/** The embedded database, as drizzle and the queue see it: PGlite's own words, answered by its thread. */
export interface EmbeddedDatabase extends EmbeddedRunner {
  /** Whether it was made when it was opened. */
  readonly isNew: boolean;
  transaction<T>(work: (tx: EmbeddedTransaction) => Promise<T>): Promise<T>;
  /** Hears what is notified on a channel until what it answers with is called. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/**
 * Opens the embedded PostgreSQL in a directory, in a thread of its own; where there is none, one is made.
 * Before each statement the disk is looked at: one that is full would keep the thread turning in a circle (`space.ts`).
 */
export async function openDatabase(begun: Begun, disk: string): Promise<EmbeddedDatabase> {
  const thread = new DatabaseThread(begun);
  let opened: Opened;
  try {
    opened = await thread.opened;
  } catch (error) {
    await thread.end();
    throw error;
  }
  const ask = (asked: Asked) => {
    assertSpace(disk);
    return thread.ask(asked);
  };
  return {
    ...runner(ask, false),
    isNew: opened.isNew,
    async transaction(work) {
      await ask({ what: 'begin' });
      let over = false;
      const end = async (keep: boolean) => {
        if (over) return;
        over = true;
        await thread.ask({ what: 'end', keep });
      };
      const within = async (asked: Asked) => {
        if (over) throw new Error('the transaction is over');
        return ask(asked);
      };
      try {
        const made = await work({ ...runner(within, true), rollback: () => end(false) });
        await end(true);
        return made;
      } catch (error) {
        await end(false);
        throw error;
      }
    },
    async listen(channel, heard) {
      const own = thread.channels.get(channel) ?? { listeners: new Set(), ready: ask({ what: 'listen', channel }) };
      thread.channels.set(channel, own);
      // Each who listens is an object of its own: one may ask for the same function twice.
      const listener = { heard };
      own.listeners.add(listener);
      try {
        await own.ready;
      } catch (error) {
        thread.channels.delete(channel);
        throw error;
      }
      return async () => {
        if (!own.listeners.delete(listener) || own.listeners.size > 0) return;
        thread.channels.delete(channel);
        await thread.ask({ what: 'unlisten', channel });
      };
    },
    async close() {
      try {
        await thread.ask({ what: 'close' });
      } finally {
        await thread.end();
      }
    },
  };
}

function runner(ask: (asked: Asked) => Promise<unknown>, within: boolean): EmbeddedRunner {
  return {
    query: async (text, params = [], { rowMode, parsers = {} } = {}) =>
      (await ask({
        what: 'query',
        within,
        text,
        params,
        lists: rowMode === 'array',
        asText: Object.keys(parsers).map(Number),
      })) as Answered,
    exec: async (text) => (await ask({ what: 'exec', within, text })) as Answered[],
  };
}

/** Who listens to a channel, and when the database does. */
interface Channel {
  readonly listeners: Set<{ heard(payload: string): void }>;
  readonly ready: Promise<unknown>;
}

/** The thread, with what it was asked and has not answered yet. It keeps the process alive only while somebody waits for it. */
class DatabaseThread {
  readonly channels = new Map<string, Channel>();
  readonly opened: Promise<Opened>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  #asked = OPENING;
  #lost: Error | null = null;

  constructor(begun: Begun) {
    this.#worker = new Worker(new URL('embedded-thread.mjs', import.meta.url), {
      execArgv: [],
      resourceLimits: LIMITS,
      workerData: begun,
    });
    this.#worker.on('message', (said: Said) => this.#hear(said));
    this.#worker.on('error', (error) => this.#lose(error));
    this.#worker.on('exit', () => this.#lose(new Error('Aborted(the thread of the embedded database ended)')));
    this.opened = this.#wait(OPENING) as Promise<Opened>;
  }

  ask(asked: Asked): Promise<unknown> {
    if (this.#lost !== null) return Promise.reject(this.#lost);
    const id = ++this.#asked;
    const answer = this.#wait(id);
    this.#worker.postMessage({ id, ...asked });
    return answer;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #wait(id: number): Promise<unknown> {
    this.#worker.ref();
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #hear(said: Said): void {
    if ('channel' in said) {
      for (const listener of this.channels.get(said.channel)?.listeners ?? []) listener.heard(said.payload);
      return;
    }
    const waiting = this.#waiting.get(said.id);
    this.#waiting.delete(said.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('fault' in said) waiting?.reject(errorOf(said.fault));
    else waiting?.resolve(said.answer);
  }

  #lose(error: Error): void {
    this.#lost ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#lost);
    this.#waiting.clear();
  }
}

function errorOf({ message, stack, more }: Fault): Error {
  return Object.assign(new Error(message), { stack }, more);
}
