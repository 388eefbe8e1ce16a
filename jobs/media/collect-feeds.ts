import { UnreadablePosts } from '../../crawlers/media/posts-read.ts';
import { readFeed } from '../../crawlers/media/read-feed.ts';
import { forEachOf } from '../../crawlers/site/pool.ts';
import { deliveryOf, newestDay, untilOf } from '../../src/media/delivery.ts';
import { type Day, dayIn } from '../../src/model/day.ts';
import type { MediaAccount, Post, PostDelivery } from '../../src/model/media.ts';
import { outcomeSentence } from '../../src/model/outcome.ts';
import type { Workshop } from '../workshop.ts';

/** Feeds asked for at once; each keeps to its own host's pace. */
const FEEDS_AT_ONCE = 8;

/**
 * Reads the feed of every account that has one and is not closed, and the columns that list posts, and keeps what came. A feed that is
 * down is kept as such: its account is unknown then, never silent. Returns what was kept.
 */
export async function collectFeeds(workshop: Workshop, { signal }: { readonly signal: AbortSignal }): Promise<PostDelivery[]> {
  const { config, clock } = workshop;
  const today = dayIn(config.estate.timezone, clock.now());
  const open = config.estate.accounts.filter(({ feed, closed }) => feed !== null && (closed === null || closed > today));
  const kept: PostDelivery[] = [];
  for (const account of config.estate.accounts) {
    const delivery = account.column === null ? null : await takeFromColumn(workshop, account, today);
    if (delivery !== null) kept.push(delivery);
  }
  await forEachOf(open, FEEDS_AT_ONCE, signal, async (account) => {
    const delivery = await collect(workshop, account, signal);
    if (delivery !== null) kept.push(delivery);
  });
  return kept;
}

/** Rows of a column that are taken for posts; older ones came before. */
const NEWEST_ROWS = 500;

/**
 * What a column of an own site lists as an account's posts, where its list was read today. It proves the posts that it lists, and no
 * silence after them: whoever posts may be late in listing it.
 */
async function takeFromColumn(workshop: Workshop, account: MediaAccount, today: Day): Promise<PostDelivery | null> {
  const { store, clock, randomness, config } = workshop;
  const [site, column] = account.column!.split('/') as [string, string];
  const [reading] = await store.columns.history(site, column, 1);
  if (reading === undefined || reading.reason !== null || reading.certainty !== 'sure') return null;
  if (dayIn(config.estate.timezone, reading.at) !== today) return null;
  const listed = await store.search.listed(site, column, NEWEST_ROWS);
  const posts = listed.flatMap(({ title, url, listedOn, publishedOn }): Post[] => {
    const day = listedOn ?? publishedOn;
    return day === null || day > today ? [] : [{ title, publishedOn: day, publishedAt: day, url, original: null }];
  });
  const source = `${site}/${column}`;
  const about = {
    id: randomness.id(),
    account: account.id,
    via: 'column',
    at: clock.now(),
    by: null,
    source,
    fault: null,
    named: null,
  } as const;
  const delivery = deliveryOf(about, posts, newestDay(posts) ?? today);
  await store.posts.record(delivery, posts);
  return delivery;
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
    return keep(workshop, deliveryOf({ ...about, fault: fetched.detail ?? outcomeSentence(fetched.outcome), named: null }, [], today));
  }
  try {
    const { posts, named } = readFeed(fetched.bytes, fetched.contentType, fetched.finalUrl);
    const delivery = deliveryOf({ ...about, fault: null, named }, posts, untilOf(posts, null, today));
    await store.posts.record(delivery, posts);
    return delivery;
  } catch (error) {
    if (!(error instanceof UnreadablePosts)) throw error;
    return keep(workshop, deliveryOf({ ...about, fault: error.sentence, named: null }, [], today));
  }
}

async function keep({ store }: Workshop, delivery: PostDelivery): Promise<PostDelivery> {
  await store.posts.record(delivery, []);
  return delivery;
}
