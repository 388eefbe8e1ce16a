import { index, integer, text } from 'drizzle-orm/pg-core';
import { gongkai, instant } from './types.ts';

/** Processes that work off the queue; each writes its own row again and again. */
export const workers = gongkai.table(
  'workers',
  {
    id: text('id').primaryKey(),
    host: text('host').notNull(),
    startedAt: instant('started_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    lastJob: text('last_job'),
    lastJobAt: instant('last_job_at'),
    jobs: integer('jobs').notNull(),
    leftAt: instant('left_at'),
  },
  (table) => [index('workers_seen').on(table.seenAt)],
);
