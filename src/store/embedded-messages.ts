/** What a statement answers with, in PGlite's words. */
export interface Answered {
  // biome-ignore lint/suspicious/noExplicitAny: the shape of a row is the caller's, as in every driver
  readonly rows: any[];
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
  readonly affectedRows?: number;
}

/** What the thread of the embedded database is asked. One transaction is open at a time; others wait for its end. */
export type Asked =
  | {
      readonly what: 'query';
      readonly within: boolean;
      readonly text: string;
      readonly params: readonly unknown[];
      /** Rows as lists instead of objects. */
      readonly lists: boolean;
      /** Types (by their number in PostgreSQL) whose values stay the text that came. */
      readonly asText: readonly number[];
    }
  | { readonly what: 'exec'; readonly within: boolean; readonly text: string }
  | { readonly what: 'begin' }
  | { readonly what: 'end'; readonly keep: boolean }
  | { readonly what: 'listen' | 'unlisten'; readonly channel: string }
  | { readonly what: 'close' };

/** An error without its class, which does not survive the way between threads. */
export interface Fault {
  readonly message: string;
  readonly stack: string | undefined;
  /** What else it held: code, detail, table, constraint … */
  readonly more: Readonly<Record<string, unknown>>;
}

/** What the thread says: that it is open, an answer by the question's number, or what somebody notified. */
export type Said =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly fault: Fault }
  | { readonly channel: string; readonly payload: string };

/** The number under which the thread answers that it is open, or why it is not. */
export const OPENING = 0;

/** What the thread is begun with: the database's directory, and whose copy it becomes where it is not there yet. */
export interface Begun {
  readonly directory: string;
  readonly prepared: string | null;
}

/** What the thread answers when it is open. */
export interface Opened {
  /** Whether the database was made just now. */
  readonly isNew: boolean;
}
