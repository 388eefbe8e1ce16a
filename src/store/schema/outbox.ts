import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Delivery, DeliveryAttempt, Letter, Notice } from '../../model/alerts.ts';
import { alerts } from './alerts.ts';
import { gongkai, instant, sentence } from './types.ts';

/** Messages on their way: who holds `claim` until `claimedUntil` may send one. */
export const deliveries = gongkai.table(
  'deliveries',
  {
    id: text('id').primaryKey(),
    channel: text('channel').notNull(),
    address: text('address'),
    role: text('role').$type<Delivery['role']>().notNull(),
    unit: text('unit'),
    letter: jsonb('letter').$type<Letter>().notNull(),
    state: text('state').$type<Delivery['state']>().notNull(),
    attempts: integer('attempts').notNull(),
    createdAt: instant('created_at').notNull(),
    nextTry: instant('next_try').notNull(),
    sentAt: instant('sent_at'),
    detail: sentence('detail'),
    claim: text('claim'),
    claimedUntil: instant('claimed_until'),
  },
  (table) => [
    index('deliveries_due').on(table.channel, table.nextTry).where(sql`${table.state} = 'waiting'`),
    index('deliveries_newest').on(table.createdAt.desc()),
  ],
);

/** What is to be told, written with the change that it tells of; once it is in a delivery it is that delivery's. */
export const notices = gongkai.table(
  'notices',
  {
    id: text('id').primaryKey(),
    alert: text('alert')
      .notNull()
      .references(() => alerts.id),
    topic: text('topic').$type<Notice['topic']>().notNull(),
    role: text('role').$type<Notice['role']>().notNull(),
    unit: text('unit'),
    channel: text('channel').notNull(),
    address: text('address'),
    urgent: boolean('urgent').notNull(),
    createdAt: instant('created_at').notNull(),
    notBefore: instant('not_before').notNull(),
    delivery: text('delivery').references(() => deliveries.id),
  },
  (table) => [
    index('notices_due').on(table.notBefore).where(sql`${table.delivery} is null`),
    index('notices_alert').on(table.alert),
    index('notices_delivery').on(table.delivery),
  ],
);

export const deliveryAttempts = gongkai.table(
  'delivery_attempts',
  {
    delivery: text('delivery')
      .notNull()
      .references(() => deliveries.id),
    number: integer('number').notNull(),
    channel: text('channel').notNull(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    outcome: text('outcome').$type<DeliveryAttempt['outcome']>(),
    detail: sentence('detail'),
  },
  (table) => [
    primaryKey({ columns: [table.delivery, table.number] }),
    index('delivery_attempts_channel').on(table.channel, table.startedAt),
  ],
);
