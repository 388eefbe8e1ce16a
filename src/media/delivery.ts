import type { Day } from '../model/day.ts';
import type { Post, PostDelivery } from '../model/media.ts';

/** A delivery that speaks of the days from its oldest post until the day on which it came. */
export function deliveryOf(about: Omit<PostDelivery, 'from' | 'until' | 'posts'>, posts: readonly Post[], until: Day): PostDelivery {
  const from = posts.reduce<Day | null>(
    (oldest, { publishedOn }) => (oldest === null || publishedOn < oldest ? publishedOn : oldest),
    null,
  );
  return { ...about, from, until, posts: posts.length };
}
