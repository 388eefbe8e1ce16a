import { UnreadablePosts } from '../../crawlers/media/posts-read.ts';
import { readFeed } from '../../crawlers/media/read-feed.ts';
import { forEachOf } from '../../crawlers/site/pool.ts';
import { deliveryOf } from '../../src/media/delivery.ts';
import { dayIn } from '../../src/model/day.ts';
import type { MediaAccount, PostDelivery } from '../../src/model/media.ts';
import { outcomeSentence } from '../../src/model/outcome.ts';
import type { Workshop } from '../workshop.ts';

/** Feeds asked for at once; each keeps to its own host's pace. */
const FEEDS_AT_ONCE = 8;

/**
 * Reads the feed of every account that has one and is not closed, and keeps what came. A feed that is down is kept as such: its account is
 * unknown then, never silent. Returns what was kept.
 */
export async function collectFeeds(workshop: Workshop, { signal }: { readonly signal: AbortSignal }): Promise<PostDelivery[]> {
  const { config, clock } = workshop;
  const today = dayIn(config.estate.timezone, clock.now());
  const open = config.estate.accounts.filter(({ feed, closed }) => feed !== null && (closed === null || closed > today));
  const kept: PostDelivery[] = [];
  await forEachOf(open, FEEDS_AT_ONCE, signal, async (account) => {
    const delivery = await collect(workshop, account, signal);
    if (delivery !== null) kept.push(delivery);
  });
  return kept;
}

async function collect(workshop: Workshop, account: MediaAccount, signal: AbortSignal): Promise<PostDelivery | null> {
  const { door, store, clock, randomness, config } = workshop;
  const url = account.feed!;
  const fetched = await door.fetch({ url, kind: 'page', settings: config.estate.crawl, signal });
  if (signal.aborted) return null;
  const now = clock.now();
  const about = { id: randomness.id(), account: account.id, via: 'feed', at: now, by: null, source: url } as const;
  const today = dayIn(config.estate.timezone, now);
  if (fetched.outcome !== 'ok' || fetched.bytes === null) {
    return keep(workshop, deliveryOf({ ...about, fault: fetched.detail ?? outcomeSentence(fetched.outcome) }, [], today));
  }
  try {
    const { posts } = readFeed(fetched.bytes, fetched.contentType, fetched.finalUrl);
    const delivery = deliveryOf({ ...about, fault: null }, posts, today);
    await store.posts.record(delivery, posts);
    return delivery;
  } catch (error) {
    if (!(error instanceof UnreadablePosts)) throw error;
    return keep(workshop, deliveryOf({ ...about, fault: error.sentence }, [], today));
  }
}

async function keep({ store }: Workshop, delivery: PostDelivery): Promise<PostDelivery> {
  await store.posts.record(delivery, []);
  return delivery;
}
