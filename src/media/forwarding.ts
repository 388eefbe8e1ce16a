import type { Day } from '../model/day.ts';
import type { MediaAccount, Post, PostDelivery } from '../model/media.ts';

/** Something that all accounts must carry (应转尽转). */
export interface MustForward {
  readonly title: string;
  /** When it was published, `YYYY-MM-DDTHH:MM` where the estate is; from then the hours count. */
  readonly at: string;
  readonly hours: number;
}

/** `pending`: there is still time; `unknown`: what was delivered does not speak of those days. */
export type ForwardingState = 'carried' | 'late' | 'missing' | 'pending' | 'unknown';

/** Whether an account carried it. */
export interface Forwarding {
  readonly account: Pick<MediaAccount, 'id' | 'name' | 'platform' | 'unit'>;
  readonly state: ForwardingState;
  readonly post: Post | null;
}

/** Shorter titles say too little to be found within a longer post. */
const LEAST_TITLE = 8;

/** Whether an account carried something in time, as of a moment; times are written as posts write them. */
export function forwardingOf(
  must: MustForward,
  account: MediaAccount,
  { posts, deliveries }: { readonly posts: readonly Post[]; readonly deliveries: readonly PostDelivery[] },
  now: string,
): Forwarding {
  const deadline = plusHours(must.at, must.hours);
  const told = (state: ForwardingState, post: Post | null = null): Forwarding => {
    const { id, name, platform, unit } = account;
    return { account: { id, name, platform, unit }, state, post };
  };
  const carrying = posts
    .filter((post) => post.publishedOn >= must.at.slice(0, 10) && isSame(post.title, must.title))
    .sort((one, other) => one.publishedAt.localeCompare(other.publishedAt));
  const [first] = carrying;
  // A post that shows its day alone may have come at any hour of it.
  if (first) return told(first.publishedAt.slice(0, 16) <= deadline.slice(0, first.publishedAt.length) ? 'carried' : 'late', first);
  if (now < deadline) return told('pending');
  return told(deliveries.some((delivery) => speaksOf(delivery, must.at.slice(0, 10), deadline.slice(0, 10))) ? 'missing' : 'unknown');
}

function speaksOf({ fault, from, until }: PostDelivery, first: Day, last: Day): boolean {
  return fault === null && from !== null && from <= first && until > last;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  // Exports cut long titles.
  const isCut = /(?:…|\.{3})\s*$/.test(one) && a.length >= LEAST_TITLE && b.startsWith(a);
  return a === b || isCut || (b.length >= LEAST_TITLE && a.includes(b));
}

function bare(title: string): string {
  return title.replace(/^[【（([]?(?:转发|转载|转|权威发布|重要)[】）)\]：:|｜]?/, '').replace(/[\p{P}\p{S}\s]/gu, '');
}

function plusHours(at: string, hours: number): string {
  return new Date(Date.parse(`${at.slice(0, 16)}:00Z`) + hours * 3_600_000).toISOString().slice(0, 16);
}
