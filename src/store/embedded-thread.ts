import { rename, rm, stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Asked, Begun, Fault, Opened, Said } from './embedded-messages.ts';
import { OPENING } from './embedded-messages.ts';
import { writeEmptyDatabase } from './empty-database.ts';
import { copyPrepared } from './prepared-store.ts';
import { closeFolder } from './private-folder.ts';

/** PostgreSQL's own cache; the operating system's holds the files anyway, and the default takes 128 MB of every process. */
const SHARED_BUFFERS = '32MB';
const port = parentPort!;
const { directory, prepared } = workerData as Begun;
const listening = new Map<string, () => Promise<void>>();
/** The transaction that is open, and how it ends. */
let open: { readonly tx: Transaction; end(keep: boolean): Promise<void> } | null = null;

/** The thread in which the embedded PostgreSQL runs: while a statement takes its time, the process goes on fetching and answering. */
const made = initialise();
const opening = made.then(start);
answer(OPENING, async (): Promise<Opened> => {
  await opening;
  return { isNew: await made };
});
port.on('message', async ({ id, ...asked }: Asked & { readonly id: number }) => {
  const database = await opening.catch(() => null);
  if (database !== null) answer(id, () => perform(database, asked));
});

async function start(): Promise<PGlite> {
  const database = await PGlite.create(directory, {
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`],
  });
  closeFolder(directory);
  keepClosed(database);
  return database;
}

/** The embedded database asks for a mode anew after it made a file, so the process's umask alone does not hold. */
function keepClosed({ Module: { FS } }: PGlite): void {
  const chmod = FS.chmod.bind(FS);
  FS.chmod = (path: unknown, mode: number, ...rest: unknown[]) => chmod(path, mode & 0o700, ...rest);
}

/** Makes an empty database where there is none; one whose making was cut short is made anew. Tells whether it did. */
async function initialise(): Promise<boolean> {
  if (await stat(directory).catch(() => null)) return false;
  const unfinished = `${directory}.new`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    if (prepared === null || !copyPrepared(prepared, unfinished)) await writeEmptyDatabase(unfinished);
    await rename(unfinished, directory);
    return true;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function perform(database: PGlite, asked: Asked): Promise<unknown> {
  switch (asked.what) {
    case 'query': {
      const parsers = Object.fromEntries(asked.asText.map((type) => [type, (value: string) => value]));
      return runner(database, asked.within).query(asked.text, [...asked.params], { rowMode: asked.lists ? 'array' : 'object', parsers });
    }
    case 'exec':
      return runner(database, asked.within).exec(asked.text);
    case 'begin':
      return begin(database);
    case 'end':
      return open?.end(asked.keep);
    case 'listen':
      return listen(database, asked.channel);
    case 'unlisten':
      return listening.get(asked.channel)?.();
    case 'close':
      return database.close();
  }
}

function runner(database: PGlite, within: boolean): Pick<PGlite, 'query' | 'exec'> {
  if (!within) return database;
  if (open === null) throw new Error('no transaction is open');
  return open.tx;
}

/** Enters a transaction and stays in it until somebody says how it ends. */
function begin(database: PGlite): Promise<void> {
  return new Promise((entered, refused) => {
    const done = database.transaction(async (tx) => {
      const keep = await new Promise<boolean>((decide) => {
        open = {
          tx,
          end(keep) {
            open = null;
            decide(keep);
            return done;
          },
        };
        entered();
      });
      if (!keep) await tx.rollback();
    });
    done.catch(refused);
  });
}

async function listen(database: PGlite, channel: string): Promise<void> {
  listening.set(channel, await database.listen(channel, (payload) => port.postMessage({ channel, payload } satisfies Said)));
}

async function answer(id: number, work: () => Promise<unknown>): Promise<void> {
  const said: Said = await work().then(
    (answer) => ({ id, answer }),
    (error: unknown) => ({ id, fault: told(error) }),
  );
  port.postMessage(said);
}

/** Only plain values: an error of WebAssembly's file system holds functions, and those cannot leave the thread. */
function told(error: unknown): Fault {
  const { message, stack } = error as Partial<Error>;
  const plain = Object.entries(error as object).filter(
    ([, value]) => value === null || ['string', 'number', 'boolean'].includes(typeof value),
  );
  return { message: message ?? String(error), stack, more: Object.fromEntries(plain) };
}
