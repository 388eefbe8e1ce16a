import type { Day } from '../model/day.ts';
import type { Post, PostDelivery } from '../model/media.ts';

/** A delivery that speaks of the days from its oldest post until a day. */
export function deliveryOf(about: Omit<PostDelivery, 'from' | 'until' | 'posts'>, posts: readonly Post[], until: Day): PostDelivery {
  return { ...about, from: daysOf(posts)[0] ?? null, until, posts: posts.length };
}

/** Last day that posts speak of: of the newest of them, or a later one that somebody or something says; never a day to come. */
export function untilOf(posts: readonly Post[], said: Day | null, today: Day): Day {
  const days = [...daysOf(posts), ...(said === null ? [] : [said])].filter((day) => day <= today).sort();
  return days.at(-1) ?? today;
}

/** The day of the newest of some posts, or null. */
export function newestDay(posts: readonly Post[]): Day | null {
  return daysOf(posts).at(-1) ?? null;
}

const daysOf = (posts: readonly Post[]): Day[] => posts.map(({ publishedOn }) => publishedOn).sort();
