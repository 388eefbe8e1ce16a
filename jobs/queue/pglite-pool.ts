import { EventEmitter } from 'node:events';
import type { EmbeddedDatabase, EmbeddedRunner, EmbeddedTransaction } from '../../src/store/embedded-client.ts';

/*
 * What BullMQ's PostgreSQL backend needs of a node-postgres pool, over the one connection of an embedded PGlite.
 * Statements outside a transaction go straight through; BEGIN takes the connection for this client alone until COMMIT or
 * ROLLBACK, so that the store's statements never fall into the queue's transaction.
 */

interface Result {
  // biome-ignore lint/suspicious/noExplicitAny: the shape of a row is the caller's, as in node-postgres
  rows: any[];
  rowCount: number;
}

/** BullMQ's statements begin with lines that explain them. */
const COMMENTS = /^(?:\s*--[^\n]*\n)+/;
const LISTEN = /^\s*LISTEN\s+"?([a-z_]+)"?\s*;?\s*$/i;
const UNLISTEN = /^\s*UNLISTEN\s+"?([a-z_*]+)"?\s*;?\s*$/i;

/** A pool with a single, shared connection. Closing it leaves the database open: that belongs to whoever opened it. */
export class PglitePool extends EventEmitter {
  readonly #db: EmbeddedDatabase;

  constructor(db: EmbeddedDatabase) {
    super();
    this.#db = db;
  }

  query(text: string, params?: readonly unknown[]): Promise<Result> {
    return run(this.#db, text, params);
  }

  async connect(): Promise<PgliteClient> {
    return new PgliteClient(this.#db);
  }

  async end(): Promise<void> {
    this.removeAllListeners();
  }
}

/** A client checked out of the pool. */
class PgliteClient extends EventEmitter {
  readonly #db: EmbeddedDatabase;
  readonly #listening = new Map<string, () => Promise<void>>();
  #open: { readonly tx: EmbeddedTransaction; readonly end: (rollBack: boolean) => Promise<void> } | null = null;

  constructor(db: EmbeddedDatabase) {
    super();
    this.#db = db;
  }

  async query(text: string, params?: readonly unknown[]): Promise<Result> {
    const statement = text.replace(COMMENTS, '');
    const word = statement.trimStart().slice(0, 8).toUpperCase();
    if (word.startsWith('BEGIN')) return this.#begin();
    if (word.startsWith('COMMIT')) return this.#finish(false);
    if (word.startsWith('ROLLBACK')) return this.#finish(true);
    const listen = LISTEN.exec(statement);
    if (listen) return this.#listen(listen[1]!);
    const unlisten = UNLISTEN.exec(statement);
    if (unlisten) return this.#unlisten(unlisten[1]!);
    return run(this.#open?.tx ?? this.#db, text, params);
  }

  release(): void {
    void this.#finish(true).catch(() => undefined);
    void this.#unlisten('*').catch(() => undefined);
    this.removeAllListeners();
  }

  /** Enters a transaction of PGlite and stays in it until {@link finish} says how it ends. */
  #begin(): Promise<Result> {
    return new Promise((resolve, reject) => {
      const done = this.#db.transaction(async (tx) => {
        const rollBack = await new Promise<boolean>((decide) => {
          this.#open = {
            tx,
            end: async (rollBack) => {
              decide(rollBack);
              await done;
            },
          };
          resolve(nothing());
        });
        if (rollBack) await tx.rollback();
      });
      done.catch(reject);
    });
  }

  async #finish(rollBack: boolean): Promise<Result> {
    const open = this.#open;
    this.#open = null;
    await open?.end(rollBack);
    return nothing();
  }

  async #listen(channel: string): Promise<Result> {
    if (!this.#listening.has(channel)) {
      const stop = await this.#db.listen(channel, (payload) => this.emit('notification', { channel, payload, processId: 0 }));
      this.#listening.set(channel, () => stop());
    }
    return nothing();
  }

  async #unlisten(channel: string): Promise<Result> {
    const channels = channel === '*' ? [...this.#listening.keys()] : [channel];
    for (const name of channels) {
      await this.#listening.get(name)?.();
      this.#listening.delete(name);
    }
    return nothing();
  }
}

/** PGlite takes several statements at once only without parameters. */
async function run(runner: EmbeddedRunner, text: string, params: readonly unknown[] | undefined): Promise<Result> {
  if (params && params.length > 0) {
    const result = await runner.query(text, [...params]);
    return { rows: result.rows, rowCount: result.affectedRows || result.rows.length };
  }
  const last = (await runner.exec(text)).at(-1);
  return { rows: last?.rows ?? [], rowCount: last?.affectedRows || (last?.rows.length ?? 0) };
}

function nothing(): Result {
  return { rows: [], rowCount: 0 };
}
