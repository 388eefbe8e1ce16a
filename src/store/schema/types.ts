import { customType, date, pgSchema, timestamp } from 'drizzle-orm/pg-core';

/** All our tables stand in a schema of their own, so that a queue or another program may share the database. */
export const gongkai = pgSchema('gongkai');

/** An instant; text in the driver, Date for us. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** A calendar day, `YYYY-MM-DD`. */
export const day = (name: string) => date(name, { mode: 'string' });

export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** Search terms, written as PostgreSQL reads a tsvector: see search.ts. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
