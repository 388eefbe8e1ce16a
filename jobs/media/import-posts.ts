import type { PostsRead } from '../../crawlers/media/posts-read.ts';
import { readPostsFile } from '../../crawlers/media/read-posts-file.ts';
import { deliveryOf } from '../../src/media/delivery.ts';
import { type Day, dayIn } from '../../src/model/day.ts';
import type { MediaAccount, PostDelivery } from '../../src/model/media.ts';
import type { Workshop } from '../workshop.ts';

/** A file of posts that somebody hands in. */
export interface PostsFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Who hands it in. */
  readonly by: string | null;
  /** Last day that it speaks of; null: today. */
  readonly until: Day | null;
}

/** What came of an import: how many posts were new, and which rows were none. */
export interface Imported extends Pick<PostsRead, 'skipped'> {
  readonly delivery: PostDelivery;
  readonly added: number;
}

/** Keeps the posts of a file. A post that is there already stays and counts once. @throws UnreadablePosts */
export async function importPosts(workshop: Workshop, account: MediaAccount, file: PostsFile): Promise<Imported> {
  const { store, clock, randomness, config } = workshop;
  const { posts, skipped } = await readPostsFile(file.bytes);
  const now = clock.now();
  const about = { id: randomness.id(), account: account.id, via: 'file', at: now, by: file.by, source: file.name, fault: null } as const;
  const delivery = deliveryOf(about, posts, file.until ?? dayIn(config.estate.timezone, now));
  const added = await store.posts.record(delivery, posts);
  return { delivery, added, skipped };
}
