import { and, asc, count, desc, eq, gte, inArray, lte, max, or, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { listed, selectAll } from './rows.ts';
import { newPosts, possibleKeys } from './same-post.ts';
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
        const near = and(gte(posts.publishedOn, days[0]!), lte(posts.publishedOn, days.at(-1)!));
        const keys = listed(possibleKeys(delivered));
        const known = await tx
          .select()
          .from(posts)
          .where(and(eq(posts.account, delivery.account), or(near, inArray(posts.key, keys), inArray(posts.url, keys))));
        const rows = newPosts(delivered, known).map((post) => ({ ...post, account: delivery.account, firstDelivery: delivery.id }));
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
