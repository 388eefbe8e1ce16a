import { boolean, index, integer, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PostDelivery } from '../../model/media.ts';
import { day, gongkai, instant, sentence } from './types.ts';

/** What accounts of new media posted; one row a post, however often it was delivered. */
export const posts = gongkai.table(
  'posts',
  {
    account: text('account').notNull(),
    /** Its address, or title and moment where it has none. */
    key: text('key').notNull(),
    title: text('title').notNull(),
    publishedOn: day('published_on').notNull(),
    publishedAt: text('published_at').notNull(),
    url: text('url'),
    original: boolean('original'),
    /** Delivery that brought it first. */
    firstDelivery: text('first_delivery').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.key] }), index('posts_day').on(table.account, table.publishedOn.desc())],
);

/** Files that were imported and readings of feeds, those too that brought nothing. */
export const postDeliveries = gongkai.table(
  'post_deliveries',
  {
    id: text('id').primaryKey(),
    account: text('account').notNull(),
    via: text('via').$type<PostDelivery['via']>().notNull(),
    at: instant('at').notNull(),
    by: text('by'),
    source: text('source').notNull(),
    fault: sentence('fault'),
    from: day('from_day'),
    until: day('until_day').notNull(),
    posts: integer('posts').notNull(),
  },
  (table) => [index('post_deliveries_account').on(table.account, table.at)],
);
