import {
  brotliDecompressSync,
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  type Gunzip,
  gunzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';
import { Fault } from './fault.ts';

/** Compression beyond this is no page but a bomb: HTML rarely passes 30 to 1, and DEFLATE cannot pass 1032 to 1. */
const MAX_RATIO = 200;

/** Size from which the ratio is looked at: short bodies may repeat themselves. */
const RATIO_FROM_BYTES = 1024 * 1024;

/** Output of the decompressor at a time: most pages whole, where Node's 16 KiB cost a round through its thread pool each. */
const INFLATED_AT_ONCE = 128 * 1024;

/** Compressed bodies up to this size wait for their end and are inflated in one piece: a stream costs four times as much as its work. */
const WHOLE_BYTES = 64 * 1024;

/** How much of a body is taken, and what happens beyond. */
export interface SizeLimit {
  /** Bytes after decompression. */
  readonly bytes: number;
  /** `refuse`: the body is a fault · `cut`: what came so far is enough. */
  readonly beyond: 'refuse' | 'cut';
}

/** Where a body reader reports to. */
export interface BodyReaderEvents {
  done(bytes: Buffer, wasCut: boolean): void;
  failed(fault: Fault): void;
  /** The decompressor has caught up and takes more. */
  ready(): void;
}

/** Takes in a body piece by piece and counts it after decompression. */
export interface BodyReader {
  /** Whether more may follow at once; false: wait for `ready`. */
  take(chunk: Buffer): boolean;
  end(): void;
  /** Drops everything; no event follows. */
  abandon(): void;
}

/** A body reader for a body in a content encoding, which may be null. */
export function openBodyReader(encoding: string | null, limit: SizeLimit, events: BodyReaderEvents): BodyReader {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity' || name === 'utf-8') return plainReader(limit, events);
  if (name === 'gzip' || name === 'x-gzip' || name === 'deflate' || name === 'br') return compressedReader(name, limit, events);
  throw new Fault(
    'unreadable',
    `网站使用了我们没有请求的压缩方式 ${name.slice(0, 40)}。`,
    `The site used an encoding nobody asked for: ${name.slice(0, 40)}.`,
  );
}

function plainReader(limit: SizeLimit, events: BodyReaderEvents): BodyReader {
  const pieces: Buffer[] = [];
  let size = 0;
  let open = true;
  return {
    take(chunk) {
      if (!open) return true;
      pieces.push(chunk);
      size += chunk.length;
      if (size > limit.bytes) {
        open = false;
        finishFull(pieces, size, limit, events);
      }
      return true;
    },
    end() {
      if (open) events.done(Buffer.concat(pieces, size), false);
    },
    abandon() {
      open = false;
    },
  };
}

function compressedReader(name: string, limit: SizeLimit, events: BodyReaderEvents): BodyReader {
  // What is only peeked into is cut while it comes.
  const wholeBytes = limit.beyond === 'refuse' ? WHOLE_BYTES : 0;
  let target: BodyReader | null = null;
  const held: Buffer[] = [];
  let size = 0;
  const open = (): boolean => {
    const head = Buffer.concat(held.splice(0), size);
    target = isCompressed(name, head) ? inflatingReader(name, head, limit, events) : plainReader(limit, events);
    return target.take(head);
  };
  return {
    take(chunk) {
      if (target) return target.take(chunk);
      held.push(chunk);
      size += chunk.length;
      return size < 2 || size <= wholeBytes || open();
    },
    end() {
      if (!target) {
        const bytes = Buffer.concat(held, size);
        const inflated = isCompressed(name, bytes) ? inflateWhole(name, bytes, limit) : null;
        if (inflated) return events.done(inflated, false);
        open();
      }
      target!.end();
    },
    abandon() {
      held.splice(0);
      target?.abandon();
    },
  };
}

/** A small body inflated at once; null where it is corrupt or so large that each piece of it must be looked at. */
function inflateWhole(name: string, bytes: Buffer, limit: SizeLimit): Buffer | null {
  const bounds = { chunkSize: INFLATED_AT_ONCE, maxOutputLength: Math.min(limit.bytes, RATIO_FROM_BYTES) };
  try {
    if (name === 'br') return brotliDecompressSync(bytes, { ...bounds, finishFlush: constants.BROTLI_OPERATION_FLUSH });
    const lenient = { ...bounds, finishFlush: constants.Z_SYNC_FLUSH };
    if (name !== 'deflate') return gunzipSync(bytes, lenient);
    return hasZlibHeader(bytes) ? inflateSync(bytes, lenient) : inflateRawSync(bytes, lenient);
  } catch {
    return null;
  }
}

/** Some servers claim gzip and send the page as it is, or nothing. */
function isCompressed(name: string, head: Buffer): boolean {
  return head.length >= 2 && (!name.endsWith('gzip') || (head[0] === 0x1f && head[1] === 0x8b));
}

function inflatingReader(name: string, head: Buffer, limit: SizeLimit, events: BodyReaderEvents): BodyReader {
  const inflater = createInflater(name, head);
  const pieces: Buffer[] = [];
  let size = 0;
  let received = 0;
  const stop = () => {
    inflater.removeAllListeners();
    // What still comes of the work under way is of no interest, but must not go unhandled.
    inflater.on('error', () => {});
    inflater.destroy();
  };
  inflater.on('data', (piece: Buffer) => {
    pieces.push(piece);
    size += piece.length;
    if (size > RATIO_FROM_BYTES && size > received * MAX_RATIO) {
      stop();
      events.failed(bomb(size, received));
    } else if (size > limit.bytes) {
      stop();
      finishFull(pieces, size, limit, events);
    }
  });
  inflater.on('drain', () => events.ready());
  inflater.on('end', () => events.done(Buffer.concat(pieces, size), false));
  inflater.on('error', () => {
    stop();
    events.failed(
      new Fault('unreadable', `网站发来的压缩数据（${name}）已损坏。`, `The compressed data (${name}) that the site sent is corrupt.`),
    );
  });
  return {
    take(chunk) {
      received += chunk.length;
      return inflater.destroyed || inflater.write(chunk);
    },
    end() {
      if (!inflater.destroyed) inflater.end();
    },
    abandon: stop,
  };
}

function createInflater(name: string, head: Buffer): Gunzip {
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH, chunkSize: INFLATED_AT_ONCE };
  if (name === 'br') return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH, chunkSize: INFLATED_AT_ONCE });
  if (name !== 'deflate') return createGunzip(lenient);
  return hasZlibHeader(head) ? createInflate(lenient) : createInflateRaw(lenient);
}

