import { and, asc, count, desc, eq, gte, lte, max, sql } from 'drizzle-orm';
import type { Post } from '../model/media.ts';
import type { Database } from './database.ts';
import { selectAll } from './rows.ts';
import { accountMessages, functionLooks, postDeliveries, posts } from './schema/media.ts';
import type { PostStore } from './store.ts';

/** What accounts of new media posted, and how it came. */
export function postStore(db: Database): PostStore {
  return {
    record: (delivery, delivered) =>
      db.transaction(async (tx) => {
        await tx
          .insert(postDeliveries)
          .select(selectAll(postDeliveries, [delivery]))
          .onConflictDoNothing();
        if (delivered.length === 0) return 0;
        const days = delivered.map(({ publishedOn }) => publishedOn).sort();
        const known = await tx
          .select()
          .from(posts)
          .where(and(eq(posts.account, delivery.account), gte(posts.publishedOn, days[0]!), lte(posts.publishedOn, days.at(-1)!)));
        const rows = newOnes(delivered, known).map((post) => ({
          ...post,
          key: keyOf(post),
          account: delivery.account,
          firstDelivery: delivery.id,
        }));
        if (rows.length === 0) return 0;
        const added = await tx.insert(posts).select(selectAll(posts, rows)).onConflictDoNothing().returning({ key: posts.key });
        return added.length;
      }),

    deliveries: (account) => db.select().from(postDeliveries).where(eq(postDeliveries.account, account)).orderBy(asc(postDeliveries.at)),

    async newest(account, until) {
      const [row] = await db
        .select({ day: max(posts.publishedOn) })
        .from(posts)
        .where(and(eq(posts.account, account), lte(posts.publishedOn, until)));
      return row?.day ?? null;
    },

    async count(account, { from, to }) {
      const within = and(eq(posts.account, account), gte(posts.publishedOn, from), lte(posts.publishedOn, to));
      const [row] = await db.select({ count: count() }).from(posts).where(within);
      return row?.count ?? 0;
    },

    list: (account, { from, to }, limit) =>
      db
        .select({
          title: posts.title,
          publishedOn: posts.publishedOn,
          publishedAt: posts.publishedAt,
          url: posts.url,
          original: posts.original,
        })
        .from(posts)
        .where(and(eq(posts.account, account), gte(posts.publishedOn, from), lte(posts.publishedOn, to)))
        .orderBy(desc(posts.publishedAt), asc(posts.key))
        .limit(limit),

    async tellMessages(told) {
      if (told.length === 0) return;
      await db
        .insert(accountMessages)
        .select(selectAll(accountMessages, told))
        .onConflictDoUpdate({
          target: [accountMessages.account, accountMessages.receivedOn, accountMessages.subject],
          set: {
            answeredOn: sql`coalesce(${accountMessages.answeredOn}, excluded.answered_on)`,
            until: sql`greatest(${accountMessages.until}, excluded.until_day)`,
            ...{ via: sql`excluded.via`, at: sql`excluded.at`, by: sql`excluded.by`, source: sql`excluded.source` },
          },
        });
    },

    messages: (account, from) =>
      db
        .select()
        .from(accountMessages)
        .where(and(eq(accountMessages.account, account), gte(accountMessages.receivedOn, from)))
        .orderBy(asc(accountMessages.receivedOn), asc(accountMessages.subject)),

    async tellFunction({ works, at, by, detail, ...look }) {
      const word = { works, at, by, detail };
      const target = [functionLooks.account, functionLooks.function, functionLooks.on, functionLooks.via];
      await db
        .insert(functionLooks)
        .values({ ...look, ...word })
        .onConflictDoUpdate({ target, set: word });
    },

    functionLooks: (account) =>
      db.select().from(functionLooks).where(eq(functionLooks.account, account)).orderBy(asc(functionLooks.on), asc(functionLooks.at)),
  };
}

/** Those that are neither known nor twice among themselves. */
function newOnes(delivered: readonly Post[], known: readonly Post[]): Post[] {
  const keys = new Set(known.map(keyOf));
  const likes = new Map<string, Post[]>();
  const likenessOf = ({ publishedOn, title }: Post) => `${publishedOn} ${title}`;
  const remember = (post: Post) => likes.set(likenessOf(post), [...(likes.get(likenessOf(post)) ?? []), post]);
  for (const post of known) remember(post);
  return delivered.filter((post) => {
    if (keys.has(keyOf(post)) || likes.get(likenessOf(post))?.some((other) => isSame(post, other))) return false;
    keys.add(keyOf(post));
    remember(post);
    return true;
  });
}

/** Whether two posts of one title and day are one: not where two addresses or two times tell them apart. */
function isSame(one: Post, other: Post): boolean {
  if (one.url !== null && other.url !== null) return one.url === other.url;
  const timed = (post: Post) => post.publishedAt.length > post.publishedOn.length;
  return !timed(one) || !timed(other) || one.publishedAt.slice(0, 16) === other.publishedAt.slice(0, 16);
}

/** A post is known again by its address, else by title and moment. */
function keyOf({ url, title, publishedAt }: Post): string {
  return url ?? `${publishedAt} ${title}`;
}
