import { type Forwarding, forwardingOf, type MustForward } from '../../src/media/forwarding.ts';
import { addDays, dayIn, formatInstant } from '../../src/model/day.ts';
import type { Workshop } from '../workshop.ts';

/** Days after the last hour in which late posts are looked for, and posts that are read of an account. */
const LATE_DAYS = 30;
const MOST_POSTS = 2_000;

/** Which accounts carried something that all must carry, in the estate's order; those that are closed are not asked. */
export async function forwardedBy(
  { config, store, clock }: Pick<Workshop, 'config' | 'store' | 'clock'>,
  must: MustForward,
): Promise<Forwarding[]> {
  const { timezone, accounts } = config.estate;
  const now = formatInstant(timezone, clock.now()).slice(0, 16);
  const from = must.at.slice(0, 10);
  const span = { from, to: addDays(from, Math.ceil(must.hours / 24) + LATE_DAYS) };
  const today = dayIn(timezone, clock.now());
  const open = accounts.filter(
    ({ registered, closed }) => (closed === null || closed > today) && (registered === null || registered <= from),
  );
  return Promise.all(
    open.map(async (account) => {
      const [posts, deliveries] = await Promise.all([store.posts.list(account.id, span, MOST_POSTS), store.posts.deliveries(account.id)]);
      return forwardingOf(must, account, { posts, deliveries }, now);
    }),
  );
}
