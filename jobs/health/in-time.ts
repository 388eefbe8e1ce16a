import type { Clock } from '../../src/model/clock.ts';
import { ToldError } from '../../src/model/told-error.ts';

/** Settles as `work` does, or rejects once it took too long. */
export async function inTime<Result>(work: Promise<Result>, milliseconds: number, clock: Clock): Promise<Result> {
  const through = new AbortController();
  const late = clock.sleep(milliseconds, through.signal).then(() => {
    throw new ToldError(
      { zh: `数据库或队列 ${milliseconds / 1000} 秒内没有答复`, en: `store or queue did not answer within ${milliseconds / 1000} s` },
      { code: 'no-answer-in-time', side: 'us' },
    );
  });
  late.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    through.abort();
  }
}
