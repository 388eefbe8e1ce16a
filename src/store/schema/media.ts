import { boolean, index, integer, primaryKey, text } from 'drizzle-orm/pg-core';
import type { FunctionLook, PostDelivery, ToldMessage } from '../../model/media.ts';
import { day, gongkai, instant, sentence } from './types.ts';

/** What accounts of new media posted; one row a post, however often it was delivered. */
export const posts = gongkai.table(
  'posts',
  {
    account: text('account').notNull(),
    /** Its own id or its address where they are its alone, else title and moment. */
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
    named: text('named'),
  },
  (table) => [index('post_deliveries_account').on(table.account, table.at)],
);

/** Messages to accounts and their answers; one row a message, however often it was handed in. */
export const accountMessages = gongkai.table(
  'account_messages',
  {
    account: text('account').notNull(),
    subject: text('subject').notNull(),
    receivedOn: day('received_on').notNull(),
    answeredOn: day('answered_on'),
    until: day('until_day').notNull(),
    via: text('via').$type<ToldMessage['via']>().notNull(),
    at: instant('at').notNull(),
    by: text('by'),
    source: text('source').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.receivedOn, table.subject] })],
);

/** Whether functions of accounts work, as it was told or seen; one row a function, day and way. */
export const functionLooks = gongkai.table(
  'function_looks',
  {
    account: text('account').notNull(),
    function: text('function').notNull(),
    on: day('on_day').notNull(),
    via: text('via').$type<FunctionLook['via']>().notNull(),
    works: boolean('works').notNull(),
    at: instant('at').notNull(),
    by: text('by'),
    detail: text('detail'),
  },
  (table) => [primaryKey({ columns: [table.account, table.function, table.on, table.via] })],
);
