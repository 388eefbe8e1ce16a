import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { explained, StoreError } from './errors.ts';

/**
 * A backup is gzipped lines. An array is a mark, an object a row:
 *
 *     ["gongkai.backup/1", {"version": 1, "createdAt": "…"}]
 *     ["table", "runs"]
 *     {"id": "…", …}
 *     ["end", {"rows": {"runs": 1, …}, "sha256": "of all lines before"}]
 *
 * It holds no byte of either database's own files, so it goes from the embedded store to PostgreSQL and back.
 */
export const FORMAT = 'gongkai.backup/1';

export interface BackupHead {
  /** Version of the store that the rows are from. */
  readonly version: number;
  readonly createdAt: string;
}

/** Rows per table. */
export type RowCounts = Readonly<Record<string, number>>;

/** What a backup holds, in its order. */
export type BackupPart =
  | { readonly kind: 'head'; readonly head: BackupHead }
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'row'; readonly json: string }
  | { readonly kind: 'end'; readonly rows: RowCounts };

/** Writes a backup whole or not at all: until its end is written it has another name. */
export async function writeBackup(file: string, parts: AsyncIterable<BackupPart>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(Readable.from(chunksOf(parts)), createGzip(), createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isOfFile(error) ? explained(error, file) : error;
  }
}

/** Reads a backup from its beginning. Throws where it is none, was changed, or ends early. */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256');
  let ended = false;
  try {
    for await (const line of linesOf(unzipped(file))) {
      const part = partOf(line, hash);
      if (part === null || ended) throw damaged(file);
      hash.update(line).update('\n');
      ended = part.kind === 'end';
      yield part;
    }
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error).startsWith('Z_')) throw damaged(file);
    throw isOfFile(error) ? explained(error, file) : error;
  }
  if (!ended) throw damaged(file);
}

/** `pipe` alone would leave a reader waiting for ever where the file cannot be opened. */
function unzipped(file: string): AsyncIterable<Buffer> {
  const source = createReadStream(file);
  const target = createGunzip();
  source.once('error', (error) => target.destroy(error));
  return source.pipe(target);
}

/** An error of the operating system itself; those of the database come wrapped. */
function isOfFile(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

function damaged(file: string): StoreError {
  return new StoreError(
    `${file} 不是完整的 gongkai 备份文件（内容被改动或不完整）。`,
    `${file} is no whole backup of gongkai: it was changed or cut short.`,
  );
}

async function* chunksOf(parts: AsyncIterable<BackupPart>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const part of parts) {
    const line = `${lineOf(part, hash)}\n`;
    hash.update(line);
    yield line;
  }
}

function lineOf(part: BackupPart, before: Hash): string {
  if (part.kind === 'row') return part.json;
  if (part.kind === 'head') return JSON.stringify([FORMAT, part.head]);
  if (part.kind === 'table') return JSON.stringify(['table', part.name]);
  return JSON.stringify(['end', { rows: part.rows, sha256: before.copy().digest('hex') }]);
}

/** null: no line of a backup, or an end that does not fit what came before it. */
function partOf(line: string, before: Hash): BackupPart | null {
  if (line.startsWith('{')) return { kind: 'row', json: line };
  const [mark, value] = JSON.parse(line) as [string, unknown];
  if (mark === FORMAT) return { kind: 'head', head: value as BackupHead };
  if (mark === 'table') return { kind: 'table', name: value as string };
  const { rows, sha256 } = value as { rows: RowCounts; sha256: string };
  return mark === 'end' && sha256 === before.copy().digest('hex') ? { kind: 'end', rows } : null;
}

/** Lines end with a line feed and nothing else: JSON may hold other characters that readline takes for an end. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...rest, chunk.subarray(start, end)]).toString('utf8');
      rest = [];
      start = end + 1;
    }
    rest.push(chunk.subarray(start));
  }
  if (rest.some(({ length }) => length > 0)) yield Buffer.concat(rest).toString('utf8');
}
