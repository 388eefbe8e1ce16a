import { createHash, createHmac, type Hash, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, rename, rm, stat } from 'node:fs/promises';
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
 *     ["end", {"rows": {"runs": 1, …}, "sha256": "of all lines before", "seal": "of that, by the installation's secret"}]
 *
 * A backup holds accounts, so whoever may write one may make himself supervisor: the seal says that this installation wrote it. It holds no byte of either database's own files, so it goes from the embedded store to PostgreSQL and back.
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

/** Bytes of one row unpacked: the largest page that is kept, twice for its hexadecimal digits. */
const LONGEST_ROW = 64 * 1024 ** 2;
/** How many times its size a backup may unpack to; those of real estates unpack to less than twenty. */
const LARGEST_RATIO = 100;

/** Writes a backup whole or not at all, for its owner alone: until its end is written it has another name. */
export async function writeBackup(file: string, parts: AsyncIterable<BackupPart>, secret: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(Readable.from(chunksOf(parts, secret)), createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    // One that was left behind half keeps its mode.
    await chmod(unfinished, 0o600);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isOfFile(error) ? explained(error, file) : error;
  }
}

/**
 * Reads a backup from its beginning. Throws where it is none, was changed, ends early, unpacks to far more than a backup would, or does
 * not bear the seal of `secret`; null asks for no seal.
 */
export async function* readBackup(file: string, secret: string | null): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256');
  let ended = false;
  try {
    const most = LONGEST_ROW + LARGEST_RATIO * (await stat(file)).size;
    for await (const line of linesOf(bounded(unzipped(file), most, file), file)) {
      const part = partOf(line, hash);
      if (part === null || ended) throw damaged(file);
      if (part.kind === 'end' && secret !== null && !isSealed(line, secret)) throw foreign(file);
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

/** A small file may unpack to more than any disk holds. */
async function* bounded(chunks: AsyncIterable<Buffer>, most: number, file: string): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of chunks) {
    read += chunk.length;
    if (read > most) throw tooLarge(file);
    yield chunk;
  }
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

function tooLarge(file: string): StoreError {
  return new StoreError(
    `${file} 解开后大得不像 gongkai 的备份，没有恢复。`,
    `${file} unpacks to far more than a backup of gongkai would; nothing was restored.`,
  );
}

function foreign(file: string): StoreError {
  return new StoreError(
    `${file} 没有本系统密钥的签章：它是另一套系统备份的，或被人改过。若是自己的备份，请把 GONGKAI_SECRET 设为当时的密钥（原数据目录的 console-secret）；确定文件可信，可加 --unsealed。`,
    `${file} does not bear this installation's seal: another one made it, or somebody changed it. If it is yours, set GONGKAI_SECRET to the secret of that time (console-secret in its data folder); if you are sure of the file, add --unsealed.`,
  );
}

function sealOf(sha256: string, secret: string): string {
  return createHmac('sha256', secret).update(`backup ${sha256}`).digest('hex');
}

/** Whether the end of a backup, whose digest fits, was written by whoever holds the secret. */
function isSealed(end: string, secret: string): boolean {
  const [, { sha256, seal }] = JSON.parse(end) as [string, { sha256: string; seal?: unknown }];
  const wanted = Buffer.from(sealOf(sha256, secret));
  const given = Buffer.from(typeof seal === 'string' ? seal : '');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function* chunksOf(parts: AsyncIterable<BackupPart>, secret: string): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const part of parts) {
    const line = `${lineOf(part, hash, secret)}\n`;
    hash.update(line);
    yield line;
  }
}

function lineOf(part: BackupPart, before: Hash, secret: string): string {
  if (part.kind === 'row') return part.json;
  if (part.kind === 'head') return JSON.stringify([FORMAT, part.head]);
  if (part.kind === 'table') return JSON.stringify(['table', part.name]);
  const sha256 = before.copy().digest('hex');
  return JSON.stringify(['end', { rows: part.rows, sha256, seal: sealOf(sha256, secret) }]);
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
async function* linesOf(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...rest, chunk.subarray(start, end)]).toString('utf8');
      rest = [];
      length = 0;
      start = end + 1;
    }
    rest.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > LONGEST_ROW) throw tooLarge(file);
  }
  if (rest.some(({ length }) => length > 0)) yield Buffer.concat(rest).toString('utf8');
}
