import type { Clock } from '../../src/model/clock.ts';

/** Settles as `work` does, or rejects once it took too long. */
export async function inTime<Result>(work: Promise<Result>, milliseconds: number, clock: Clock): Promise<Result> {
  const through = new AbortController();
  const late = clock.sleep(milliseconds, through.signal).then(() => {
    throw new Error(`数据库或队列 ${milliseconds / 1000} 秒内没有答复 · store or queue did not answer in time`);
  });
  late.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    through.abort();
  }
}
