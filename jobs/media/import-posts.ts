import type { PostsRead } from '../../crawlers/media/posts-read.ts';
import { readPostsFile } from '../../crawlers/media/read-posts-file.ts';
import { deliveryOf, untilOf } from '../../src/media/delivery.ts';
import { checkWhose } from '../../src/media/whose.ts';
import { type Day, dayIn } from '../../src/model/day.ts';
import type { MediaAccount, Post, PostDelivery } from '../../src/model/media.ts';
import { maskLine } from '../../src/privacy/personal-data.ts';
import type { Workshop } from '../workshop.ts';

/** A file of posts that somebody hands in. */
export interface PostsFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Who hands it in. */
  readonly by: string | null;
  /** Last day that it speaks of; null: the day of its export where it says so, else of its newest post. */
  readonly until: Day | null;
  /** Take it whatever name it bears. */
  readonly anyName: boolean;
}

/** What came of an import: how many posts were new, and which rows were none. */
export interface Imported extends Pick<PostsRead, 'skipped'> {
  readonly delivery: PostDelivery;
  readonly added: number;
}

type MediaParts = Pick<Workshop, 'store' | 'clock' | 'randomness' | 'config'>;

/** Keeps the posts of a file. A post that is there already stays and counts once. @throws UnreadablePosts, UnreadableTable, AnotherAccount */
export async function importPosts(parts: MediaParts, account: MediaAccount, file: PostsFile): Promise<Imported> {
  const { posts, skipped, madeAt, names, named } = await readPostsFile(file.bytes, parts.config.estate.postColumns?.[account.platform]);
  if (!file.anyName) checkWhose(names, account);
  const { by, name: source } = file;
  const until = file.until ?? madeAt?.publishedOn ?? null;
  return { ...(await deliver(parts, account, posts, { via: 'file', by, source, until, named })), skipped };
}

/** One post that somebody writes down: it proves that something was posted that day, and nothing of any other. */
export async function enterPost(parts: MediaParts, account: MediaAccount, post: Post, by: string): Promise<Imported> {
  return {
    ...(await deliver(parts, account, [post], { via: 'form', by, source: post.title, until: post.publishedOn, named: null })),
    skipped: [],
  };
}

/** Posts that a program hands in: last day of which it knows that nothing else was posted, and what its source calls the account. @throws AnotherAccount */
export async function takePosts(
  parts: MediaParts,
  account: MediaAccount,
  posts: readonly Post[],
  by: string,
  { until, named, anyName }: Pick<PostsFile, 'until' | 'anyName'> & { readonly named: string | null },
): Promise<Imported> {
  if (named !== null && !anyName) checkWhose([named], account);
  return { ...(await deliver(parts, account, posts, { via: 'api', by, source: 'API', until, named })), skipped: [] };
}

async function deliver(
  { store, clock, randomness, config }: MediaParts,
  account: MediaAccount,
  posts: readonly Post[],
  { until, source, ...how }: Pick<PostDelivery, 'via' | 'by' | 'source' | 'named'> & { readonly until: Day | null },
): Promise<Omit<Imported, 'skipped'>> {
  const now = clock.now();
  const about = { ...how, source: maskLine(source), id: randomness.id(), account: account.id, at: now, fault: null };
  const masked = posts.map((post) => ({ ...post, title: maskLine(post.title) }));
  const delivery = deliveryOf(about, masked, untilOf(masked, until, dayIn(config.estate.timezone, now)));
  return { delivery, added: await store.posts.record(delivery, masked) };
}
