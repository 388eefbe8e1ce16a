import { statfsSync } from 'node:fs';
import { StoreError } from './errors.ts';

/**
 * PGlite that cannot lengthen its log (16 MB at a time) does not fail but runs in a circle, and its process with it: so this much
 * of the disk is left free, which is more than one statement takes.
 */
const RESERVE_MB = 64;

/** Throws a StoreError where the disk that holds `directory` is all but full. */
export function assertSpace(directory: string): void {
  const { bavail, bsize } = statfsSync(directory);
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  if (free >= RESERVE_MB) return;
  throw new StoreError(
    `磁盘已满：${directory} 所在磁盘只剩 ${free} MB，内嵌数据库至少需要 ${RESERVE_MB} MB。已写入的数据没有丢失；请腾出空间后重试。`,
    `The disk is full: ${free} MB are left where ${directory} is, and the embedded database needs ${RESERVE_MB} MB. Nothing written is lost; free some space and try again.`,
  );
}