/** "deflate" means zlib's format (RFC 9110, 8.4.1.2), but some servers send it without the header. */
function hasZlibHeader(head: Buffer): boolean {
  return (head[0]! & 0x0f) === 8;
}

function finishFull(pieces: readonly Buffer[], size: number, limit: SizeLimit, events: BodyReaderEvents): void {
  if (limit.beyond === 'cut') events.done(Buffer.concat(pieces, size).subarray(0, limit.bytes), true);
  else events.failed(tooLarge(limit.bytes));
}

/** The fault of a body that is larger than allowed. */
export function tooLarge(limitBytes: number): Fault {
  const mebibytes = limitBytes / 1024 / 1024;
  return new Fault(
    'too-large',
    `内容超过 ${mebibytes} MiB 的上限，已停止读取。`,
    `It is larger than the limit of ${mebibytes} MiB; reading was stopped.`,
  );
}

function bomb(size: number, received: number): Fault {
  const ratio = Math.round(size / received);
  return new Fault(
    'too-large',
    `压缩比 ${ratio}:1 超过上限 ${MAX_RATIO}:1，疑为压缩炸弹，已停止读取。`,
    `It expands ${ratio}:1, beyond the limit of ${MAX_RATIO}:1, as decompression bombs do; reading was stopped.`,
  );
}
