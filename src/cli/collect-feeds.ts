import { collectFeeds } from '../../jobs/media/collect-feeds.ts';
import { plainText } from '../model/plain-text.ts';
import { interruptible } from './interrupt.ts';
import type { CommonOptions } from './options.ts';
import { withWorkshop } from './workshop.ts';

/** Reads the feeds of all accounts and says what came. */
export async function collectNow(options: CommonOptions): Promise<void> {
  const interrupt = interruptible();
  try {
    await withWorkshop(options, async (workshop) => {
      const kept = await collectFeeds(workshop, { signal: interrupt.signal });
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ schema: 'gongkai.feeds/1', deliveries: kept })}\n`);
        return;
      }
      for (const { account, posts, fault } of kept)
        process.stdout.write(`${account}  ${fault === null ? `${posts} 条 · posts` : plainText(fault)}\n`);
    });
  } finally {
    interrupt.release();
  }
}
