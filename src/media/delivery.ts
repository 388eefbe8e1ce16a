import type { Day } from '../model/day.ts';
import type { Post, PostDelivery } from '../model/media.ts';

/** A delivery that speaks of the days from its oldest post until a day. */
export function deliveryOf(about: Omit<PostDelivery, 'from' | 'until' | 'posts'>, posts: readonly Post[], until: Day): PostDelivery {
  return { ...about, from: daysOf(posts)[0] ?? null, until, posts: posts.length };
}

/** The day of the newest of some posts, or null. */
export function newestDay(posts: readonly Post[]): Day | null {
  return daysOf(posts).at(-1) ?? null;
}

const daysOf = (posts: readonly Post[]): Day[] => posts.map(({ publishedOn }) => publishedOn).sort();
