import { collectFeeds } from '../../jobs/media/collect-feeds.ts';
import { plainText } from '../model/plain-text.ts';
import { inBoth } from '../model/sentence.ts';
import { interruptible } from './interrupt.ts';
import { toJson } from './json.ts';
import type { CommonOptions } from './options.ts';
import { withWorkshop } from './workshop.ts';

/** Reads the feeds of all accounts and says what came. */
export async function collectNow(options: CommonOptions): Promise<void> {
  const interrupt = interruptible();
  try {
    await withWorkshop(options, async (workshop) => {
      const kept = await collectFeeds(workshop, { signal: interrupt.signal });
      if (options.json) {
        process.stdout.write(`${toJson({ schema: 'gongkai.feeds/1', deliveries: kept })}\n`);
        return;
      }
      for (const { account, posts, fault } of kept)
        process.stdout.write(`${account}  ${plainText(inBoth(fault ?? { zh: `${posts} 条`, en: 'posts' }))}\n`);
    });
  } finally {
    interrupt.release();
  }
}
