/** Whose servers are asked for: `estate` is an estate's id where a process works for several. */
interface Whose {
  readonly estate?: string | undefined;
}

/** What stands for an estate's id in `DATABASE_URL` and `QUEUE_URL`. */
export const ESTATE_MARK = '{estate}';

/** Where the store is, as `DATABASE_URL` says; undefined: embedded. */
export function databaseUrl(whose: Whose = {}): string | undefined {
  return filled(process.env.DATABASE_URL, whose);
}

/** Where the queue is: as `QUEUE_URL` says, else where the store is; null: embedded. */
export function queueUrl(whose: Whose = {}): string | null {
  return filled(process.env.QUEUE_URL, whose) ?? databaseUrl(whose) ?? null;
}

function filled(url: string | undefined, { estate }: Whose): string | undefined {
  // Set to nothing, as in a file of variables, is not set.
  if (!url) return undefined;
  // An id is letters, digits and dashes: it stands in an address as it is.
  return estate === undefined ? url : url.replaceAll(ESTATE_MARK, estate).replaceAll(encodeURIComponent(ESTATE_MARK), estate);
}
